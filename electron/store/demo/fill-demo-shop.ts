import { randomBytes } from 'node:crypto';
import { addCustomer } from '#db/customers/add-customer.ts';
import { closeDay } from '#db/day-close/close-day.ts';
import { findX } from '#db/day-close/find-day-close.ts';
import { openDrawer } from '#db/drawer/open-drawer.ts';
import { setUpStore } from '#db/first-run/set-up-store.ts';
import { saveCart, parkCart } from '#db/sales/cart/carts.ts';
import { completeSale } from '#db/sales/complete/complete-sale.ts';
import { seedServiceTiles } from '#db/sales/tiles/seed-service-tiles.ts';
import { findTicketTerms } from '#db/sales/ticket-terms.ts';
import { insertPinPepper } from '#db/settings/register-settings.ts';
import { saveStaff } from '#db/staff/save-staff.ts';
import { addPiece } from '#db/stock/add-piece.ts';
import { findPieceForSale } from '#db/stock/find-piece.ts';
import type { Actor, CommandContext, RegisterIdentity } from '#db/write-path/command-context.ts';
import type { Writer } from '#db/write-path/writer.ts';
import type { WriteTx } from '#db/write-path/write-tx.ts';
import type { CustomerId, PieceId, StaffId } from '#shared/ids.ts';
import type { Cents, RatePpm } from '#shared/money.ts';
import type { Refusal, Result } from '#shared/result.ts';
import { addPiece as addToCart, type Cart, emptyCart, setCustomer } from '#shared/sales/cart.ts';
import { cartTotals } from '#shared/sales/cart-totals.ts';
import { plainTender } from '#shared/sales/tendering/plain-tender.ts';
import { dateInZone } from '#shared/time.ts';
import { hashPin } from '../people/pin-verifier.ts';
import { newId } from '../writer/new-id.ts';
import { aDemoPiece, COUNTED_GOODS } from './demo-goods.ts';
import { aDemoCustomer, DEMO_STAFF } from './demo-people.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

const SEED = 20_260_123;
const ZONE = 'America/Chicago';
const DAYS = 12;
const PIECES = 240;
const CUSTOMERS = 90;
const DAY_MS = 86_400_000;
const FLOAT_CENTS = 20_000 as Cents;
const STATE_TAX_PPM = 92_500 as RatePpm;

interface DemoShop {
  readonly writer: Writer;
  readonly register: RegisterIdentity;
  readonly random: SeededRandom;
  readonly owner: Actor;
  readonly counter: Actor;
  readonly pieces: PieceId[];
  readonly customers: CustomerId[];
}

/**
 * Fills an empty demo with a shop as it looks on an ordinary day: people, stock, customers, two weeks of sales and day
 * closes, an open drawer and two parked carts. Everything goes through the real commands, always the same by its seed;
 * only the dates follow the calendar.
 */
export async function fillDemoShop(
  writer: Writer,
  register: RegisterIdentity,
  nowMs: number,
): Promise<void> {
  const pepper = randomBytes(32).toString('hex');
  writer.writeLocal((tx) => insertPinPepper(tx, pepper));
  const verifiers = await Promise.all(DEMO_STAFF.map(({ pin }) => hashPin(pepper, pin)));
  const startMs = morningOf(nowMs - DAYS * DAY_MS);
  const ids = DEMO_STAFF.map(() => newId('staff'));
  const [owner, , counter] = DEMO_STAFF.map(({ roles }, index) => ({
    staffId: ids[index] as StaffId,
    roles,
  }));
  if (!owner || !counter) throw new Error('the demo has no people');
  const shop: DemoShop = {
    writer,
    register,
    random: seededRandom(SEED),
    owner,
    counter,
    pieces: [],
    customers: [],
  };
  hirePeople(shop, ids, verifiers, startMs);
  stockUp(shop, startMs);
  for (let day = 0; day < DAYS; day++)
    aDayOfSales(shop, startMs + day * DAY_MS, shop.random.between(6, 14), true);
  aDayOfSales(shop, Math.min(morningOf(nowMs), nowMs - 3_600_000), 4, false);
  parkSome(shop, nowMs);
}

function hirePeople(
  shop: DemoShop,
  ids: readonly StaffId[],
  verifiers: readonly string[],
  atMs: number,
): void {
  const [first, ...others] = DEMO_STAFF.map((person, index) => ({
    staffId: ids[index] as StaffId,
    name: person.name,
    initials: person.initials,
    roles: person.roles,
    verifier: verifiers[index] ?? '',
  }));
  if (!first) throw new Error('the demo has no owner');
  run(shop, 'system.setUp', null, atMs, (tx, context) => {
    seedServiceTiles(tx, context, 'en');
    return setUpStore(tx, context, {
      store: {
        name: 'Rivas & Daughters',
        addressLines: '12 Main St\nFranklin, TN 37064',
        phone: '(615) 555-0100',
        zone: ZONE,
        receiptFooter: 'Returns within 30 days with this receipt.',
      },
      registerName: 'Register 1',
      tax: { name: 'Sales tax', ratePpm: STATE_TAX_PPM },
      owner: first,
      floatCents: FLOAT_CENTS,
    });
  });
  for (const person of others)
    run(shop, 'staff.save', shop.owner, atMs, (tx, context) =>
      saveStaff(tx, context, { ...person, active: true }),
    );
}

function stockUp(shop: DemoShop, atMs: number): void {
  const { random } = shop;
  const businessDate = dateInZone(atMs, ZONE);
  const goods = Array.from({ length: PIECES }, (_, index) => ({
    fields: aDemoPiece(random, index + 1),
    quantityThousandths: 1000,
  }));
  const counted = COUNTED_GOODS.map(({ stockNumber, description, priceCents, quantity }) => ({
    fields: {
      stockNumber,
      description,
      category: 'Accessories',
      vendor: '',
      vendorStyle: '',
      serial: '',
      costCents: Math.round(priceCents / 2) as Cents,
      tagPriceCents: priceCents as Cents,
      taxed: true,
      taxClass: 'goods' as const,
      kind: 'counted' as const,
    },
    quantityThousandths: quantity * 1000,
  }));
  for (const piece of [...goods, ...counted]) {
    const pieceId = newId('piece');
    run(shop, 'stock.add', shop.owner, atMs, (tx, context) =>
      addPiece(tx, context, { ...piece, pieceId, businessDate }),
    );
    shop.pieces.push(pieceId);
  }
  for (let serial = 1; serial <= CUSTOMERS; serial++) {
    const customerId = newId('customer');
    run(shop, 'customers.add', shop.owner, atMs, (tx, context) =>
      addCustomer(tx, context, { customerId, fields: aDemoCustomer(random, serial) }),
    );
    shop.customers.push(customerId);
  }
}

function aDayOfSales(shop: DemoShop, openedAtMs: number, sales: number, closes: boolean): void {
  const { random, counter } = shop;
  run(shop, 'dayClose.open', counter, openedAtMs, (tx, context) =>
    openDrawer(tx, context, { drawerSessionId: newId('drawerSession'), floatCents: FLOAT_CENTS }),
  );
  const spanMs = closes ? 8 * 3_600_000 : 3_000_000;
  for (let index = 1; index <= sales; index++) {
    const atMs = openedAtMs + Math.floor((spanMs * index) / (sales + 1));
    aSale(shop, aCart(shop, random.between(1, 3)), atMs);
  }
  if (closes) close(shop, openedAtMs + spanMs);
}

function aCart(shop: DemoShop, lines: number): Cart {
  const { random, writer } = shop;
  let cart = emptyCart(newId('cart'));
  for (let index = 0; index < lines; index++) {
    const piece = findPieceForSale(writer, random.pick(shop.pieces));
    if (piece?.status === 'in_stock') cart = addToCart(cart, piece, newId('saleLine')).cart;
  }
  return random.next() < 0.6 ? setCustomer(cart, random.pick(shop.customers)) : cart;
}

function aSale(shop: DemoShop, cart: Cart, atMs: number): void {
  if (cart.lines.length === 0) return;
  const terms = findTicketTerms(shop.writer, dateInZone(atMs, ZONE));
  const totals = cartTotals(cart, terms, false);
  if (!totals.ok) throw new Error('the demo priced a sale that cannot be');
  const { totalCents } = totals.value;
  const isCash = totalCents < 30_000 && shop.random.next() < 0.5;
  const amountCents = (isCash ? Math.ceil(totalCents / 2000) * 2000 : totalCents) as Cents;
  const tender = plainTender({
    paymentId: newId('payment'),
    kind: isCash ? 'cash' : 'card',
    amountCents,
    brand: isCash ? '' : 'Visa',
    reference: isCash ? '' : String(shop.random.between(100_000, 999_999)),
  });
  const input = {
    commandId: newId('command'),
    saleId: newId('sale'),
    cart,
    tenders: [tender],
    expectedTotalCents: totalCents,
    print: false,
  };
  run(shop, 'sales.complete', shop.counter, atMs, (tx, context) =>
    completeSale(tx, context, input),
  );
}

function close(shop: DemoShop, atMs: number): void {
  const { register, owner } = shop;
  const x = findX(shop.writer, {
    registerId: register.registerId,
    staffId: owner.staffId,
    nowMs: atMs,
    demo: true,
  });
  const expected = x?.expectedCents ?? FLOAT_CENTS;
  const short = shop.random.next() < 0.2 ? 100 : 0;
  const countedCents = (expected - short) as Cents;
  const input = {
    countedCents,
    leaveCents: Math.min(FLOAT_CENTS, countedCents) as Cents,
    reason: short > 0 ? 'Not found after recount' : '',
  };
  run(shop, 'dayClose.close', owner, atMs, (tx, context) => closeDay(tx, context, input));
}

function parkSome(shop: DemoShop, nowMs: number): void {
  for (const minutesAgo of [42, 17]) {
    const cart = aCart(shop, 2);
    if (cart.lines.length === 0) continue;
    const atMs = nowMs - minutesAgo * 60_000;
    shop.writer.writeLocal((tx) => saveCart(tx, cart, atMs, dateInZone(atMs, ZONE)));
    shop.writer.writeLocal((tx) => parkCart(tx, atMs));
  }
}

/** Ten in the morning, in the shop's winter. */
function morningOf(atMs: number): number {
  return Math.floor(atMs / DAY_MS) * DAY_MS + 16 * 3_600_000;
}

function run<Value, R extends Refusal>(
  { writer, register }: DemoShop,
  command: string,
  actor: Actor | null,
  nowMs: number,
  body: (tx: WriteTx, context: CommandContext) => Result<Value, R>,
): void {
  const context: CommandContext = {
    commandId: newId('command'),
    command,
    actor,
    batchId: null,
    nowMs,
    register,
    newId,
  };
  const result = writer.write(context, null, (tx) => body(tx, context));
  if (!result.ok)
    throw new Error(`the demo could not ${command}: ${JSON.stringify(result.refusal)}`);
}
