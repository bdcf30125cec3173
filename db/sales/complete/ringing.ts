import type { Cents } from '#shared/money.ts';
import type { CompleteSaleInput, SaleTender } from '#shared/sales/contract.ts';
import type { TicketTerms } from '#shared/sales/cart-totals.ts';
import type { Cart, SalesShare } from '#shared/sales/cart.ts';
import type { SoldLine } from '#shared/sales/returns/return-amounts.ts';
import type { PricedTicket } from '#shared/sales/cart-totals.ts';
import type { SellingFields } from '#shared/settings/contract.ts';
import type { AreaTerms } from '#shared/taxes/area-terms.ts';
import type { OpenDrawerRow } from '../../drawer/find-drawer.ts';
import type { PieceForSale } from '../../stock/find-piece.ts';
import type { Actor, CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import type { ApprovalLineRow } from '../approvals/find-approval.ts';
import type { SaleLineRow } from '../find-sale.ts';

/** A ticket with everything it refers to, checked and priced. */
export interface Ticket {
  readonly cart: Cart;
  readonly actor: Actor;
  readonly drawer: OpenDrawerRow;
  readonly selling: SellingFields;
  readonly terms: TicketTerms;
  readonly area: AreaTerms;
  readonly soldBy: string;
  readonly shares: readonly SalesShare[];
  /** The certificate under which nothing is taxed; null: taxed. */
  readonly exemption: string | null;
  readonly goods: GoodsOfTicket;
  readonly totals: PricedTicket;
}

/** What the lines of a ticket move and take back, by line id. */
export interface GoodsOfTicket {
  readonly pieces: ReadonlyMap<string, PieceForSale>;
  readonly returns: ReadonlyMap<string, ReturnedLine>;
  readonly approvals: ReadonlyMap<string, ApprovalLineRow>;
}

/** A line of an earlier sale that comes back, and the amounts it takes with it (negative). */
export interface ReturnedLine {
  readonly original: SaleLineRow;
  readonly amounts: SoldLine;
  /** What its goods had cost us, negative; null where nobody knew. Parts sum to the whole like the amounts. */
  readonly costCents: Cents | null;
  /** Who earned on it, and gives it back. */
  readonly shares: readonly SalesShare[];
}

export interface TicketSettlement {
  readonly changeCents: Cents;
  readonly roundingCents: Cents;
}

/** Tenders on their way to the disk: of a ticket, or of a sale whose tender is corrected. */
export interface Takings {
  readonly tx: WriteTx;
  readonly context: CommandContext;
  readonly saleId: string;
  /** Set where a correction takes them in. */
  readonly saleCorrectionId?: string;
  readonly ticket: Pick<Ticket, 'actor' | 'drawer'> & { readonly cart: Pick<Cart, 'customerId'> };
  readonly tenders: readonly SaleTender[];
}

/** A ticket on its way to the disk. */
export interface Ringing extends Takings {
  readonly saleId: CompleteSaleInput['saleId'];
  readonly ticket: Ticket;
  readonly settlement: TicketSettlement;
}
