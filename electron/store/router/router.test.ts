import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createRouterClient, isProcedure } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import { emptyCart } from '#shared/sales/cart.ts';
import { PERMISSIONS } from '#shared/staff/permissions.ts';
import { provideKey } from '../keys/provide-key.ts';
import type { ReaderRequest } from '../worker-messages.ts';
import { newId } from '../writer/new-id.ts';
import { StoreProcess } from '../writer/store-process.ts';
import { router } from './router.ts';

let dataDir: string;
let store: StoreProcess;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'router-'));
  const { port1, port2 } = new MessageChannel();
  // A reader that has nothing to say: only commands are asked here.
  port2.on('message', ({ id }: ReaderRequest) => port2.postMessage({ id, value: null }));
  port2.unref();
  store = new StoreProcess({
    boot: {
      dataDir,
      key: await provideKey(dataDir, undefined, false),
      demo: false,
      appVersion: '0',
      platform: 'test',
      readerPort: port1,
    },
    report: () => undefined,
    now: Date.now,
  });
  await store.open();
});
afterEach(async () => {
  await store.close();
  store.reader.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const client = (callerId = 'window') =>
  createRouterClient(router, { context: { callerId, store } });

async function setUp(): Promise<void> {
  const done = await client().system.setUp({
    commandId: newId('command'),
    store: {
      name: 'Hart',
      addressLines: '',
      phone: '',
      zone: 'America/Chicago',
      receiptFooter: '',
    },
    registerName: 'Register 1',
    tax: { name: 'Tax', ratePpm: 82_500 },
    owner: { staffId: newId('staff'), name: 'Olive Hart', initials: 'OH', pin: '271828' },
    floatCents: 0,
  });
  expect(done).toMatchObject({ ok: true });
}

test('a full disk is said in words by every kind of command, nothing is stored, and with room again it goes on', async () => {
  await setUp();
  const { sqlite } = store.shop.writer;
  const pages = Number(sqlite.pragma('page_count', { simple: true }));
  const head = store.shop.writer.head.n;
  const cart = { ...emptyCart(newId('cart')), lines: [] as never[] };
  const notes = 'x'.repeat(1900);
  const fields = {
    givenName: 'Eve',
    familyName: 'Stone',
    company: '',
    phone: '',
    email: '',
    address: null,
    note: notes,
    taxExempt: false,
    language: 'en' as const,
  };
  const full = () => store.shop.writer.sqlite.pragma(`max_page_count = ${pages}`);
  let refused: unknown;
  for (let i = 0; i < 50 && refused === undefined; i++) {
    full();
    const added = await client().customers.add({
      commandId: newId('command'),
      customerId: newId('customer'),
      fields,
    });
    if (!added.ok) refused = added.refusal;
  }
  expect(refused).toEqual({ code: 'NOT_SAVED', reason: 'DISK_FULL' });
  full();
  const customer = await client().customers.add({
    commandId: newId('command'),
    customerId: newId('customer'),
    fields,
  });
  expect(customer).toMatchObject({ ok: false, refusal: { code: 'NOT_SAVED' } });
  full();
  const printer = {
    host: 'p'.repeat(110),
    port: 9100,
    columns: 48 as const,
    drawer: true,
    locale: 'en' as const,
  };
  const saved = await client().settings.savePrinter({ printer });
  expect(saved.ok || saved.refusal.code).toSatisfy(
    (answer: unknown) => answer === true || answer === 'NOT_SAVED',
  );
  store.shop.writer.sqlite.pragma('max_page_count = 1000000');
  const commandId = newId('command');
  expect(
    await client().customers.add({ commandId, customerId: newId('customer'), fields }),
  ).toMatchObject({ ok: true });
  expect(await client().sales.saveCart({ cart })).toMatchObject({ ok: true });
  expect(store.shop.writer.head.n).toBeGreaterThan(head);
});

test('a wish to print that is sent twice is one paper', async () => {
  await setUp();
  const printer = {
    host: '127.0.0.1',
    port: 9100,
    columns: 48 as const,
    drawer: true,
    locale: 'en' as const,
  };
  expect(await client().settings.savePrinter({ printer })).toMatchObject({ ok: true });
  const commandId = newId('command');
  for (let i = 0; i < 2; i++)
    expect(await client().printing.testPage({ commandId })).toEqual({ ok: true, value: null });
  const { sqlite } = store.shop.writer;
  expect(sqlite.prepare('select id from print_job').pluck().all()).toEqual([commandId]);
});

interface Described {
  readonly '~orpc': { readonly meta: { readonly access: string; readonly kind: string } };
}

test('A3: every procedure of the contract names who may call it, and only known rights', () => {
  const known = new Set(['anyone', 'signedIn', ...Object.keys(PERMISSIONS)]);
  const all = Object.entries(contract).flatMap(([area, procedures]) =>
    Object.entries(procedures).map(
      ([name, procedure]) =>
        [`${area}.${name}`, (procedure as unknown as Described)['~orpc'].meta] as const,
    ),
  );
  expect(all.length).toBeGreaterThan(50);
  for (const [name, { access }] of all) expect(known.has(access), name).toBe(true);
  const open = all.filter(([, { access }]) => access === 'anyone').map(([name]) => name);
  // What works before anybody has signed in. A new name here is a decision, not an accident.
  expect(open.toSorted()).toEqual([
    'backups.drill',
    'backups.goOnWithLoss',
    'backups.list',
    'backups.restore',
    'staff.list',
    'staff.session',
    'staff.signIn',
    'staff.signOut',
    'system.changes',
    'system.leaveDemo',
    'system.openDemo',
    'system.recoveryCode',
    'system.resetDemo',
    'system.setUp',
    'system.status',
    'system.useRecoveryCode',
  ]);
});

test('A3: the matrix of procedures and roles equals the permission table', async () => {
  await setUp();
  const roles = ['counter', 'bench', 'manager', 'owner', 'auditor'] as const;
  for (const [area, procedures] of Object.entries(router)) {
    for (const [name, procedure] of Object.entries(procedures)) {
      if (!isProcedure(procedure)) continue;
      const { access } = (procedure as unknown as Described)['~orpc'].meta;
      if (access === 'anyone') continue;
      for (const role of [undefined, ...roles]) {
        const callerId = `as ${String(role)}`;
        if (role)
          store.sessions.signIn(callerId, {
            staffId: newId('staff'),
            name: 'X',
            initials: 'X',
            roles: [role],
            active: true,
            hasPin: true,
          });
        const call = (
          client(callerId) as unknown as Record<
            string,
            Record<string, (input: unknown) => Promise<unknown>>
          >
        )[area]?.[name];
        const code = await call?.('no input is like this').then(
          () => 'served',
          (error: unknown) => (error as { code?: string }).code,
        );
        const table: readonly string[] =
          access === 'signedIn' ? roles : PERMISSIONS[access as keyof typeof PERMISSIONS];
        const expected =
          role === undefined ? 'NOT_SIGNED_IN' : table.includes(role) ? 'BAD_REQUEST' : 'FORBIDDEN';
        expect(code, `${area}.${name} ${callerId}`).toBe(expected);
      }
    }
  }
});
