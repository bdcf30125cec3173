import { addCustomer } from '#db/customers/add-customer.ts';
import { closeDay } from '#db/day-close/close-day.ts';
import { openDrawer } from '#db/drawer/open-drawer.ts';
import { setUpStore } from '#db/first-run/set-up-store.ts';
import { completeSale } from '#db/sales/complete/complete-sale.ts';
import { insertPinPepper } from '#db/settings/register-settings.ts';
import { findTicketTerms } from '#db/sales/ticket-terms.ts';
import { addPiece } from '#db/stock/add-piece.ts';
import type { OpenedStore } from '#db/store/open-store.ts';
import type { Actor, CommandContext } from '#db/write-path/command-context.ts';
import type { WriteTx } from '#db/write-path/write-tx.ts';
import { hashPin, makePepper } from '#electron/store/people/pin-verifier.ts';
import { newId } from '#electron/store/writer/new-id.ts';
import type { CustomerId } from '#shared/ids.ts';
import { cents, type RatePpm } from '#shared/money.ts';
import type { Refusal, Result } from '#shared/result.ts';
import type { CartPiece } from '#shared/sales/cart.ts';
import type { TicketTerms } from '#shared/sales/cart-totals.ts';
import { seeded } from '#tools/crash/seeded.ts';
import { personOf } from './person-of.ts';
import { saleOf } from './sale-of.ts';

/** The owner of every filled shop signs in with it. */
export const OWNER_PIN = '802461';

const SALES_A_DAY = 120;
const DAY_MS = 86_400_000;
const COUNTED_PIECES = 300;
const SINGLE_PIECES = 12_000;
const CUSTOMERS = 4000;
/** As many as may share a transaction. */
const BATCH = 200;

export interface Filling {
  readonly sales: number;
  /** People beside those whom every filled shop has. */
  readonly people: number;
  readonly startMs: number;
  readonly say: (line: string) => void;
}

/** Fills an empty store with people, stock, customers and business days, each through its command. Leaves the drawer open. */
export async function fillShop(
  store: OpenedStore,
  { sales, people, startMs, say }: Filling,
): Promise<void> {
  const filler = new Filler(store, startMs);
  await filler.setUp();
  if (sales > 0) {
    filler.stock();
    filler.customers();
    filler.people(people);
  }
  for (let sold = 0; sold < sales; sold += SALES_A_DAY) {
    filler.day(Math.min(SALES_A_DAY, sales - sold));
    if (sold > 0 && sold % (SALES_A_DAY * 100) === 0) say(`bench: ${sold} of ${sales}`);
  }
  filler.openDrawer();
}

interface Step {
  readonly context: CommandContext;
  readonly input: unknown;
  readonly body: (tx: WriteTx) => Result<unknown, Refusal>;
}

class Filler {
  readonly #store: OpenedStore;
  readonly #chance = seeded(7);
  readonly #owner: Actor = { staffId: newId('staff'), roles: ['owner'] };
  readonly #counted: CartPiece[] = [];
  readonly #customers: CustomerId[] = [];
  #nowMs: number;

  constructor(store: OpenedStore, startMs: number) {
    this.#store = store;
    this.#nowMs = startMs;
  }

  async setUp(): Promise<void> {
    const pepper = makePepper();
    const verifier = await hashPin(pepper, OWNER_PIN);
    this.#store.writer.writeLocal((tx) => insertPinPepper(tx, pepper));
    const told = {
      store: {
        name: 'Bellmore Jewelers',
        addressLines: '12 Main St\nFranklin, TN 37064',
        phone: '(615) 555-0100',
        zone: 'America/Chicago',
        receiptFooter: 'Thank you',
      },
      registerName: 'Register 1',
      tax: { name: 'Sales tax', ratePpm: 82_500 as RatePpm },
      owner: {
        staffId: this.#owner.staffId,
        name: 'Ana Rivas',
        initials: 'AR',
        verifier,
      },
      floatCents: cents(20_000),
    };
    this.#write({ ...this.#context('system.setUp'), actor: null }, null, (tx, context) =>
      setUpStore(tx, context, told),
    );
  }

  stock(): void {
    const kinds = [
      ...Array<'counted'>(COUNTED_PIECES).fill('counted'),
      ...Array<'piece'>(SINGLE_PIECES).fill('piece'),
    ];
    this.#writeMany(
      kinds.map((kind, index) => {
        const context = this.#context('stock.add');
        const tagPriceCents = cents(2500 + this.#chance.below(400_000));
        const description = `${this.#chance.pick(METALS)} ${this.#chance.pick(FORMS)}, ${this.#chance.pick(STONES)}`;
        const fields = {
          stockNumber: `${kind === 'counted' ? 'C' : 'P'}-${index}`,
          description,
          category: 'Rings',
          vendor: 'Stuller',
          vendorStyle: '',
          serial: kind === 'piece' ? `K${(700_000 + index * 37).toString()}` : '',
          costCents: cents(1000),
          tagPriceCents,
          taxed: true,
          taxClass: 'goods' as const,
          kind,
        };
        const input = {
          pieceId: newId('piece'),
          fields,
          quantityThousandths: kind === 'counted' ? 1_000_000_000 : 1000,
          businessDate: '2023-01-02',
        };
        if (kind === 'counted') this.#counted.push({ pieceId: input.pieceId, ...fields });
        return { context, input, body: (tx: WriteTx) => addPiece(tx, context, input) };
      }),
    );
  }

  customers(): void {
    this.#writeMany(
      Array.from({ length: CUSTOMERS }, (_, index) => {
        const context = this.#context('customers.add');
        const fields = {
          givenName: this.#chance.pick(GIVEN),
          familyName: `${this.#chance.pick(FAMILY)}${index % 50 === 0 ? '-Lee' : ''}`,
          company: '',
          phone: `615${String(2_000_000 + index * 37).padStart(7, '0')}`,
          email: '',
          address: null,
          note: '',
          taxExempt: false,
          language: 'en' as const,
        };
        const input = { customerId: newId('customer'), fields };
        this.#customers.push(input.customerId);
        return { context, input, body: (tx: WriteTx) => addCustomer(tx, context, input) };
      }),
    );
  }

  /** As many more people as asked, by the same seed always. */
  people(count: number): void {
    for (let at = 0; at < count; at += BATCH) {
      const numbers = Array.from({ length: Math.min(BATCH, count - at) }, (_, step) => at + step);
      this.#writeMany(
        numbers.map((number) => {
          const context = this.#context('customers.add');
          const input = { customerId: newId('customer'), fields: personOf(number) };
          return { context, input, body: (tx: WriteTx) => addCustomer(tx, context, input) };
        }),
      );
    }
  }

  /** A business day: drawer open, sales of one to three lines, drawer closed. */
  day(sales: number): void {
    const terms = this.openDrawer();
    this.#writeMany(
      Array.from({ length: sales }, () => {
        const pieces = new Set(
          Array.from({ length: 1 + this.#chance.below(3) }, () => this.#chance.pick(this.#counted)),
        );
        const customerId = this.#chance.chance(0.5) ? this.#chance.pick(this.#customers) : null;
        const input = saleOf([...pieces], terms, { customerId, changeCents: 0 });
        const context = { ...this.#context('sales.complete'), commandId: input.commandId };
        return { context, input, body: (tx: WriteTx) => completeSale(tx, context, input) };
      }),
    );
    const close = {
      countedCents: cents(20_000),
      reason: 'Counted by the bench',
      leaveCents: cents(20_000),
    };
    this.#write(this.#context('dayClose.close'), close, (tx, context) =>
      closeDay(tx, context, close),
    );
    this.#nowMs += DAY_MS - sales * 60_000;
    this.#store.writer.sqlite.pragma('wal_checkpoint(PASSIVE)');
  }

  openDrawer(): TicketTerms {
    const open = { drawerSessionId: newId('drawerSession'), floatCents: cents(20_000) };
    const context = this.#context('dayClose.open');
    this.#write(context, open, (tx) => openDrawer(tx, context, open));
    return findTicketTerms(this.#store.writer, '2999-12-31');
  }

  #context(command: string): CommandContext {
    this.#nowMs += 60_000;
    return {
      commandId: newId('command'),
      command,
      actor: this.#owner,
      batchId: null,
      nowMs: this.#nowMs,
      register: this.#store.register,
      newId,
    };
  }

  #write(
    context: CommandContext,
    input: unknown,
    body: (tx: WriteTx, context: CommandContext) => Result<unknown, Refusal>,
  ): void {
    assertDone(this.#store.writer.write(context, input, (tx) => body(tx, context)));
  }

  #writeMany(steps: readonly Step[]): void {
    for (let at = 0; at < steps.length; at += BATCH)
      for (const result of this.#store.writer.writeMany(steps.slice(at, at + BATCH)))
        assertDone(result);
  }
}

function assertDone(result: Result<unknown>): void {
  if (!result.ok)
    throw new Error(`the shop could not be filled: ${JSON.stringify(result.refusal)}`);
}

const METALS = ['14 kt yellow gold', '18 kt white gold', 'Platinum', 'Sterling silver'];
const FORMS = ['ring', 'pendant', 'bracelet', 'earrings', 'chain', 'watch'];
const STONES = ['diamond', 'sapphire', 'ruby', 'emerald', 'pearl', 'no stone'];
const GIVEN = ['Ana', 'José', 'Mary', 'Wei', 'Omar', 'Lena', 'Grace', 'Ivan'];
const FAMILY = [
  'Núñez',
  'Smith',
  'Fields',
  'Okafor',
  'Tanaka',
  'Rossi',
  'Meyer',
  'Brown',
  'Haddad',
];
