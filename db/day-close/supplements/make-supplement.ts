import { supplementNumber } from '#shared/day-close/figures/supplement.ts';
import { lateFigures } from '#shared/day-close/figures/late-figures.ts';
import type { SupplementRefusal } from '#shared/day-close/contract.ts';
import { type FrozenZ, isFrozenZ } from '#shared/day-close/frozen-z.ts';
import type { FrozenSupplement } from '#shared/day-close/frozen-supplement.ts';
import type { JournalRow } from '#shared/journal/journal-row.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { daySupplementTable } from '../../drawer/tables.ts';
import { findLastClose } from '../../drawer/find-drawer.ts';
import { sessionDocuments } from '../../journal/list-journal.ts';
import { queuePaper } from '../../printing/queue-paper.ts';
import { findRegisterName } from '../../settings/find-settings.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { type DayCloseRow, findClose, listCloses, listSupplements } from '../find-closes.ts';
import { lateRows } from './closed-books.ts';
import { readFrozenSupplement } from './frozen-supplement.ts';
import { readTotals } from './read-totals.ts';

/** A supplement that was made. */
export interface MadeSupplement {
  readonly supplementId: string;
  /** `Z1-31-1`. */
  readonly number: string;
}

/** Closes that opening the next drawer looks at: two months of them. An older one is found by the list of closes. */
const LOOKED_AT = 60;

/**
 * Makes supplement Zn-k: what came to a closed day after its Z, as a delta journal and the figures it changed. The Z
 * stays as it is. Only the register of the drawer makes one, so that two never tell the same.
 *
 * Refuses with `DAY_CLOSE_NOT_FOUND`, `SUPPLEMENT_AT_ITS_REGISTER` and `NOTHING_LATE`.
 */
export function makeSupplement(
  tx: WriteTx,
  context: CommandContext,
  { dayCloseId }: { readonly dayCloseId: string },
): Result<MadeSupplement, SupplementRefusal> {
  const close = findClose(tx, dayCloseId);
  if (!close) return refuse({ code: 'DAY_CLOSE_NOT_FOUND' });
  if (close.registerId !== context.register.registerId)
    return refuse({
      code: 'SUPPLEMENT_AT_ITS_REGISTER',
      registerName: findRegisterName(tx, close.registerId),
    });
  const rows = lateRows(tx, close);
  return rows.length === 0
    ? refuse({ code: 'NOTHING_LATE' })
    : ok(insertSupplement(tx, context, close, rows));
}

/** A supplement for each of this register's last closes that something came late to; usually none. */
export function supplementLateDays(
  tx: WriteTx,
  context: CommandContext,
): readonly MadeSupplement[] {
  return listCloses(tx, LOOKED_AT, context.register.registerId).flatMap((close) => {
    const rows = lateRows(tx, close);
    return rows.length === 0 ? [] : [insertSupplement(tx, context, close, rows)];
  });
}

function insertSupplement(
  tx: WriteTx,
  context: CommandContext,
  close: DayCloseRow,
  accounts: readonly JournalRow[],
): MadeSupplement {
  const earlier = listSupplements(tx, close.id);
  const k = Math.max(0, ...earlier.map((row) => row.k)) + 1;
  const number = supplementNumber(close.number, k);
  const supplementId = context.newId('daySupplement');
  const stored = earlier.map(({ figures }) => readFrozenSupplement(figures));
  tx.insertFact(daySupplementTable, {
    id: supplementId,
    dayCloseId: close.id,
    k,
    number,
    figures: JSON.stringify(frozenSupplement(tx, close, stored, accounts)),
    businessDate: close.businessDate,
    atMs: context.nowMs,
  });
  queuePaper(tx, context, {
    kind: 'supplement',
    subjectId: supplementId,
    copy: false,
    title: number,
  });
  return { supplementId, number };
}

function frozenSupplement(
  tx: WriteTx,
  close: DayCloseRow,
  earlier: readonly FrozenSupplement[],
  accounts: readonly JournalRow[],
): FrozenSupplement {
  const z: object = JSON.parse(close.figures);
  if (!isFrozenZ(z)) throw new Error('a supplement of a Z of before the books were kept');
  return {
    form: 1,
    afterZ: findLastClose(tx, close.registerId)?.number ?? close.number,
    told: lateDocuments(tx, z, close.drawerSessionId, earlier),
    ...lateFigures(readTotals(tx, close.drawerSessionId, z.unresolvedIds), [z.figures, ...earlier]),
    accounts,
  };
}

function lateDocuments(
  tx: WriteTx,
  z: FrozenZ,
  drawerSessionId: string,
  earlier: readonly FrozenSupplement[],
): readonly string[] {
  const told = new Set([...z.told, ...earlier.flatMap((each) => each.told)]);
  return sessionDocuments(tx, drawerSessionId).filter((document) => !told.has(document));
}
