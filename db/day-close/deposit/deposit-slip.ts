import { isFrozenZ } from '#shared/day-close/frozen-z.ts';
import type { DepositSlipFacts } from '#shared/documents/deposit-slip-paper.ts';
import { paperStore } from '../../sales/receipt/paper-store.ts';
import { findRegisterName, getStore } from '../../settings/find-settings.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import type { PaperMarks } from '../find-day-close.ts';
import { findClose } from '../find-closes.ts';
import { drawerCheck } from '../read-closing.ts';
import { initialsOf } from '../thaw-z.ts';
import { listBankedChecks } from './bank-checks.ts';

/**
 * What goes to the bank after a day close: the cash that was not left, and the checks it lists, with the names that are
 * still there. Undefined for a day that is not there, or was closed before checks were listed.
 */
export function depositSlipFacts(
  db: ReadDb,
  dayCloseId: string,
  marks: PaperMarks,
): DepositSlipFacts | undefined {
  const close = findClose(db, dayCloseId);
  if (!close || !isFrozenZ(JSON.parse(close.figures))) return undefined;
  return {
    store: paperStore(db),
    dayCloseNumber: close.number,
    registerName: findRegisterName(db, close.registerId),
    businessDate: close.businessDate,
    atMs: close.closedAtMs,
    zone: getStore(db).zone,
    preparedBy: initialsOf(db, close.staffId),
    cashCents: close.countedCents - close.leftCents,
    checks: listBankedChecks(db, dayCloseId)
      .map((row) => drawerCheck(db, row))
      .map(({ checkNumber, kind, from, amountCents }) => ({
        number: checkNumber,
        kind,
        from,
        amountCents,
      })),
    ...marks,
  };
}
