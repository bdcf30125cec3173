import type { FrozenSupplement } from '#shared/day-close/frozen-supplement.ts';
import type { SupplementFacts } from '#shared/documents/supplement-paper.ts';
import { findSale } from '../../sales/find-sale.ts';
import { paperStore } from '../../sales/receipt/paper-store.ts';
import { findRegisterName, getStore } from '../../settings/find-settings.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import type { PaperMarks } from '../find-day-close.ts';
import { findClose, findSupplementRow } from '../find-closes.ts';
import { namedAccounts } from '../thaw-z.ts';
import { readFrozenSupplement } from './frozen-supplement.ts';
import { saleOfDocument } from './sale-of-document.ts';

/** A supplement as it was made; undefined when there is none. */
export function supplementFacts(
  db: ReadDb,
  supplementId: string,
  marks: PaperMarks,
): SupplementFacts | undefined {
  const row = findSupplementRow(db, supplementId);
  const close = row && findClose(db, row.dayCloseId);
  if (!row || !close) return undefined;
  const {
    told,
    accounts,
    form: _form,
    afterZ: _afterZ,
    ...totals
  } = readFrozenSupplement(row.figures);
  return {
    store: paperStore(db),
    number: row.number,
    dayCloseNumber: close.number,
    registerName: findRegisterName(db, close.registerId),
    zone: getStore(db).zone,
    businessDate: row.businessDate,
    notedAtMs: row.atMs,
    ...totals,
    documents: documentsOf(db, told, close.number),
    accounts: namedAccounts(db, accounts),
    ...marks,
  };
}

/** What came late, by the sale it belongs to; what has no number of its own goes by the day's. */
function documentsOf(
  db: ReadDb,
  told: FrozenSupplement['told'],
  dayCloseNumber: string,
): SupplementFacts['documents'] {
  return told.map((document) => {
    const [kind = '', id = ''] = document.split(' ');
    const saleId = saleOfDocument(db, kind, id);
    const sale = saleId === undefined ? undefined : findSale(db, saleId);
    if (!sale) return { number: dayCloseNumber, totalCents: 0 };
    const sign = kind === 'sale' ? 1 : kind === 'sale_void' ? -1 : 0;
    return { number: sale.number, totalCents: sign * sale.totalCents };
  });
}
