import { afterAll, expect, test } from 'vitest';
import {
  checkEventTable,
  financeFundingTable,
  paymentResolutionTable,
  saleCorrectionTable,
} from '../../sales/after-sale-tables.ts';
import { paymentTable, saleLineTable, saleTable, saleVoidTable } from '../../sales/tables.ts';
import { drawerSessionTable } from '../../drawer/tables.ts';
import { shipmentEventTable, shipmentTable } from '../../sales/counter-tables.ts';
import { stockMovementTable } from '../../stock/tables.ts';
import { saleTaxTable, taxRuleTable } from '../../taxes/tables.ts';
import { applyChangesets } from '../apply-changesets.ts';
import { aChangeset } from '../testing/a-changeset.ts';
import { aReplica } from '../testing/replica.ts';

const replica = aReplica();
afterAll(() => replica.close());

const sold = (cents: number, taxCents = 0) =>
  aChangeset([
    {
      fact: saleTable,
      row: {
        id: 'sale',
        number: 'S1-1',
        subtotalCents: 1000,
        taxCents,
        totalCents: 1000 + taxCents,
      },
    },
    { fact: saleLineTable, row: { id: 'line', saleId: 'sale', netCents: 1000, taxCents } },
    {
      fact: saleTaxTable,
      row: { id: 'tax', saleId: 'sale', saleLineId: 'line', taxRuleId: 'rule', taxCents },
    },
    {
      fact: paymentTable,
      row: {
        id: 'pay',
        saleId: 'sale',
        tender: 'check',
        checkKind: 'personal',
        amountCents: cents,
      },
    },
  ]);
const rule = aChangeset([
  { add: taxRuleTable, row: { id: 'rule', agency: 'TN', series: 's', classes: '[]' } },
]);
const voided = aChangeset([{ fact: saleVoidTable, row: { id: 'void', saleId: 'sale' } }]);
const bounced = aChangeset([
  { fact: checkEventTable, row: { id: 'back', paymentId: 'pay', kind: 'returned', feeCents: 25 } },
]);
const cleared = aChangeset([
  { fact: checkEventTable, row: { id: 'fine', paymentId: 'pay', kind: 'cleared' } },
]);

/** The journal after these pages: `document account detail cents`. */
function journal(...pages: readonly ReturnType<typeof sold>[]): readonly string[] {
  return replica.within((tx) => {
    for (const page of pages) {
      const applied = applyChangesets(tx, [page], 1);
      if (!applied.ok || applied.value.aside.length > 0) throw new Error(JSON.stringify(applied));
    }
    return replica.sqlite
      .prepare<[], string>(
        `select document_kind || ' ' || account || ' ' || detail || ' ' || amount_cents from journal_row order by 1`,
      )
      .pluck()
      .all();
  });
}
const kinds = (rows: readonly string[]) => [...new Set(rows.map((row) => row.split(' ')[0]))];
const sum = (rows: readonly string[]) =>
  rows.reduce((total, row) => total + Number(row.split(' ').at(-1)), 0);

test('M2: a sale and its void are posted here too, and the void takes back what was booked, whichever came first', () => {
  const forwards = journal(rule, sold(1080, 80), voided);
  expect(forwards).toContain('sale sales_tax_payable TN -80');
  expect(forwards).toContain('sale_void sales_tax_payable TN 80');
  expect(sum(forwards)).toBe(0);
  expect(journal(voided, sold(1080, 80), rule)).toEqual(forwards);
});

test('a check that came back after it cleared is booked so, whichever news came first', () => {
  const forwards = journal(rule, sold(1000), cleared, bounced);
  expect(kinds(forwards)).toEqual(['check_event', 'sale']);
  expect(journal(bounced, cleared, sold(1000), rule)).toEqual(forwards);
  expect(sum(forwards)).toBe(0);
});

test('a sale that does not add up has no journal, and the next changeset goes in', () => {
  const odd = sold(999);
  expect(journal(rule, odd, voided)).toEqual([]);
  const resolved = aChangeset([
    { fact: paymentResolutionTable, row: { id: 'known', paymentId: 'nowhere' } },
  ]);
  expect(journal(rule, odd, resolved, bounced).every((row) => row.startsWith('check_event'))).toBe(
    true,
  );
});

test('a sale whose rule has not come yet is posted when it comes', () => {
  expect(journal(sold(1080, 80))).toEqual([]);
  expect(journal(sold(1080, 80), rule)).toEqual(journal(rule, sold(1080, 80)));
});

test('a piece that was written off after a look is booked at what it came back with, whichever news came first', () => {
  const back = aChangeset([
    {
      fact: saleTable,
      row: { id: 'back', number: 'S1-2', subtotalCents: -1000, totalCents: -1000 },
    },
    {
      fact: saleLineTable,
      row: {
        id: 'back-line',
        saleId: 'back',
        kind: 'return',
        originalLineId: 'line',
        pieceId: 'ring',
        quantityThousandths: -1000,
        netCents: -1000,
        costCents: -400,
      },
    },
    {
      fact: paymentTable,
      row: { id: 'given', saleId: 'back', tender: 'cash', amountCents: -1000 },
    },
  ]);
  const writtenOff = aChangeset([
    {
      fact: stockMovementTable,
      row: {
        id: 'lost',
        pieceId: 'ring',
        kind: 'adjusted',
        quantityThousandths: -1000,
        documentKind: 'sale',
        documentId: 'back',
        reason: 'broken',
      },
    },
  ]);
  const forwards = journal(rule, sold(1000), back, writtenOff);
  expect(forwards.filter((row) => row.startsWith('stock_movement'))).toHaveLength(2);
  expect(
    forwards.find((row) => row.startsWith('stock_movement') && row.endsWith(' 400')),
  ).toBeDefined();
  expect(journal(writtenOff, back, sold(1000), rule)).toEqual(forwards);
});

const drawerOf = (id: string, registerId: string) =>
  aChangeset([{ fact: drawerSessionTable, row: { id, registerId } }]);

/** Where every row of the journal is filed: `document account register drawer date`. */
function filed(...pages: readonly ReturnType<typeof sold>[]): readonly string[] {
  return replica.within((tx) => {
    for (const page of pages) applyChangesets(tx, [page], 1);
    return replica.sqlite
      .prepare<[], string>(
        `select document_kind || ' ' || account || ' ' || ifnull(register_id, '-') || ' ' || ifnull(drawer_session_id, '-')
          || ' ' || business_date from journal_row order by 1`,
      )
      .pluck()
      .all();
  });
}

test('I7: what was done in a drawer is filed under its register, whether the drawer is heard of before or after', () => {
  const corrected = aChangeset([
    {
      fact: saleCorrectionTable,
      row: { id: 'c', saleId: 'sale', kind: 'tender', drawerSessionId: 'tuesday' },
    },
    {
      fact: paymentTable,
      row: {
        id: 'back',
        saleId: 'sale',
        saleCorrectionId: 'c',
        reversesPaymentId: 'pay',
        tender: 'check',
        amountCents: -1000,
      },
    },
    {
      fact: paymentTable,
      row: { id: 'true', saleId: 'sale', saleCorrectionId: 'c', tender: 'card', amountCents: 1000 },
    },
  ]);
  const sent = aChangeset([{ fact: shipmentTable, row: { id: 'parcel', saleId: 'sale' } }]);
  const gone = aChangeset([
    {
      fact: shipmentEventTable,
      row: { id: 'gone', shipmentId: 'parcel', drawerSessionId: 'tuesday', kind: 'handed_over' },
    },
  ]);
  const tuesday = drawerOf('tuesday', 'two');
  const forwards = filed(rule, tuesday, sold(1000), sent, corrected, gone);
  expect(forwards.filter((row) => row.includes(' two tuesday '))).toHaveLength(4);
  expect(filed(rule, sold(1000), sent, corrected, gone, tuesday)).toEqual(forwards);
});

const settled = (id: string, atMs: number, outcome: string) =>
  aChangeset([{ fact: paymentResolutionTable, row: { id, paymentId: 'pay', outcome, atMs } }]);
const on = (account: string, rows: readonly string[]) =>
  sum(rows.filter((row) => row.split(' ')[1] === account));

test('M7: two registers that found out about one payment apart move it off its account once, by the first answer', () => {
  const [sale, ...rest] = [
    sold(1000, 0),
    settled('one', 5, 'charged'),
    settled('two', 7, 'not_charged'),
  ];
  const unsure = { ...sale, ops: sale.ops.replace('"unknown":0', '"unknown":1') };
  const forwards = journal(rule, unsure, ...rest);
  expect(on('unresolved_payments', forwards)).toBe(0);
  expect(on('check_clearing', forwards)).toBe(1000);
  expect(on('uncollected_payments', forwards)).toBe(0);
  expect(journal(...rest.toReversed(), unsure, rule)).toEqual(forwards);
});

test('a check that two registers saw clear apart went to the bank once, and comes back from there once', () => {
  const again = aChangeset([
    { fact: checkEventTable, row: { id: 'fine again', paymentId: 'pay', kind: 'cleared' } },
  ]);
  const forwards = journal(rule, sold(1000), cleared, again);
  expect([on('bank', forwards), on('check_clearing', forwards)]).toEqual([1000, 0]);
  expect(journal(again, cleared, sold(1000), rule)).toEqual(forwards);
});

test('a lender that two registers saw pay apart paid once', () => {
  const lent = sold(1000);
  const financed = {
    ...lent,
    ops: lent.ops.replace('"tender":"check"', '"tender":"finance","providerId":"lender"'),
  };
  const funded = (id: string) =>
    aChangeset([
      { fact: financeFundingTable, row: { id, paymentId: 'pay', amountCents: 950, feeCents: 50 } },
    ]);
  const forwards = journal(rule, financed, funded('one'), funded('two'));
  expect([on('bank', forwards), on('finance_receivable', forwards)]).toEqual([950, 0]);
  expect(journal(funded('two'), funded('one'), financed, rule)).toEqual(forwards);
});
