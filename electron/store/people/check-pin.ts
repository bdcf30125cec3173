import { findPinPepper } from '#db/settings/register-settings.ts';
import { findStaff } from '#db/staff/find-staff.ts';
import { clearFailures, countTry, findPin } from '#db/staff/pin-attempts.ts';
import type { Writer } from '#db/write-path/writer.ts';
import type { StaffId } from '#shared/ids.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { SignInRefusal, StaffMember } from '#shared/staff/contract.ts';
import { remainingWaitMs } from '#shared/staff/pin-delay.ts';
import { verifyPin } from './pin-verifier.ts';

/**
 * Finds out whether a PIN is a person's. The try is on disk as a failure before the PIN is looked at, and taken back when
 * it was right: neither a crash nor a pulled plug nor a hundred tries at once are free.
 *
 * Refuses with `STAFF_NOT_FOUND` (or gone), `PIN_NOT_SET`, `PIN_WAIT` (not looked at, not counted) and `PIN_WRONG`,
 * both with the wait in milliseconds.
 */
export async function checkPin(
  { writer, now }: { readonly writer: Writer; now(): number },
  { staffId, pin }: { readonly staffId: StaffId; readonly pin: string },
): Promise<Result<StaffMember, SignInRefusal>> {
  const person = findStaff(writer, staffId);
  if (!person?.active) return refuse({ code: 'STAFF_NOT_FOUND' });
  const stored = findPin(writer, staffId);
  const pepper = findPinPepper(writer);
  if (!stored || pepper === undefined) return refuse({ code: 'PIN_NOT_SET' });
  const leftMs = remainingWaitMs(stored, now());
  if (leftMs > 0) return refuse({ code: 'PIN_WAIT', waitMs: leftMs });
  const waitMs = writer.writeLocal((tx) => countTry(tx, staffId, now()));
  if (!(await verifyPin(pepper, stored.verifier, pin)))
    return refuse({ code: 'PIN_WRONG', waitMs });
  writer.writeLocal((tx) => clearFailures(tx, staffId));
  return ok(person);
}
