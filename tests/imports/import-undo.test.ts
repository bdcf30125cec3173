import { editCustomer } from '#db/customers/edit-customer.ts';
import { noteVisit } from '#db/customers/find-customer.ts';
import { searchCustomers } from '#db/customers/search-customers.ts';
import { findByCode } from '#db/stock/find-piece.ts';
import { rederivePieceStates } from '#db/stock/rederive-piece-states.ts';
import { aShop, type TestShop } from '#db/testing/a-shop.ts';
import { afterEach, expect, test } from 'vitest';
import { aCatalog, importDesk, valueOf } from './import-desk.ts';
import { customerOf, JORG, NURIA, pieceOf, reprice, sell, shopify } from './imported-shop.ts';

let shop: TestShop;
afterEach(() => shop.close());

test('an undo takes back what was created and what was changed', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  await desk.run(await desk.stage(aCatalog(2)));
  const staged = await desk.stage(
    aCatalog(4, (index) => ({ price: index < 2 ? '250.00' : '99.00' })),
  );
  await desk.run(staged);
  expect(await desk.undo(staged)).toEqual({
    removedCount: 2,
    restoredCount: 2,
    keptCount: 0,
    kept: [],
  });
  expect(desk.batch(staged).state).toBe('undone');
  expect(pieceOf(shop, 'N-00001').tagPriceCents).toBe(19_900);
  expect(findByCode(shop.writer, 'N-00003')).toEqual([]);
  expect(rederivePieceStates(shop.writer)).toEqual([]);
  const { n } = shop.writer.head;
  expect(await desk.undo(staged)).toEqual({
    removedCount: 2,
    restoredCount: 2,
    keptCount: 0,
    kept: [],
  });
  expect(shop.writer.head.n).toBe(n);
  expect((await desk.run(staged)).state).toBe('undone');
});

test('an undone file can be imported again', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const staged = await desk.stage(aCatalog(3));
  await desk.run(staged);
  await desk.undo(staged);
  expect(await desk.run(await desk.stage(aCatalog(3)))).toMatchObject({ createdCount: 3 });
  expect(pieceOf(shop, 'N-00002').status).toBe('in_stock');
});

test('an undo keeps, counts and names what was sold or changed since', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const staged = await desk.stage(aCatalog(5));
  await desk.run(staged);
  sell(shop, pieceOf(shop, 'N-00000').pieceId);
  reprice(shop, 'N-00001', 21_000);
  expect(await desk.undo(staged)).toEqual({
    removedCount: 3,
    restoredCount: 0,
    keptCount: 2,
    kept: [
      { row: 2, title: 'N-00000 Ring 00000' },
      { row: 3, title: 'N-00001 Ring 00001' },
    ],
  });
  expect(pieceOf(shop, 'N-00000').status).toBe('sold');
  expect(pieceOf(shop, 'N-00001')).toMatchObject({ status: 'in_stock', tagPriceCents: 21_000 });
});

test('an undo leaves a field that somebody has set since, and restores the others', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  await desk.run(await desk.stage(aCatalog(2)));
  const staged = await desk.stage(
    aCatalog(2, (index) => (index === 1 ? { price: '250.00', name: 'Renamed' } : {})),
  );
  await desk.run(staged);
  reprice(shop, 'N-00001', 26_000);
  expect(await desk.undo(staged)).toEqual({
    removedCount: 0,
    restoredCount: 1,
    keptCount: 0,
    kept: [],
  });
  expect(pieceOf(shop, 'N-00001')).toMatchObject({
    description: 'Ring 00001',
    tagPriceCents: 26_000,
  });
});

test('an undo keeps customers who were here or were edited, and archives the rest', async () => {
  shop = aShop();
  const desk = importDesk(shop);
  const staged = await desk.stage(shopify(NURIA, JORG, "'7003,Ed,Ito,,,,,,,,,,,,no,"));
  await desk.run(staged);
  const edited = customerOf(shop, 'jorg');
  shop.writer.writeLocal((tx) =>
    noteVisit(tx, customerOf(shop, 'nuria').customerId, shop.today, 1),
  );
  const context = shop.context('customers.edit');
  const { customerId } = edited;
  const input = { customerId, fields: { ...edited.fields, note: 'prefers calls' } };
  valueOf(shop.writer.write(context, input, (tx) => editCustomer(tx, context, input)));
  expect(await desk.undo(staged)).toMatchObject({
    removedCount: 1,
    restoredCount: 0,
    keptCount: 2,
    kept: [{ title: 'Núria Müller' }, { title: 'Jörg Müller' }],
  });
  expect(searchCustomers(shop.writer, { text: '' }).total).toBe(2);
});
