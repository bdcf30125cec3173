import { addCustomer } from '#db/customers/add-customer.ts';
import { closeDay } from '#db/day-close/close-day.ts';
import { openDrawerOf } from '#db/drawer/find-drawer.ts';
import { moveCash } from '#db/drawer/move-cash.ts';
import { openDrawer } from '#db/drawer/open-drawer.ts';
import { parkCart, saveCart } from '#db/sales/cart/carts.ts';
import { voidSale } from '#db/sales/void/void-sale.ts';
import { addPiece } from '#db/stock/add-piece.ts';
import type { CommandContext } from '#db/write-path/command-context.ts';
import type { WriteTx } from '#db/write-path/write-tx.ts';
import type { BatchId, PieceId, SaleId } from '#shared/ids.ts';
import { type Cents, cents, type Thousandths } from '#shared/money.ts';
import { giftCardCode } from '#shared/gift-cards/code.ts';
import type { Refusal, Result } from '#shared/result.ts';
import {
  addLine,
  addTypedItem,
  type Cart,
  type CartLine,
  emptyCart,
  plainLine,
} from '#shared/sales/cart.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import type { Counter } from './counter.ts';
import { ringUp, type Sale } from './ring-up.ts';
import type { Seeded } from './seeded.ts';
import { takeBackOf } from './take-back.ts';

/** What the person at the counter does, and how often. */
const ACTS = {
  sell: 40,
  keepCart: 18,
  park: 3,
  undo: 5,
  takeBack: 4,
  sellGiftCard: 3,
  addCustomer: 6,
  receive: 4,
  payIn: 5,
  noSale: 3,
  fold: 5,
  closeDay: 1,
} as const;
export type Act = keyof typeof ACTS;

const DECK = Object.entries(ACTS).flatMap(([act, times]) => Array<Act>(times).fill(act as Act));

export interface ShopDayParts {
  readonly counter: Counter;
  readonly chance: Seeded;
  /** Hears what the shop promised, at once. */
  readonly tell: (acknowledgement: Acknowledgement) => void;
  /** Planted bug: a sale is told before it is committed. */
  readonly tellsBeforeCommit?: boolean;
}

interface Stocked {
  readonly pieceId: PieceId;
  readonly counted: boolean;
  left: number;
}

/** A day at the counter, one act after the other. Every act goes through the real commands and the real write path. */
export class ShopDay {
  readonly #parts: ShopDayParts;
  readonly #stock: Stocked[];
  readonly #undoable: SaleId[] = [];
  readonly #returnable: SaleId[] = [];
  #cart: Cart;
  #cartVersion = 0;
  #pieces: number;

  constructor(parts: ShopDayParts) {
    const { counter } = parts;
    this.#parts = parts;
    this.#cart = emptyCart(counter.newId('cart'));
    this.#stock = stockOf(counter);
    this.#pieces = Number(
      counter.writer.sqlite.prepare('select count(*) from piece').pluck().get(),
    );
    counter.writer.writeLocal((tx) =>
      tx.orm.run("update cart set state = 'parked' where state = 'active'"),
    );
  }

  /** Opens the drawer and fills the shelves where needed, then does the next thing: a named one, or one by chance. */
  act(named?: Act): void {
    const { counter, chance } = this.#parts;
    if (!this.#drawer()) this.#openDrawer();
    if (this.#stock.length < 12) this.#receive();
    switch (named ?? chance.pick(DECK)) {
      case 'sell':
        return this.#sell();
      case 'keepCart':
        return this.#keepCart();
      case 'park':
        return this.#park();
      case 'undo':
        return this.#undo();
      case 'takeBack':
        return this.#takeBack();
      case 'sellGiftCard':
        return this.#sellGiftCard();
      case 'addCustomer':
        return this.#addCustomer();
      case 'receive':
        return this.#receive();
      case 'payIn':
        return this.#moveCash('paid_in', 500 + chance.below(5000));
      case 'noSale':
        return this.#moveCash('no_sale', 0);
      case 'fold':
        counter.writer.sqlite.pragma('wal_checkpoint(PASSIVE)');
        return;
      case 'closeDay':
        return this.#closeDay();
    }
  }

  #drawer() {
    const { writer, register } = this.#parts.counter;
    return openDrawerOf(writer, register.registerId);
  }

  #businessDate() {
    const drawer = this.#drawer();
    if (!drawer) throw new Error('nothing is sold from a closed drawer');
    return drawer.businessDate;
  }

  #run<Value, R extends Refusal>(
    name: string,
    input: unknown,
    body: (tx: WriteTx, context: CommandContext) => Result<Value, R>,
    acknowledge = (commandId: string): Acknowledgement => ({ kind: 'command', commandId }),
  ): void {
    const { counter, tell } = this.#parts;
    const context = counter.context(name);
    const done = counter.writer.write(context, input, (tx) => body(tx, context));
    if (!done.ok) throw new Error(`${name} was refused: ${JSON.stringify(done.refusal)}`);
    tell(acknowledge(context.commandId));
  }

  #openDrawer(): void {
    const { counter } = this.#parts;
    const input = { drawerSessionId: counter.newId('drawerSession'), floatCents: cents(20_000) };
    this.#run('dayClose.open', input, (tx, context) => openDrawer(tx, context, input));
  }

  #sell(): void {
    const { counter, chance } = this.#parts;
    const paysKept = this.#cart.lines.length > 0 && chance.chance(0.5);
    const cart = paysKept ? this.#cart : emptyCart(counter.newId('cart'));
    this.#ringUp({ cart, pieceIds: this.#takeFromShelf(1 + chance.below(4)) }, (saleId) => {
      this.#undoable.push(saleId);
      this.#returnable.push(saleId);
    });
    if (paysKept) this.#cart = emptyCart(counter.newId('cart'));
  }

  #ringUp(sale: Omit<Sale, 'businessDate'>, then: (saleId: SaleId) => void): void {
    const { counter, chance, tell, tellsBeforeCommit = false } = this.#parts;
    ringUp(
      counter,
      chance,
      { ...sale, businessDate: this.#businessDate() },
      (sold) => {
        tell(sold);
        then(sold.saleId as SaleId);
      },
      tellsBeforeCommit,
    );
  }

  /** What was sold comes back, its money by the tenders that paid it. What takes it back can be undone in its turn. */
  #takeBack(): void {
    const saleId = this.#returnable.shift();
    if (saleId === undefined) return;
    forget(this.#undoable, saleId);
    const ticket = takeBackOf(this.#parts.counter, saleId);
    this.#ringUp({ ...ticket, pieceIds: [] }, (back) => this.#undoable.push(back));
  }

  /** It may be spent at any time, so nobody undoes its sale. */
  #sellGiftCard(): void {
    const cart = addLine(emptyCart(this.#parts.counter.newId('cart')), giftCardLine(this.#parts));
    this.#ringUp({ cart, pieceIds: [] }, () => {});
  }

  #takeFromShelf(count: number): readonly PieceId[] {
    const taken = new Set<PieceId>();
    while (taken.size < count) {
      const index = this.#parts.chance.below(this.#stock.length);
      const shelf = this.#stock[index];
      if (!shelf || taken.has(shelf.pieceId)) continue;
      taken.add(shelf.pieceId);
      shelf.left -= 1;
      if (shelf.left === 0) this.#stock.splice(index, 1);
    }
    return [...taken];
  }

  #keepCart(): void {
    const { counter, tell } = this.#parts;
    const businessDate = this.#businessDate();
    this.#cartVersion += 1;
    const { cartId } = this.#cart;
    const version = this.#cartVersion;
    const item = {
      lineId: counter.newId('saleLine'),
      description: `Version ${version}`,
      priceCents: cents(1999),
      taxed: true,
    };
    this.#cart = addTypedItem({ ...this.#cart, lines: this.#cart.lines.slice(0, 3) }, item);
    const saved = counter.writer.writeLocal((tx) =>
      saveCart(tx, this.#cart, counter.nowMs(), businessDate),
    );
    if (!saved.ok) throw new Error(`the cart was refused: ${saved.refusal.code}`);
    tell({ kind: 'cart', cartId, version });
  }

  #park(): void {
    const { counter } = this.#parts;
    if (this.#cart.lines.length === 0) return;
    counter.writer.writeLocal((tx) => parkCart(tx, counter.nowMs()));
    this.#cart = emptyCart(counter.newId('cart'));
  }

  #undo(): void {
    const saleId = this.#undoable.pop();
    if (saleId === undefined) return;
    forget(this.#returnable, saleId);
    const input = { saleId, reason: 'Customer changed their mind', overrideId: null };
    this.#run(
      'sales.void',
      input,
      (tx, context) => voidSale(tx, context, input),
      (commandId) => ({ kind: 'void', commandId, saleId }),
    );
  }

  #addCustomer(): void {
    const { counter, chance } = this.#parts;
    const phone = `615555${String(chance.below(10_000)).padStart(4, '0')}`;
    const fields = {
      givenName: chance.pick(['Ana', 'José', 'Mary', 'Wei']),
      familyName: chance.pick(['Núñez', 'Smith', 'Fields', 'Okafor']),
      company: '',
      phone,
      email: '',
      address: null,
      note: 'Likes sapphires. '.repeat(1 + chance.below(40)).trim(),
      taxExempt: false,
      language: 'en' as const,
    };
    const input = { customerId: counter.newId('customer'), fields };
    this.#run('customers.add', input, (tx, context) => addCustomer(tx, context, input));
  }

  /** A delivery: many changesets in one transaction with one witness. */
  #receive(): void {
    const { counter, chance, tell } = this.#parts;
    const batchId: BatchId = counter.newId('batch');
    const businessDate = this.#drawer()?.businessDate ?? '2026-11-23';
    const arrived: Stocked[] = [];
    const steps = Array.from({ length: 15 + chance.below(15) }, () => {
      const context = counter.context('imports.run', batchId);
      const counted = chance.chance(0.2);
      const left = counted ? 50 : 1;
      this.#pieces += 1;
      const input = {
        pieceId: counter.newId('piece'),
        fields: {
          ...PIECE,
          stockNumber: `R-${this.#pieces}`,
          tagPriceCents: cents(5000 + chance.below(400_000)),
          kind: counted ? ('counted' as const) : ('piece' as const),
        },
        quantityThousandths: left * 1000,
        businessDate,
      };
      arrived.push({ pieceId: input.pieceId, counted, left });
      return { context, input, body: (tx: WriteTx) => addPiece(tx, context, input) };
    });
    const results = counter.writer.writeMany(steps);
    for (const [index, result] of results.entries()) {
      if (!result.ok) throw new Error(`a piece was refused: ${JSON.stringify(result.refusal)}`);
      tell({ kind: 'command', commandId: steps[index]?.context.commandId ?? '' });
    }
    this.#stock.push(...arrived);
  }

  #moveCash(kind: 'paid_in' | 'no_sale', amountCents: number): void {
    const { counter } = this.#parts;
    const input = {
      movementId: counter.newId('drawerMovement'),
      kind,
      amountCents: amountCents as Cents,
      reason: 'Change for the drawer',
      overrideId: null,
    };
    this.#run('dayClose.moveCash', input, (tx, context) => moveCash(tx, context, input));
  }

  #closeDay(): void {
    const input = {
      countedCents: cents(30_000),
      reason: 'Counted in a hurry',
      leaveCents: cents(20_000),
    };
    this.#run('dayClose.close', input, (tx, context) => closeDay(tx, context, input));
    this.#undoable.length = 0;
  }
}

function forget(saleIds: SaleId[], saleId: SaleId): void {
  const at = saleIds.indexOf(saleId);
  if (at >= 0) saleIds.splice(at, 1);
}

function giftCardLine({ counter, chance }: Pick<ShopDayParts, 'counter' | 'chance'>): CartLine {
  const bytes = Uint8Array.from({ length: 9 }, () => chance.below(256));
  return plainLine({
    lineId: counter.newId('saleLine'),
    kind: 'gift_card',
    description: 'Gift card',
    tagPriceCents: cents(2500 * (1 + chance.below(8))),
    taxClass: 'none',
    links: { giftCardId: counter.newId('giftCard'), giftCardCode: giftCardCode(bytes) },
  });
}

const PIECE = {
  description: 'Ring, 14 kt, sapphire',
  category: 'Rings',
  vendor: 'Stuller',
  vendorStyle: '12-345',
  serial: '',
  costCents: cents(1000),
  taxed: true,
  taxClass: 'goods' as const,
};

function stockOf({ writer }: Counter): Stocked[] {
  return writer.sqlite
    .prepare<[], { pieceId: PieceId; kind: string; quantity: Thousandths }>(
      `select piece_id as pieceId, kind, quantity_thousandths as quantity from piece_state
       join piece on piece.id = piece_id where status = 'in_stock'`,
    )
    .all()
    .map(({ pieceId, kind, quantity }) => ({
      pieceId,
      counted: kind === 'counted',
      left: quantity / 1000,
    }));
}
