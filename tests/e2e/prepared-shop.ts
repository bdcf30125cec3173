import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { v7 } from 'uuid';
import { provideKey } from '#electron/store/keys/provide-key.ts';
import { startStore } from '#electron/store/start-store.ts';
import type { Contract } from '#shared/contract.ts';
import type { Id } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { Role } from '#shared/staff/permissions.ts';
import type { PieceFields } from '#shared/stock/contract.ts';

export type StoreClient = ContractRouterClient<Contract>;

export function newId<Kind extends string>(_kind: Kind): Id<Kind> {
  return v7() as Id<Kind>;
}

export interface Person {
  readonly name: string;
  readonly initials: string;
  readonly pin: string;
  readonly roles: readonly Role[];
}

/** Who works in the prepared shop. */
export const OLIVE: Person = {
  name: 'Olive Hart',
  initials: 'OH',
  pin: '271828',
  roles: ['owner'],
};
export const MARA: Person = {
  name: 'Mara Field',
  initials: 'MF',
  pin: '314159',
  roles: ['manager'],
};
export const CAL: Person = { name: 'Cal Osei', initials: 'CO', pin: '2580', roles: ['counter'] };
export const BEA: Person = { name: 'Bea Chan', initials: 'BC', pin: '4831', roles: ['bench'] };

export interface ShelfPiece {
  readonly stockNumber: string;
  readonly description: string;
  readonly priceCents: number;
  /** Given: goods counted by quantity. */
  readonly quantity?: number;
}

/** What lies in its cases. With 8.25 % tax a ring and a watch come to $1,298.99. */
export const RING: ShelfPiece = {
  stockNumber: '100-77001',
  description: 'Diamond ring, 14k white gold',
  priceCents: 99_900,
};
export const WATCH: ShelfPiece = {
  stockNumber: '600-77002',
  description: 'Field watch, 38 mm steel',
  priceCents: 20_100,
};
export const CHAIN: ShelfPiece = {
  stockNumber: '300-77003',
  description: 'Cable chain 18 in, sterling silver',
  priceCents: 8900,
};
export const CLOTH: ShelfPiece = {
  stockNumber: '700-4',
  description: 'Polishing cloth',
  priceCents: 895,
  quantity: 60,
};

/** The shop itself. */
export const HART = {
  name: 'Hart & Sons',
  addressLines: '1 Main St\nFranklin, TN 37064',
  phone: '(615) 555-0100',
  receiptFooter: '',
} as const;

/** The customer whose phone ends in 0142. */
export const ROSA = {
  givenName: 'Rosa',
  familyName: 'Delgado',
  phone: '(615) 555-0142',
  last4: '0142',
} as const;

export interface PreparedShop {
  /** What the program is started with. */
  readonly dataFolder: string;
}

/** A new folder for all of the program's data. */
export function newDataFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'counter-'));
}

/**
 * A shop that is set up, staffed and stocked, with its drawer open, as `more` leaves it. Made through the contract
 * like everything else; the program itself has not run yet.
 */
export async function prepareShop(
  more: (client: StoreClient) => Promise<void> = async () => undefined,
  zone = 'America/Chicago',
): Promise<PreparedShop> {
  const dataFolder = newDataFolder();
  await withStore(dataFolder, async (client) => {
    await setUp(client, zone);
    await more(client);
  });
  return { dataFolder };
}

/** Opens the store of a program that is not running, to prepare it or to read what it holds. */
export async function withStore<Answer>(
  dataFolder: string,
  act: (client: StoreClient) => Promise<Answer>,
): Promise<Answer> {
  const dataDir = path.join(dataFolder, 'shop');
  mkdirSync(dataDir, { recursive: true });
  const troubles: string[] = [];
  const store = await startStore({
    dataDir,
    key: await provideKey(dataDir, undefined, false),
    demo: false,
    appVersion: '0.0.0',
    platform: 'test',
    onTrouble: (what) => troubles.push(what),
  });
  try {
    const port = store.connect({ id: 'preparation' });
    const client = clientOf(port);
    const answer = await act(client);
    if (troubles.length > 0) throw new Error(troubles.join('; '));
    return answer;
  } finally {
    await store.close();
  }
}

/** The same, signed in as the owner: for reading what a test left behind. */
export function readStore<Answer>(
  dataFolder: string,
  read: (client: StoreClient) => Promise<Answer>,
): Promise<Answer> {
  return withStore(dataFolder, async (client) => {
    const owner = (await client.staff.list({})).find(({ initials }) => initials === OLIVE.initials);
    if (!owner) throw new Error('the owner is gone');
    mustDo(await client.staff.signIn({ staffId: owner.staffId, pin: OLIVE.pin }));
    return await read(client);
  });
}

/** Throws with the code when the store refused what a preparation needs. */
export function mustDo(answer: { readonly ok: boolean; readonly refusal?: unknown }): void {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
}

export async function addPiece(client: StoreClient, piece: ShelfPiece): Promise<void> {
  const fields: PieceFields = {
    stockNumber: piece.stockNumber,
    description: piece.description,
    category: 'Goods',
    vendor: '',
    vendorStyle: '',
    serial: '',
    costCents: null,
    tagPriceCents: piece.priceCents as Cents,
    taxed: true,
    taxClass: 'goods',
    kind: piece.quantity === undefined ? 'piece' : 'counted',
  };
  const quantityThousandths = (piece.quantity ?? 1) * 1000;
  mustDo(
    await client.stock.add({
      commandId: newId('command'),
      pieceId: newId('piece'),
      fields,
      quantityThousandths,
    }),
  );
}

function clientOf(port: MessagePort): StoreClient {
  port.start();
  return createORPCClient(new RPCLink({ port }));
}

async function setUp(client: StoreClient, zone: string): Promise<void> {
  mustDo(
    await client.system.setUp({
      commandId: newId('command'),
      store: { ...HART, zone },
      registerName: 'Register 1',
      tax: { name: 'Sales tax', ratePpm: 82_500 },
      owner: {
        staffId: newId('staff'),
        name: OLIVE.name,
        initials: OLIVE.initials,
        pin: OLIVE.pin,
      },
      floatCents: 20_000,
    }),
  );
  mustDo(await client.system.confirmRecoveryCode({}));
  for (const person of [MARA, CAL, BEA]) await hire(client, person);
  const drawerSessionId = newId('drawerSession');
  mustDo(
    await client.dayClose.open({
      commandId: newId('command'),
      drawerSessionId,
      floatCents: 20_000,
    }),
  );
  for (const piece of [RING, WATCH, CHAIN, CLOTH]) await addPiece(client, piece);
  await addRosa(client);
}

async function hire(client: StoreClient, person: Person): Promise<void> {
  mustDo(
    await client.staff.save({
      commandId: newId('command'),
      staffId: newId('staff'),
      name: person.name,
      initials: person.initials,
      roles: [...person.roles],
      active: true,
      pin: person.pin,
    }),
  );
}

async function addRosa(client: StoreClient): Promise<void> {
  const { givenName, familyName, phone } = ROSA;
  mustDo(
    await client.customers.add({
      commandId: newId('command'),
      customerId: newId('customer'),
      fields: {
        givenName,
        familyName,
        company: '',
        phone,
        email: '',
        address: null,
        note: '',
        taxExempt: false,
        language: 'en',
      },
    }),
  );
}
