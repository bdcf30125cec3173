import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createORPCClient, safe } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { provideKey } from '#electron/store/keys/provide-key.ts';
import { type RunningStore, startStore } from '#electron/store/start-store.ts';
import type { Contract } from '#shared/contract.ts';
import type { Id } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { plainLine } from '#shared/sales/cart.ts';
import { plainTender } from '#shared/sales/tendering/plain-tender.ts';

type Client = ContractRouterClient<Contract>;
const id = <Kind extends string>(_kind: Kind): Id<Kind> => v7() as Id<Kind>;

let dataDir: string;
let store: RunningStore;
const troubles: string[] = [];

async function start(): Promise<void> {
  store = await startStore({
    dataDir,
    key: await provideKey(dataDir, undefined, false),
    demo: false,
    appVersion: '0.0.0',
    platform: 'test',
    onTrouble: (what) => troubles.push(what),
  });
}

beforeEach(async () => {
  troubles.length = 0;
  dataDir = mkdtempSync(path.join(tmpdir(), 'store-'));
  await start();
});
afterEach(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function window(caller = 'window-1') {
  const port = store.connect({ id: caller });
  port.start();
  const client: Client = createORPCClient(new RPCLink({ port: port }));
  return { client, port };
}

const owner = { staffId: id('staff'), name: 'Olive Hart', initials: 'OH', pin: '271828' };

async function aShop(client: Client): Promise<void> {
  const done = await client.system.setUp({
    commandId: id('command'),
    store: {
      name: 'Hart & Sons',
      addressLines: '1 Main St',
      phone: '',
      zone: 'America/Chicago',
      receiptFooter: '',
    },
    registerName: 'Register 1',
    tax: { name: 'Sales tax', ratePpm: 82_500 },
    owner,
    floatCents: 20_000,
  });
  expect(done).toMatchObject({ ok: true });
}

test('an empty folder becomes a shop, a piece is sold, and after a restart everything is as it was', async () => {
  const { client } = window();
  expect(await client.system.status({})).toMatchObject({
    store: { state: 'empty' },
    keyProtectedBy: 'file',
    recoveryCodeUnseen: true,
  });
  await aShop(client);
  expect(await client.system.status({})).toMatchObject({
    store: { state: 'ready' },
    name: 'Hart & Sons',
  });
  expect(await client.staff.session({})).toMatchObject({ initials: 'OH', roles: ['owner'] });
  expect(
    await client.dayClose.open({
      commandId: id('command'),
      drawerSessionId: id('drawerSession'),
      floatCents: 20_000,
    }),
  ).toMatchObject({ ok: true });
  const pieceId = id('piece');
  const fields = {
    stockNumber: '100-1',
    description: 'Diamond ring',
    category: 'Rings',
    vendor: '',
    vendorStyle: '',
    serial: '',
    costCents: 100 as Cents,
    tagPriceCents: 10_000 as Cents,
    taxed: true,
    taxClass: 'goods' as const,
    kind: 'piece' as const,
  };
  expect(
    await client.stock.add({
      commandId: id('command'),
      pieceId,
      fields,
      quantityThousandths: 1000,
    }),
  ).toEqual({ ok: true, value: { pieceId } });
  expect(await client.stock.findByCode({ code: '100-1' })).toMatchObject([
    { pieceId, status: 'in_stock' },
  ]);
  const open = await client.sales.openCart({});
  const line = plainLine({
    lineId: id('saleLine'),
    kind: 'item',
    pieceId,
    stockNumber: '100-1',
    description: 'Diamond ring',
    oneOfOne: true,
    tagPriceCents: 10_000 as Cents,
    taxClass: 'goods',
  });
  const cart = { ...open.cart, lines: [line] };
  expect(await client.sales.saveCart({ cart })).toMatchObject({ ok: true });
  const saleId = id('sale');
  const sold = await client.sales.complete({
    commandId: id('command'),
    saleId,
    cart,
    tenders: [
      plainTender({ paymentId: id('payment'), kind: 'cash', amountCents: 11_000 as Cents }),
    ],
    expectedTotalCents: 10_825,
    print: true,
  });
  expect(sold).toEqual({
    ok: true,
    value: { saleId, number: 'S1-1', totalCents: 10_825, changeCents: 175, roundingCents: 0 },
  });
  await store.close();
  await start();
  const again = window().client;
  await again.staff.signIn({ staffId: owner.staffId, pin: owner.pin });
  expect(await again.sales.recent({})).toMatchObject([
    { number: 'S1-1', totalCents: 10_825, voided: false },
  ]);
  expect(await again.sales.receipt({ saleId, copy: true })).toMatchObject({
    number: 'S1-1',
    changeCents: 175,
    copy: true,
  });
  expect(await again.sales.find({ text: 'S1-1' })).toMatchObject({ sales: [{ saleId }] });
  expect(troubles).toEqual([]);
});

test('A3: nobody signed in, nobody served; no right, no act', async () => {
  const { client } = window();
  await aShop(client);
  const stranger = window('window-2').client;
  const [error] = await safe(stranger.sales.recent({}));
  expect(error).toMatchObject({ code: 'NOT_SIGNED_IN', defined: true });
  const benchId = id('staff');
  await client.staff.save({
    commandId: id('command'),
    staffId: benchId,
    name: 'Ben Ch',
    initials: 'BC',
    roles: ['bench'],
    active: true,
    pin: '4831',
  });
  expect(await stranger.staff.signIn({ staffId: benchId, pin: '4831' })).toMatchObject({
    ok: true,
  });
  await client.staff.save({
    commandId: id('command'),
    staffId: id('staff'),
    name: 'Gone Long',
    initials: 'GL',
    roles: ['counter'],
    active: false,
  });
  const initials = async (who: Client) =>
    (await who.staff.list({ inactive: true })).map((person) => person.initials);
  expect(await initials(client)).toContain('GL');
  expect(await initials(stranger)).not.toContain('GL');
  const [forbidden] = await safe(stranger.sales.openCart({}));
  expect(forbidden).toMatchObject({ code: 'FORBIDDEN', data: { permission: 'sales.sell' } });
  const [customers] = await safe(stranger.customers.search({ text: '' }));
  expect(customers).toMatchObject({ code: 'FORBIDDEN' });
});

test('before set-up every shop procedure says that the store is not open', async () => {
  const { client } = window();
  const [error] = await safe(client.stock.search({ text: '' }));
  expect(error).toMatchObject({ code: 'STORE_NOT_OPEN', defined: true });
});

test('input that is not as the contract says is refused before it reaches the store', async () => {
  const { client } = window();
  await aShop(client);
  const bad: readonly unknown[] = [
    { cart: null },
    { cart: { cartId: 'x', customerId: null, sellingAs: null, lines: [] } },
    null,
    7,
    'x',
  ];
  for (const input of bad) {
    const [error] = await safe(
      (client.sales.saveCart as (input: unknown) => Promise<unknown>)(input),
    );
    expect(error).toMatchObject({ code: 'BAD_REQUEST' });
  }
  expect(troubles).toEqual([]);
});

test('A3: malformed frames cost the sender its port and nobody else anything', async () => {
  const { client } = window();
  await aShop(client);
  for (const frame of [
    '{}',
    'null',
    '5',
    'not json',
    '{"i":1}',
    null,
    5,
    {},
    [],
    new Uint8Array([1, 2, 3]),
    'x'.repeat(3_000_000),
  ]) {
    const port = store.connect({ id: 'window-9' });
    const closed = new Promise((resolve) => port.once('close', resolve));
    port.start();
    port.postMessage(frame);
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 300))]);
    port.close();
  }
  expect(await client.system.status({})).toMatchObject({ store: { state: 'ready' } });
});

test('every window hears which tables a commit changed', async () => {
  const [first, second] = [window('window-1').client, window('window-2').client];
  await aShop(first);
  const stop = new AbortController();
  const changes = await second.system.changes({}, { signal: stop.signal });
  const heard = (async () => {
    for await (const { tables } of changes) if (tables.includes('drawer_session')) return tables;
    return [];
  })();
  await first.dayClose.open({
    commandId: id('command'),
    drawerSessionId: id('drawerSession'),
    floatCents: 100,
  });
  expect(await heard).toContain('changeset');
  stop.abort();
});

test('a second program on the same folder is refused in words', async () => {
  expect(await window().client.system.status({})).toMatchObject({ store: { state: 'empty' } });
  const other = await startStore({
    dataDir,
    key: await provideKey(dataDir, undefined, true),
    demo: false,
    appVersion: '0',
    platform: 'test',
  });
  const port = other.connect({ id: 'w' });
  port.start();
  const client: Client = createORPCClient(new RPCLink({ port: port }));
  expect(await client.system.status({})).toMatchObject({
    store: { state: 'refused', refusal: { code: 'STORE_IN_USE' } },
  });
  await other.close();
});

test('a backup is made, drilled and restored while the window stays', async () => {
  const { client } = window();
  await aShop(client);
  const made = await client.backups.make({});
  if (!made.ok) throw new Error(JSON.stringify(made));
  const { backupId } = made.value;
  await client.staff.save({
    commandId: id('command'),
    staffId: id('staff'),
    name: 'New One',
    initials: 'NO',
    roles: ['counter'],
    active: true,
    pin: '4831',
  });
  expect(await client.backups.drill({ backupId })).toMatchObject({
    ok: true,
    value: { lostChangesets: 1 },
  });
  expect(await client.backups.restore({ backupId })).toMatchObject({ ok: true });
  expect(await client.staff.session({})).toBeNull();
  expect((await client.staff.list({})).map((person) => person.initials)).toEqual(['OH']);
  expect(await client.staff.signIn({ staffId: owner.staffId, pin: owner.pin })).toMatchObject({
    ok: true,
  });
  expect(troubles).toEqual([]);
});

test('I6: a shop whose witness is gone says so on every screen, and numbers go on in a new series', async () => {
  await aShop(window().client);
  expect(await window().client.system.status({})).toMatchObject({ newSeries: null });
  await store.close();
  rmSync(path.join(dataDir, 'shop.witness'));
  await start();
  const { client } = window();
  expect(await client.system.status({})).toMatchObject({
    store: { state: 'ready' },
    newSeries: 'witness',
  });
  await client.staff.signIn({ staffId: owner.staffId, pin: owner.pin });
  expect(await client.sales.terms({})).toMatchObject({ nextNumber: 'S1B-1' });
});
