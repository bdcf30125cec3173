import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import type { BatchId, Id, StaffId } from '#shared/ids.ts';
import { cents, type RatePpm } from '#shared/money.ts';
import type { Role } from '#shared/staff/permissions.ts';
import type { BusinessDate } from '#shared/time.ts';
import { ok } from '#shared/result.ts';
import { drawerSessionTable } from '../drawer/tables.ts';
import { registerTable, settingTable, storeTable } from '../settings/tables.ts';
import { staffTable } from '../staff/tables.ts';
import { insertHomeArea } from '../taxes/insert-home-area.ts';
import { openStore } from '../store/open-store.ts';
import { putCreatedStore, TEST_KEY } from './created-store.ts';
import type { Actor, CommandContext, RegisterIdentity } from '../write-path/command-context.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import type { Writer } from '../write-path/writer.ts';

export function newId<Kind extends string>(_kind: Kind): Id<Kind> {
  return v7() as Id<Kind>;
}

/** A shop on a real encrypted file in a folder of its own, with people, a tax and (unless told not to) an open drawer. */
export interface TestShop {
  readonly dataDir: string;
  readonly keyHex: string;
  readonly writer: Writer;
  readonly register: RegisterIdentity;
  readonly owner: Actor;
  readonly manager: Actor;
  readonly counter: Actor;
  readonly today: BusinessDate;
  /** Names of tables, per commit, as the windows hear of them. */
  readonly commits: (readonly string[])[];
  /** A context for one command; by default the counter acts now. */
  context(
    command: string,
    over?: {
      readonly actor?: Actor | null;
      readonly nowMs?: number;
      readonly commandId?: string;
      readonly batchId?: BatchId;
    },
  ): CommandContext;
  /** Closes and opens the same file again, as after a restart. */
  reopen(): TestShop;
  close(): void;
}

/** 8.25 % on everything taxed. */
export const TEST_TAX_PPM = 82_500;
export const TEST_NOW_MS = Date.UTC(2026, 10, 23, 16, 0, 0);
/** The machine every test shop stands on. */
export const TEST_MACHINE = 'test-machine';

export function aShop(
  options: { readonly drawerOpen?: boolean; readonly floatCents?: number } = {},
): TestShop {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'shop-'));
  putCreatedStore(dataDir, TEST_MACHINE);
  const shop = openTestShop(dataDir, TEST_KEY, shopPeople());
  fill(shop, options);
  return shop;
}

export type ShopPeople = Pick<TestShop, 'owner' | 'manager' | 'counter'>;

/** Three people with new ids: what each may do is their role. */
export function shopPeople(): ShopPeople {
  return {
    owner: { staffId: newId('staff'), roles: ['owner'] },
    manager: { staffId: newId('staff'), roles: ['manager'] },
    counter: { staffId: newId('staff'), roles: ['counter'] },
  };
}

/** Opens the file that lies in a folder, migrating it where it is older, with these people at the counter. */
export function openTestShop(dataDir: string, keyHex: string, people: ShopPeople): TestShop {
  const commits: (readonly string[])[] = [];
  const result = openStore({
    dataDir,
    keyHex,
    machine: TEST_MACHINE,
    nowMs: TEST_NOW_MS,
    newId,
    backupBeforeMigration: () => {},
    onCommit: (tables) => commits.push(tables),
    onWitnessFailed: (error) => {
      throw error;
    },
  });
  if (!result.ok) throw new Error(`the test shop did not open: ${JSON.stringify(result.refusal)}`);
  const { writer, register } = result.value;
  const context: TestShop['context'] = (command, over = {}) => ({
    commandId: over.commandId ?? newId('command'),
    command,
    actor: over.actor === undefined ? people.counter : over.actor,
    batchId: over.batchId ?? null,
    nowMs: over.nowMs ?? TEST_NOW_MS,
    register,
    newId,
  });
  return {
    dataDir,
    keyHex,
    writer,
    register,
    ...people,
    today: '2026-11-23' as BusinessDate,
    commits,
    context,
    reopen: () => {
      writer.close();
      return openTestShop(dataDir, keyHex, people);
    },
    close: () => {
      writer.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function fill(
  shop: TestShop,
  {
    drawerOpen = true,
    floatCents = 20_000,
  }: { readonly drawerOpen?: boolean; readonly floatCents?: number },
): void {
  shop.writer.write(shop.context('test.fill', { actor: null }), null, (tx) => {
    tx.insertProfile(storeTable, {
      id: shop.register.storeId,
      name: 'Bellmore Jewelers',
      addressLines: '12 Main St\nFranklin, TN 37064',
      phone: '(615) 555-0100',
      zone: 'America/Chicago',
      receiptFooter: 'Thank you',
    });
    tx.insertProfile(registerTable, {
      id: shop.register.registerId,
      number: 1,
      name: 'Register 1',
    });
    for (const [id, value] of [
      ['floatCents', '20000'],
      ['defaultTender', '"cash"'],
      ['overrideFromPpm', '0'],
    ] as const)
      tx.insertProfile(settingTable, { id, value });
    insertHomeArea(
      tx,
      { newId, nowMs: TEST_NOW_MS },
      { name: 'Sales tax', ratePpm: TEST_TAX_PPM as RatePpm },
    );
    person(shop.owner, 'Ana Rivas', 'AR', ['owner']);
    person(shop.manager, 'Mona Field', 'MF', ['manager']);
    person(shop.counter, 'Cal Osei', 'CO', ['counter']);
    if (drawerOpen) openedDrawer(tx, shop, floatCents);
    return ok(null);

    function person(
      { staffId }: { readonly staffId: StaffId },
      name: string,
      initials: string,
      roles: readonly Role[],
    ): void {
      tx.insertProfile(staffTable, {
        id: staffId,
        name,
        initials,
        roles: JSON.stringify(roles),
        active: 1,
      });
    }
  });
}

function openedDrawer(tx: WriteTx, shop: TestShop, floatCents: number): void {
  tx.insertFact(drawerSessionTable, {
    id: newId('drawerSession'),
    registerId: shop.register.registerId,
    staffId: shop.counter.staffId,
    floatCents: cents(floatCents),
    businessDate: shop.today,
    openedAtMs: TEST_NOW_MS - 3_600_000,
    clockUnsure: 0,
  });
}
