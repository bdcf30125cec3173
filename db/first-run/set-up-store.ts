import type { z } from 'zod';
import type { StaffId } from '#shared/ids.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import type { setUpInput } from '#shared/settings/contract.ts';
import type { SaveStaffRefusal } from '#shared/staff/contract.ts';
import { isSetUp } from '../settings/find-settings.ts';
import { saveSelling } from '../settings/save-selling.ts';
import { registerTable, storeTable } from '../settings/tables.ts';
import { saveStaff } from '../staff/save-staff.ts';
import { insertHomeArea } from '../taxes/insert-home-area.ts';
import type { CommandContext } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';

type Told = z.infer<typeof setUpInput>;

/** What the wizard asked, with the verifier of the owner's PIN in place of the PIN. */
export type SetUpStore = Omit<Told, 'owner' | 'commandId' | 'language'> & {
  readonly owner: Omit<Told['owner'], 'pin'> & { readonly verifier: string };
};

/**
 * Makes a store out of an empty file: the shop, this register, its tax, its selling terms and its first owner.
 * Refuses with `ALREADY_SET_UP` and changes nothing when there is a shop.
 */
export function setUpStore(
  tx: WriteTx,
  context: CommandContext,
  { store, registerName, tax, owner, floatCents }: SetUpStore,
): Result<{ readonly staffId: StaffId }, SaveStaffRefusal | { readonly code: 'ALREADY_SET_UP' }> {
  if (isSetUp(tx)) return refuse({ code: 'ALREADY_SET_UP' });
  const { register } = context;
  tx.insertProfile(storeTable, { id: register.storeId, ...store });
  tx.insertProfile(registerTable, {
    id: register.registerId,
    number: register.registerNumber,
    name: registerName,
  });
  insertHomeArea(tx, context, tax);
  saveSelling(tx, context, { selling: { floatCents, defaultTender: 'cash' } });
  const saved = saveStaff(tx, context, { ...owner, roles: ['owner'], active: true });
  return saved.ok ? ok({ staffId: owner.staffId }) : saved;
}
