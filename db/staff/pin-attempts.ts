import { eq, sql } from 'drizzle-orm';
import { nextWaitMs } from '#shared/staff/pin-delay.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { staffPin } from './tables.ts';

// Verifiers and failed tries are local rows: they never enter the log.

export interface StoredPin {
  readonly verifier: string;
  /** Wrong PINs in a row. */
  readonly failures: number;
  /** Nobody may try before this instant. */
  readonly waitUntilMs: number;
}

/** The verifier of a person's PIN and how often it was missed; undefined where none was set. */
export function findPin(db: ReadDb, staffId: string): StoredPin | undefined {
  return pinOf(db).get({ staffId });
}

/** Sets or replaces a person's verifier; earlier failures are forgotten. */
export function putPin(tx: WriteTx, staffId: string, verifier: string, nowMs: number): void {
  putVerifier(tx).run({ staffId, verifier, setAtMs: nowMs });
  tx.touch('staff_pin');
}

/**
 * Counts a try before anybody knows whether it is right, so that neither a crash nor a hundred tries at once are free;
 * `clearFailures` takes it back when it was. Answers the wait that follows, in milliseconds. Throws without a PIN.
 */
export function countTry(tx: WriteTx, staffId: string, nowMs: number): number {
  const pin = findPin(tx, staffId);
  if (!pin) throw new Error('a try at a PIN that is not set');
  const waitMs = nextWaitMs(pin.failures + 1);
  setFailures(tx).run({ staffId, failures: pin.failures + 1, waitUntilMs: nowMs + waitMs });
  tx.touch('staff_pin');
  return waitMs;
}

/** After the right PIN, or when a manager lets someone try again at once. */
export function clearFailures(tx: WriteTx, staffId: string): void {
  setFailures(tx).run({ staffId, failures: 0, waitUntilMs: 0 });
  tx.touch('staff_pin');
}

const pinOf = prepared((orm) =>
  orm
    .select({
      verifier: staffPin.verifier,
      failures: staffPin.failures,
      waitUntilMs: staffPin.waitUntilMs,
    })
    .from(staffPin)
    .where(eq(staffPin.staffId, sql.placeholder('staffId')))
    .prepare(),
);

const putVerifier = prepared((orm) =>
  orm
    .insert(staffPin)
    .values({
      staffId: sql.placeholder('staffId'),
      verifier: sql.placeholder('verifier'),
      failures: 0,
      waitUntilMs: 0,
      setAtMs: sql.placeholder('setAtMs'),
    })
    .onConflictDoUpdate({
      target: staffPin.staffId,
      set: {
        verifier: sql`excluded.verifier`,
        failures: 0,
        waitUntilMs: 0,
        setAtMs: sql`excluded.set_at_ms`,
      },
    })
    .prepare(),
);

const setFailures = prepared((orm) =>
  orm
    .update(staffPin)
    .set({
      failures: sql`${sql.placeholder('failures')}`,
      waitUntilMs: sql`${sql.placeholder('waitUntilMs')}`,
    })
    .where(eq(staffPin.staffId, sql.placeholder('staffId')))
    .prepare(),
);
