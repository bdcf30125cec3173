import { v7 } from 'uuid';
import { findCustomer, listSamePhone } from '#db/customers/find-customer.ts';
import { bestCustomers, searchCustomers } from '#db/customers/search-customers.ts';
import { businessDateNow } from '#db/drawer/business-date.ts';
import { findReceiveRow } from '#db/receiving/find-receive.ts';
import { listWaitingJobs } from '#db/printing/print-queue.ts';
import { listParkedCarts, openCart } from '#db/sales/cart/carts.ts';
import {
  findSale,
  listRecentSales,
  listSalesByNumber,
  listSalesOfCustomer,
} from '#db/sales/find-sale.ts';
import { findApproval } from '#db/sales/approvals/find-approval.ts';
import { listTiles } from '#db/sales/tiles/list-tiles.ts';
import { receiptFacts } from '#db/sales/receipt/receipt.ts';
import { getSelling, getSettings } from '#db/settings/find-settings.ts';
import { findTicketTerms } from '#db/sales/ticket-terms.ts';
import { listStaff } from '#db/staff/find-staff.ts';
import { findByCode, findPiece } from '#db/stock/find-piece.ts';
import { searchPieces } from '#db/stock/search-pieces.ts';
import { previewNumber } from '#db/write-path/preview-number.ts';
import { countOpenReviewTasks, listReviewTasks } from '#db/review/inbox/list-review-tasks.ts';
import type { ReadDb } from '#db/write-path/read-db.ts';
import { readPrintedCode } from '#shared/document-number.ts';
import type { CartId } from '#shared/ids.ts';
import type { Customer } from '#shared/customers/contract.ts';
import type { Hit, SellingTerms } from '#shared/sales/contract.ts';
import { mayDo, type Permission, type Role } from '#shared/staff/permissions.ts';
import type { Piece } from '#shared/stock/contract.ts';
import type { PaperLocale } from '#shared/documents/paper.ts';
import type { PaperWish } from '#shared/printing/paper-wish.ts';
import { readPaper } from '../printing/read-paper.ts';
import { countQueries } from './count-queries.ts';
import { counterQueries } from './counter-queries.ts';
import { creditQueries } from './credit-queries.ts';
import { dayCloseQueries } from './day-close-queries.ts';
import { importQueries } from './import-queries.ts';
import { photoQueries } from './photo-queries.ts';
import { returnsQueries } from './returns-queries.ts';
import { tagQueries } from './tag-queries.ts';
import { taxQueries } from './tax-queries.ts';

/** Who asks, from which register, and when. The writer has checked the right to ask before. */
export interface Viewer {
  readonly staffId: string;
  readonly roles: readonly Role[];
  readonly register: {
    readonly registerId: string;
    readonly registerNumber: number;
    readonly series: number;
  };
  readonly demo: boolean;
  readonly nowMs: number;
}

const SALES_OF_CUSTOMER = 50;
const FOUND = 8;

/** What the reader's thread can answer. Names are those of the contract. */
export const queries = {
  'staff.list': (
    db: ReadDb,
    { inactive }: { readonly inactive?: boolean | undefined },
    viewer: Viewer,
  ) => listStaff(db, { inactive: inactive === true && may(viewer, 'staff.manage') }),
  'customers.search': searchCustomers,
  'customers.get': (
    db: ReadDb,
    { customerId }: { readonly customerId: string },
  ): Customer | null => {
    const customer = findCustomer(db, customerId);
    if (!customer) return null;
    const sales = listSalesOfCustomer(db, customerId, SALES_OF_CUSTOMER);
    return { ...customer, sales };
  },
  'customers.samePhone': (
    db: ReadDb,
    { phone, except }: { readonly phone: string; readonly except?: string | undefined },
  ) => listSamePhone(db, phone, except),
  'stock.search': searchPieces,
  'stock.get': (db: ReadDb, { pieceId }: { readonly pieceId: string }, viewer: Viewer) =>
    pieceWithDocuments(db, pieceId, viewer),
  'stock.findByCode': (db: ReadDb, { code }: { readonly code: string }) => findByCode(db, code),
  'sales.openCart': (db: ReadDb, _input: object, viewer: Viewer) =>
    openCart(db, v7() as CartId, dateFor(db, viewer)),
  'sales.listParked': (db: ReadDb, _input: object, viewer: Viewer) =>
    listParkedCarts(db, findTicketTerms(db, dateFor(db, viewer)), dateFor(db, viewer)),
  'sales.terms': (db: ReadDb, _input: object, viewer: Viewer): SellingTerms => ({
    ticket: findTicketTerms(db, dateFor(db, viewer)),
    nextNumber: previewNumber(db, 'sale', viewer.register),
    defaultTender: getSelling(db).defaultTender,
  }),
  'sales.recent': (
    db: ReadDb,
    input: { readonly businessDate?: string | undefined; readonly limit?: number | undefined },
  ) => listRecentSales(db, input.businessDate, input.limit ?? 50),
  'sales.receipt': (
    db: ReadDb,
    { saleId, copy }: { readonly saleId: string; readonly copy: boolean },
    viewer: Viewer,
  ) => receiptFacts(db, saleId, { copy, demo: viewer.demo }),
  'sales.find': find,
  'services.list': (db: ReadDb) => listTiles(db),
  ...dayCloseQueries,
  'review.list': listReviewTasks,
  'review.countOpen': (db: ReadDb) => countOpenReviewTasks(db),
  ...importQueries,
  'settings.get': (db: ReadDb) => getSettings(db),
  ...taxQueries,
  ...tagQueries,
  ...countQueries,
  ...photoQueries,
  ...creditQueries,
  ...returnsQueries,
  ...counterQueries,
  'printing.queue': (db: ReadDb) => listWaitingJobs(db),
  'printing.paper': (
    db: ReadDb,
    {
      kind,
      copy,
      locale,
      ...wish
    }: PaperWish & { readonly copy: boolean; readonly locale: PaperLocale },
    { register, staffId, nowMs, demo }: Viewer,
  ) =>
    kind === 'testPage'
      ? null
      : readPaper(
          db,
          { ...wish, kind },
          { registerId: register.registerId, staffId, nowMs, marks: { copy, demo } },
          locale,
        ),
} as const satisfies Readonly<
  Record<string, (db: ReadDb, input: never, viewer: Viewer) => unknown>
>;

export type QueryPath = keyof typeof queries;
type Query<Path extends QueryPath> = (typeof queries)[Path];
export type QueryInput<Path extends QueryPath> =
  Parameters<Query<Path>> extends [unknown, infer Input, ...unknown[]] ? Input : object;
export type QueryOutput<Path extends QueryPath> = ReturnType<Query<Path>>;

/** Runs one query by its name. */
export function runQuery(db: ReadDb, path: QueryPath, input: unknown, viewer: Viewer): unknown {
  const query = queries[path] as (db: ReadDb, input: unknown, viewer: Viewer) => unknown;
  return query(db, input, viewer);
}

function may({ roles }: Viewer, permission: Permission): boolean {
  return mayDo(roles, permission);
}

/** The open day, or the one a drawer would be opened for: the date that the writer will use. */
function dateFor(db: ReadDb, { register, nowMs }: Viewer) {
  return businessDateNow(db, register.registerId, nowMs);
}

/** A piece with the numbers of its documents. Sales stand above stock, so they are looked up here. */
function pieceWithDocuments(db: ReadDb, pieceId: string, viewer: Viewer): Piece | null {
  const piece = findPiece(db, pieceId, may(viewer, 'stock.seeCost'));
  if (!piece) return null;
  const movements = piece.movements.map(({ documentKind, documentId, ...movement }) => ({
    ...movement,
    document: numberOf(db, documentKind, documentId) ?? null,
  }));
  return { ...piece, movements };
}

function numberOf(db: ReadDb, kind: string | null, id: string | null): string | undefined {
  if (id === null) return undefined;
  if (kind === 'receive') return findReceiveRow(db, id)?.number;
  if (kind === 'approval') return findApproval(db, id)?.number;
  return kind === 'sale' ? findSale(db, id)?.number : undefined;
}

/** The one box: what the person asking may see, best first in each kind. */
function find(db: ReadDb, { text }: { readonly text: string }, viewer: Viewer): Hit {
  const wanted = text.trim();
  if (wanted === '') return { customers: [], pieces: [], sales: [] };
  return {
    customers: may(viewer, 'customers.read') ? bestCustomers(db, wanted, FOUND) : [],
    pieces: may(viewer, 'stock.read') ? piecesFor(db, wanted) : [],
    sales: may(viewer, 'sales.read') ? salesFor(db, wanted.toUpperCase()) : [],
  };
}

/** A number as typed; what no ticket has for its number may be a printed code, whose last character only checks it. */
function salesFor(db: ReadDb, text: string): Hit['sales'] {
  const printed = readPrintedCode(text)?.number;
  const typed = /^S\d/.test(text) ? listSalesByNumber(db, text, FOUND) : [];
  return typed.length > 0 || printed === undefined ? typed : listSalesByNumber(db, printed, FOUND);
}

/** A whole stock number before words of a description. */
function piecesFor(db: ReadDb, text: string): Hit['pieces'] {
  const exact = findByCode(db, text);
  return exact.length > 0 ? exact : searchPieces(db, { text, limit: FOUND }).rows;
}
