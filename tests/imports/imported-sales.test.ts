import { findX } from '#db/day-close/find-day-close.ts';
import { findImportedSales, listImportedSales } from '#db/imports/sales/list-imported-sales.ts';
import { aShop, TEST_NOW_MS, type TestShop } from '#db/testing/a-shop.ts';
import { afterEach, expect, test } from 'vitest';
import { importDesk, valueOf } from './import-desk.ts';
import { customerOf, NURIA, shopify } from './imported-shop.ts';

let shop: TestShop;
afterEach(() => shop.close());

const HEADERS =
  'Date,Time,Time Zone,Category,Item,Qty,SKU,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Event Type,Customer Name';
const RING =
  '8/11/2026,15:43:58,CT,Rings,Ring,1.0,R-1,$407.99,$0.00,$407.99,$33.66,t1,Payment,Núria Müller';
const CHAIN =
  '8/11/2026,15:43:58,CT,Chains,Chain,2.0,C-2,$60.00,-$10.00,$50.00,$4.13,t1,Payment,Núria Müller';
const BACK =
  '8/13/2026,10:00:00,CT,Rings,Ring,-1.0,R-1,-$407.99,$0.00,-$407.99,-$33.66,t2,Refund,Nuria Muller';
const file = (...rows: readonly string[]) => [HEADERS, ...rows].join('\n');
const theDay = () =>
  findX(shop.writer, {
    registerId: shop.register.registerId,
    staffId: shop.owner.staffId,
    nowMs: TEST_NOW_MS,
    demo: false,
  });
const count = (table: string) =>
  shop.writer.sqlite.prepare(`select count(*) from ${table}`).pluck().get();

test('past sales come in by their numbers and stand with the customer of that name', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  await desk.run(await desk.stage(shopify(NURIA)));
  const staged = await desk.stage(file(RING, CHAIN, BACK));
  expect(staged).toMatchObject({ source: 'squareItemSales', target: 'sales' });
  const dryRun = valueOf(await desk.runs.dryRun(staged.batchId, staged.mapping));
  expect(dryRun).toMatchObject({
    newCount: 3,
    errorCount: 0,
    newSample: ['t1 Ring', 't1 Chain', 't2 Ring'],
  });
  expect(await desk.run(staged)).toMatchObject({ createdCount: 3 });
  const { customerId } = customerOf(shop, 'nuria');
  const sales = listImportedSales(shop.writer, customerId);
  expect(sales).toMatchObject({ saleCount: 2, boughtCents: 5_000 });
  expect(sales.rows).toMatchObject([
    { number: 't2', soldOn: '2026-08-13', netCents: -40_799, lineCount: 1 },
    { number: 't1', soldOn: '2026-08-11', netCents: 45_799, taxCents: 3_779, lineCount: 2 },
  ]);
  const numbersOf = (text: string) =>
    findImportedSales(shop.writer, text).map(({ number }) => number);
  expect(numbersOf(' t1 ')).toEqual(['t1']);
  expect(numbersOf('r-1')).toEqual(['t2', 't1']);
  expect(numbersOf('')).toEqual([]);
});

test('past sales move no piece and no money, and are in no day', async () => {
  shop = aShop();
  const before = theDay();
  const desk = importDesk(shop);
  await desk.run(await desk.stage(file(RING, CHAIN, BACK)));
  for (const table of ['sale', 'sale_tax', 'payment', 'journal_row', 'stock_movement', 'piece'])
    expect(count(table), table).toBe(0);
  expect(theDay()).toEqual(before);
});

test('a file read again doubles nothing, and two lines alike on one ticket are two', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  expect(await desk.run(await desk.stage(file(RING, RING)))).toMatchObject({ createdCount: 2 });
  const { n } = shop.writer.head;
  expect(await desk.run(await desk.stage(file(RING, RING)))).toMatchObject({ createdCount: 0 });
  expect(shop.writer.head.n).toBe(n);
  expect(await desk.run(await desk.stage(file(RING, RING, CHAIN)))).toMatchObject({
    createdCount: 1,
  });
  expect(count('imported_sale')).toBe(1);
});

test('two customers of one name: the sale is nobody’s until a person says whose', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  await desk.run(await desk.stage(shopify(NURIA, NURIA.replace('7001', '7009'))));
  await desk.run(await desk.stage(file(RING)));
  expect(findImportedSales(shop.writer, 't1')).toMatchObject([{ customerName: 'Núria Müller' }]);
  expect(count('imported_sale where customer_id is not null')).toBe(0);
});

test('an undo takes past sales back, and the file can be imported again', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const staged = await desk.stage(file(RING, CHAIN));
  await desk.run(staged);
  expect(await desk.undo(staged)).toMatchObject({ removedCount: 2, keptCount: 0 });
  expect(findImportedSales(shop.writer, 't1')).toEqual([]);
  expect(await desk.run(await desk.stage(file(RING, CHAIN)))).toMatchObject({ createdCount: 2 });
  expect(findImportedSales(shop.writer, 't1')).toMatchObject([{ lineCount: 2 }]);
});

test('what was sold stands: neither a line nor its sale can be changed or deleted', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  await desk.run(await desk.stage(file(RING)));
  const change = (sql: string) => () => shop.writer.sqlite.exec(sql);
  expect(change('update imported_sale_line set net_cents = 0')).toThrow('FACT_STANDS');
  expect(change("update imported_sale set sold_on = '2000-01-01'")).toThrow('FACT_STANDS');
  expect(change("update imported_sale set customer_name = 'Other'")).toThrow('FACT_STANDS');
  expect(change('delete from imported_sale')).toThrow('FACT_STANDS');
  change("update imported_sale set customer_name = ''")();
});
