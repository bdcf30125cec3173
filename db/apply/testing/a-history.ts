import fc from 'fast-check';
import { customerTable } from '../../customers/tables.ts';
import {
  giftCardEntryTable,
  giftCardTable,
  storeCreditEntryTable,
} from '../../gift-cards/tables.ts';
import { houseAccountEntryTable, houseAccountTable } from '../../house-accounts/tables.ts';
import { checkEventTable, saleCorrectionTable } from '../../sales/after-sale-tables.ts';
import {
  approvalEventTable,
  approvalLineTable,
  approvalTable,
} from '../../sales/counter-tables.ts';
import { paymentTable, saleLineTable, saleTable, saleVoidTable } from '../../sales/tables.ts';
import { pieceTable, stockMovementTable } from '../../stock/tables.ts';
import type { PulledChangeset } from '../pulled-changeset.ts';
import { aChangeset, type WrittenOp } from './a-changeset.ts';

const PIECES = ['ring', 'watch', 'chain'] as const;
const CUSTOMERS = ['ada', 'bert'] as const;
/** Sales have at most this many; a void or a return may name one that never comes. */
const SALES = [0, 1, 2, 3] as const;

interface Sell {
  readonly does: 'sell';
  readonly piece: string;
  readonly customer: string | null;
  readonly at: number;
  readonly number: number;
}
interface AfterSale {
  readonly does: 'void' | 'return' | 'correct';
  readonly sale: number;
  readonly customer: string;
}
interface Move {
  readonly does: 'receive' | 'adjust';
  readonly piece: string;
  readonly thousandths: number;
}
interface Card {
  readonly does: 'card';
  readonly code: number;
  readonly cents: number;
}
interface Owe {
  readonly does: 'spend' | 'credit' | 'charge';
  readonly who: number;
  readonly cents: number;
}
interface Lend {
  readonly does: 'lend';
  readonly piece: string;
}
interface EndLoan {
  readonly does: 'take back' | 'convert';
  readonly approval: number;
}

/** What a register may do, as the law's cases need it: every table that something is derived from, or found by. */
type Event = Sell | AfterSale | Move | Card | Owe | Lend | EndLoan;

const piece = fc.constantFrom(...PIECES);
const customer = fc.constantFrom(...CUSTOMERS);
const sale = fc.constantFrom(...SALES);
const some = fc.integer({ min: -3, max: 3 }).filter((n) => n !== 0);

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('sell' as const),
      piece,
      customer: fc.option(customer),
      at: fc.integer({ min: 1, max: 3 }),
      number: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('void' as const, 'return' as const, 'correct' as const),
      sale,
      customer,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('receive' as const, 'adjust' as const),
      piece,
      thousandths: some.map((n) => n * 1000),
    }),
  },
  fc.record({
    does: fc.constant('card' as const),
    code: fc.integer({ min: 0, max: 1 }),
    cents: fc.constant(5000),
  }),
  fc.record({
    does: fc.constantFrom('spend' as const, 'credit' as const, 'charge' as const),
    who: fc.integer({ min: 0, max: 1 }),
    cents: some.map((n) => n * 2000),
  }),
  fc.record({ does: fc.constant('lend' as const), piece }),
  fc.record({
    does: fc.constantFrom('take back' as const, 'convert' as const),
    approval: sale,
  }),
);

/** What is on file before: by whom it is made is the same for all, so its order is the server's. */
export interface History {
  /** In the server's order. */
  readonly profiles: readonly PulledChangeset[];
  /** In any order. */
  readonly facts: readonly PulledChangeset[];
}

/** A small shop's day on several registers: a few profiles, changed in order, and facts about them. */
export const aHistory: fc.Arbitrary<History> = fc
  .record({
    events: fc.array(event, { minLength: 1, maxLength: 7 }),
    edits: fc.array(fc.boolean(), { maxLength: 2 }),
  })
  .map(({ events, edits }) => ({ profiles: profiles(edits), facts: events.map(changesetOf) }));

function profiles(edits: readonly boolean[]): readonly PulledChangeset[] {
  const added = [
    ...PIECES.map((id, n) =>
      aChangeset([
        {
          add: pieceTable,
          row: {
            id,
            stockNumber: `N-${n % 2}`,
            description: `Fine ${id}`,
            kind: n === 2 ? 'counted' : 'piece',
          },
        },
      ]),
    ),
    ...CUSTOMERS.map((id) =>
      aChangeset([
        {
          add: customerTable,
          row: {
            id,
            givenName: id,
            phone: '615 555 0142',
            createdAtMs: 1,
            source: id === 'ada' ? null : 'edge',
          },
        },
        { add: houseAccountTable, row: { id, limitCents: 3000 } },
      ]),
    ),
  ];
  const changed = edits.map((archives) =>
    archives
      ? aChangeset([
          { archive: pieceTable, id: 'watch', atMs: 9 },
          { archive: customerTable, id: 'bert', atMs: 9 },
        ])
      : aChangeset([
          {
            set: pieceTable,
            id: 'ring',
            fields: { stockNumber: 'N-1', description: 'Platinum ring' },
            base: null,
          },
          { set: customerTable, id: 'ada', fields: { familyName: 'Løwe' }, base: null },
        ]),
  );
  return [...added, ...changed];
}

const moved = (
  n: number,
  pieceId: string,
  kind: string,
  quantityThousandths: number,
  documentId: string | null = null,
): WrittenOp => ({
  fact: stockMovementTable,
  row: {
    id: `move-${n}`,
    pieceId,
    kind,
    quantityThousandths,
    documentKind: documentId && 'sale',
    documentId,
  },
});

/** The n-th event; its id follows from its place in the history and not in the order of arrival. */
function changesetOf(happened: Event, n: number): PulledChangeset {
  return aChangeset(opsOf(happened, n));
}

function opsOf(happened: Event, n: number): readonly WrittenOp[] {
  switch (happened.does) {
    case 'sell':
      return sold(happened, n);
    case 'void':
    case 'return':
    case 'correct':
      return afterSale(happened, n);
    case 'receive':
      return [moved(n, happened.piece, 'received', Math.abs(happened.thousandths))];
    case 'adjust':
      return [moved(n, happened.piece, 'adjusted', happened.thousandths)];
    case 'card':
      return cardSold(happened, n);
    case 'spend':
    case 'credit':
    case 'charge':
      return owed(happened, n);
    case 'lend':
    case 'take back':
    case 'convert':
      return lent(happened, n);
  }
}

function sold(happened: Sell, n: number): readonly WrittenOp[] {
  const id = `sale-${n}`;
  return [
    {
      fact: saleTable,
      row: {
        id,
        number: `S1-${happened.number}`,
        customerId: happened.customer,
        completedAtMs: happened.at,
        businessDate: `2026-11-2${happened.at}`,
        subtotalCents: 1000,
        totalCents: 1000,
      },
    },
    {
      fact: saleLineTable,
      row: {
        id: `line-${n}`,
        saleId: id,
        pieceId: happened.piece,
        quantityThousandths: 1000,
        kind: happened.at === 1 ? 'service' : 'item',
        priceReason: 'a friend',
        netCents: 1000,
        costCents: 400,
      },
    },
    {
      fact: paymentTable,
      row: {
        id: `pay-${n}`,
        saleId: id,
        tender: 'check',
        checkKind: 'personal',
        amountCents: 1000,
      },
    },
    {
      fact: checkEventTable,
      row: {
        id: `check-${n}`,
        paymentId: `pay-${happened.at}`,
        kind: 'returned',
        reason: 'no funds',
      },
    },
    moved(n, happened.piece, 'sold', -1000, id),
  ];
}

function afterSale(
  { does, sale: of, customer: customerId }: AfterSale,
  n: number,
): readonly WrittenOp[] {
  const saleId = `sale-${of}`;
  if (does === 'void')
    return [{ fact: saleVoidTable, row: { id: `void-${n}`, saleId, reason: 'again', atMs: n } }];
  if (does === 'correct')
    return [
      {
        fact: saleCorrectionTable,
        row: { id: `correct-${n}`, saleId, kind: 'customer', customerId, reason: 'hers' },
      },
    ];
  return [
    {
      fact: saleTable,
      row: {
        id: `sale-${n}`,
        number: `S2-${n}`,
        completedAtMs: n,
        subtotalCents: -1000,
        totalCents: -1000,
      },
    },
    {
      fact: paymentTable,
      row: { id: `pay-${n}`, saleId: `sale-${n}`, tender: 'cash', amountCents: -1000 },
    },
    {
      fact: saleLineTable,
      row: {
        id: `line-${n}`,
        saleId: `sale-${n}`,
        kind: 'return',
        originalLineId: `line-${of}`,
        pieceId: 'ring',
        quantityThousandths: -1000,
        netCents: -1000,
        costCents: -400,
      },
    },
    moved(n, 'ring', 'returned', 1000, `sale-${n}`),
  ];
}

function cardSold({ code, cents: amountCents }: Card, n: number): readonly WrittenOp[] {
  const giftCardId = `card-${n}`;
  return [
    { fact: giftCardTable, row: { id: giftCardId, code: `CODE${code}` } },
    { fact: giftCardEntryTable, row: { id: `entry-${n}`, giftCardId, kind: 'sold', amountCents } },
  ];
}

function owed({ does, who, cents: amountCents }: Owe, n: number): readonly WrittenOp[] {
  const row = { id: `entry-${n}`, customerId: CUSTOMERS[who] ?? '', amountCents, atMs: n };
  if (does === 'credit') return [{ fact: storeCreditEntryTable, row }];
  if (does === 'charge') return [{ fact: houseAccountEntryTable, row }];
  const { customerId: _, ...spent } = row;
  return [
    { fact: giftCardEntryTable, row: { ...spent, giftCardId: `card-${who}`, kind: 'redeemed' } },
  ];
}

function lent(happened: Lend | EndLoan, n: number): readonly WrittenOp[] {
  if (happened.does === 'lend')
    return [
      { fact: approvalTable, row: { id: `lent-${n}`, number: `A1-${n}` } },
      {
        fact: approvalLineTable,
        row: { id: `lent-line-${n}`, approvalId: `lent-${n}`, pieceId: happened.piece },
      },
      moved(n, happened.piece, 'approval_out', -1000),
    ];
  const kind = happened.does === 'convert' ? 'converted' : 'returned';
  const approvalLineId = `lent-line-${happened.approval}`;
  const approvalId = `lent-${happened.approval}`;
  const row = { id: `event-${n}`, approvalId, approvalLineId, kind, atMs: n };
  return [{ fact: approvalEventTable, row }];
}
