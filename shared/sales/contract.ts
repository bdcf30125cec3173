import { z } from 'zod';
import {
  amountCents,
  businessDate,
  commandId,
  idOf,
  priceCents,
  ratePpm,
  requiredText,
  signedQuantity,
  typedLines,
  typedText,
} from '../fields.ts';
import type { CartId, CustomerId, SaleId, StaffId } from '../ids.ts';
import type { Cents, RatePpm } from '../money.ts';
import { answer, command, found, query } from '../procedure.ts';
import { TAX_CLASSES, type TaxClass } from '../taxes/tax-class.ts';
import type { TicketTerms } from './cart-totals.ts';
import type { Cart } from './cart.ts';
import { LINE_KINDS, RETURN_DISPOSITIONS } from './line-kinds.ts';
import { PRICE_REASONS } from './price-ways.ts';
import { CHECK_KINDS, TENDER_KINDS, type TenderKind } from './tenders.ts';
import type { CustomerSummary } from '../customers/contract.ts';
import type { ReceiptFacts } from '../documents/receipt-paper.ts';
import type { PieceSummary } from '../stock/contract.ts';

/** At most as many lines as one changeset of 256 KB surely holds. */
export const MAX_CART_LINES = 200;

const pricing = z.discriminatedUnion('way', [
  z.object({
    way: z.literal('percent_off'),
    ratePpm: z
      .int()
      .min(0)
      .max(1_000_000)
      .transform((value) => value as RatePpm),
  }),
  z.object({ way: z.literal('amount_off'), cents: priceCents }),
  z.object({ way: z.literal('before_tax'), cents: priceCents }),
  z.object({ way: z.literal('out_the_door'), cents: priceCents }),
]);

/** What is said when something costs other than its tag. */
const priceTalk = {
  reasonCode: z.enum(PRICE_REASONS).nullable(),
  priceReason: requiredText(200).nullable(),
  overrideId: idOf('override').nullable(),
};

const fixedAmounts = z.object({
  grossCents: amountCents,
  discountCents: amountCents,
  netCents: amountCents,
  taxCents: amountCents,
});

const lineLinks = z.object({
  originalLineId: idOf('saleLine').optional(),
  originalSaleId: idOf('sale').optional(),
  originalNumber: typedText(24).optional(),
  disposition: z.enum(RETURN_DISPOSITIONS).optional(),
  blindId: requiredText(80).optional(),
  returnOverrideId: idOf('override').optional(),
  forLineId: idOf('saleLine').optional(),
  sharePpm: ratePpm.optional(),
  serviceCode: typedText(24).optional(),
  giftCardId: idOf('giftCard').optional(),
  giftCardCode: typedText(24).optional(),
  approvalLineId: idOf('approvalLine').optional(),
});

export const cartLine = z.object({
  lineId: idOf('saleLine'),
  kind: z.enum(LINE_KINDS).exclude(['price_adjustment']),
  pieceId: idOf('piece').nullable(),
  stockNumber: typedText(40),
  description: requiredText(200),
  oneOfOne: z.boolean(),
  quantityThousandths: signedQuantity,
  tagPriceCents: priceCents,
  pricing: z.discriminatedUnion('way', [z.object({ way: z.literal('tag') }), ...pricing.options]),
  ...priceTalk,
  taxed: z.boolean(),
  taxClass: z.enum(TAX_CLASSES),
  partsPpm: z.int().min(0).max(1_000_000),
  fixed: fixedAmounts.nullable(),
  links: lineLinks,
});

export const salesShare = z.object({
  staffId: idOf('staff'),
  sharePpm: z.int().min(1).max(1_000_000),
});

export const shipTo = z.object({
  recipient: requiredText(120),
  address: typedLines(400).refine((value) => value.length > 0, 'TEXT_REQUIRED'),
  phone: typedText(40),
  carrier: typedText(40),
  tracking: typedText(60),
  insuredCents: priceCents,
  taxAreaId: idOf('taxArea'),
});

export const cart = z.object({
  cartId: idOf('cart'),
  customerId: idOf('customer').nullable(),
  sellingAs: idOf('staff').nullable(),
  shares: z
    .array(salesShare)
    .min(2)
    .max(4)
    .refine(
      (parts) => parts.reduce((sum, part) => sum + part.sharePpm, 0) === 1_000_000,
      'SHARES_NOT_WHOLE',
    )
    .readonly()
    .nullable(),
  lines: z.array(cartLine).max(MAX_CART_LINES, 'CART_TOO_LONG').readonly(),
  ticket: z.object({ pricing, ...priceTalk }).nullable(),
  providerId: idOf('financeProvider').nullable(),
  shipTo: shipTo.nullable(),
  quoteId: idOf('quote').nullable(),
});

export const tender = z.object({
  paymentId: idOf('payment'),
  kind: z.enum(TENDER_KINDS),
  /** Negative where money goes back to the customer. */
  amountCents,
  /** Card brand, or what an `other` tender is called. Never a card number. */
  brand: typedText(40),
  /** The terminal's approval code, the number of a check, the application at a lender. */
  reference: typedText(40),
  /** Taken, and nobody knows whether it was charged. */
  unknown: z.boolean(),
  checkKind: z.enum(CHECK_KINDS).nullable(),
  holdUntil: businessDate.nullable(),
  giftCardId: idOf('giftCard').nullable(),
  providerId: idOf('financeProvider').nullable(),
  plan: typedText(60),
  /** The earlier sale whose payment this gives back. */
  refundOfSaleId: idOf('sale').nullable(),
  /** A manager's word for a refund to another tender than was paid with. */
  overrideId: idOf('override').nullable(),
});
export type SaleTender = z.infer<typeof tender>;

export const completeSaleInput = z.object({
  commandId,
  saleId: idOf('sale'),
  cart: cart.refine((value) => value.lines.length > 0, 'CART_EMPTY'),
  tenders: z.array(tender).max(20).readonly(),
  /** What the screen showed: another total means that prices or tax changed meanwhile, and nothing is stored. */
  expectedTotalCents: amountCents,
  print: z.boolean(),
});
export type CompleteSaleInput = z.infer<typeof completeSaleInput>;

export const voidSaleInput = z.object({
  commandId,
  saleId: idOf('sale'),
  reason: requiredText(200),
  overrideId: idOf('override').nullable(),
});

export interface CompletedSale {
  readonly saleId: SaleId;
  readonly number: string;
  readonly totalCents: Cents;
  readonly changeCents: Cents;
  /** What cash rounding put on or took off. */
  readonly roundingCents: Cents;
}

export type CompleteSaleRefusal =
  | { readonly code: 'SALE_UNDERTENDERED'; readonly shortByCents: Cents }
  | {
      readonly code: 'TENDER_OVER_TOTAL';
      readonly tender: TenderKind;
      readonly overByCents: Cents;
    }
  | { readonly code: 'TENDER_NEEDS_DETAIL'; readonly tender: TenderKind; readonly detail: string }
  | { readonly code: 'TENDER_NEEDS_CUSTOMER'; readonly tender: TenderKind }
  | { readonly code: 'CUSTOMER_REQUIRED'; readonly fromCents: Cents }
  | { readonly code: 'GIFT_CARD_UNKNOWN' }
  | { readonly code: 'GIFT_CARD_TAKEN' }
  | { readonly code: 'GIFT_CARD_SHORT'; readonly balanceCents: Cents }
  | {
      readonly code: 'GIFT_CARD_OVER_CAP';
      readonly capCents: Cents;
      readonly leftCents: Cents;
    }
  | { readonly code: 'STORE_CREDIT_SHORT'; readonly balanceCents: Cents }
  | { readonly code: 'ACCOUNT_NOT_OPEN' }
  | { readonly code: 'ACCOUNT_STOPPED' }
  | { readonly code: 'ACCOUNT_OVER_LIMIT'; readonly leftCents: Cents }
  | { readonly code: 'PROVIDER_NOT_FOUND' }
  | { readonly code: 'LESSOR_NOT_READY' }
  /** The lessor buys without tax, so nobody else pays a part of it. */
  | { readonly code: 'LESSOR_PAYS_ALL'; readonly leftCents: Cents }
  /** What is owed is not paid by owing it: of this ticket so much may be charged. */
  | { readonly code: 'ACCOUNT_PAYS_ITSELF'; readonly leftCents: Cents }
  | { readonly code: 'REFUND_OVER_PAID'; readonly tender: TenderKind; readonly leftCents: Cents }
  | { readonly code: 'RETURN_LINE_NOT_FOUND'; readonly description: string }
  | {
      readonly code: 'LINE_ALREADY_RETURNED';
      readonly description: string;
      readonly leftThousandths: number;
    }
  | {
      readonly code: 'RETURN_NEEDS_OVERRIDE';
      readonly lineId: string;
      readonly description: string;
    }
  | { readonly code: 'RETURN_NEEDS_ID'; readonly description: string }
  /** A trade-up pays for pieces of its ticket, and nothing of it is paid out. */
  | { readonly code: 'TRADE_UP_OVER_PURCHASE'; readonly leftCents: Cents }
  | { readonly code: 'EXEMPT_NEEDS_CERTIFICATE'; readonly customerName: string }
  | { readonly code: 'QUOTE_EXPIRED'; readonly expiredOn: string }
  | { readonly code: 'QUOTE_NOT_FOUND' }
  | { readonly code: 'APPROVAL_LINE_CLOSED'; readonly stockNumber: string }
  | { readonly code: 'TAX_AREA_NOT_FOUND' }
  | {
      readonly code: 'OUT_THE_DOOR_NOT_POSSIBLE';
      readonly belowCents: Cents | null;
      readonly aboveCents: Cents | null;
    }
  | { readonly code: 'PRICE_NEEDS_REASON'; readonly lineId: string; readonly description: string }
  | { readonly code: 'SALE_TOTAL_CHANGED'; readonly totalCents: Cents }
  | {
      readonly code: 'PIECE_NOT_IN_STOCK';
      readonly pieceId: string;
      readonly stockNumber: string;
      readonly soldAs: string | null;
    }
  | { readonly code: 'PIECE_TWICE_IN_SALE'; readonly stockNumber: string }
  | {
      readonly code: 'QUANTITY_NOT_IN_STOCK';
      readonly stockNumber: string;
      readonly leftThousandths: number;
    }
  | { readonly code: 'PRICE_NEEDS_OVERRIDE'; readonly lineId: string; readonly description: string }
  | {
      /** The tag or the tax of a piece, or of the key of a service, is another since: this is what holds now. */
      readonly code: 'TAG_PRICE_CHANGED';
      readonly lineId: string;
      readonly description: string;
      readonly tagPriceCents: Cents;
      readonly taxed: boolean;
      readonly taxClass: TaxClass;
      readonly partsPpm: number;
    }
  | { readonly code: 'CUSTOMER_NOT_FOUND' }
  | { readonly code: 'STAFF_NOT_FOUND' }
  | { readonly code: 'AMOUNT_OVER_LIMIT'; readonly limitCents: Cents }
  | { readonly code: 'DRAWER_NOT_OPEN' };

export type VoidSaleRefusal =
  | { readonly code: 'SALE_NOT_FOUND' }
  | { readonly code: 'SALE_ALREADY_VOID' }
  | { readonly code: 'VOID_AFTER_RETURN' }
  | { readonly code: 'VOID_AFTER_BATCH'; readonly terminal: string }
  | { readonly code: 'VOID_GIFT_CARD_USED' }
  /** The store credit that it gave was spent since. */
  | { readonly code: 'VOID_CREDIT_USED' }
  /** What it took back is not here any more, so it cannot go back to who brought it. */
  | { readonly code: 'VOID_GOODS_GONE'; readonly stockNumber: string }
  /** Its parcel is with the carrier. */
  | { readonly code: 'VOID_AFTER_SHIPMENT' }
  /** Nobody knows yet whether a payment of it was charged. */
  | { readonly code: 'PAYMENT_UNSETTLED' }
  /** Its check cleared or came back, or its lender paid. */
  | { readonly code: 'PAYMENT_SETTLED_SINCE'; readonly tender: TenderKind }
  | { readonly code: 'VOID_DAY_CLOSED'; readonly businessDate: string }
  | { readonly code: 'VOID_NEEDS_OVERRIDE' }
  | { readonly code: 'DRAWER_NOT_OPEN' };

export interface ParkedCart {
  readonly cartId: CartId;
  readonly customerName: string | null;
  readonly firstLine: string;
  readonly lineCount: number;
  readonly totalCents: Cents;
  readonly parkedAtMs: number;
}

/** The cart with what the screen shows beside it. */
export interface OpenCart {
  readonly cart: Cart;
  readonly customer:
    | (CustomerSummary & { readonly taxExempt: boolean; readonly note: string })
    | null;
  /** Not taxed: a certificate of the customer, or of the lessor, is in force. */
  readonly exempt: boolean;
}

export interface SaleSummary {
  readonly saleId: SaleId;
  readonly number: string;
  readonly firstLine: string;
  readonly lineCount: number;
  readonly totalCents: Cents;
  readonly completedAtMs: number;
  readonly businessDate: string;
  readonly voided: boolean;
  readonly customerId: CustomerId | null;
  readonly soldBy: StaffId;
  readonly tenders: readonly TenderKind[];
}

export interface Hit {
  readonly customers: readonly CustomerSummary[];
  readonly pieces: readonly PieceSummary[];
  readonly sales: readonly SaleSummary[];
}

/** What the Sell screen needs to price a cart before the store does. */
export interface SellingTerms {
  readonly ticket: TicketTerms;
  readonly nextNumber: string;
  readonly defaultTender: TenderKind;
}

export const salesContract = {
  /** The cart being rung up at this register, as the disk knows it. */
  openCart: query('sales.sell', z.object({})).output(found<OpenCart>()),
  saveCart: command('sales.sell', z.object({ cart })).output(
    answer<
      OpenCart,
      { readonly code: 'CART_NOT_ACTIVE' } | { readonly code: 'CUSTOMER_NOT_FOUND' }
    >(),
  ),
  /** Puts the active cart aside; an empty one is left alone. */
  park: command('sales.sell', z.object({ commandId })).output(
    answer<null, { readonly code: 'CART_EMPTY' }>(),
  ),
  /** Brings a parked cart back; what was being rung up is parked in its place when it has lines. */
  recall: command('sales.sell', z.object({ commandId, cartId: idOf('cart') })).output(
    answer<OpenCart, { readonly code: 'CART_NOT_FOUND' }>(),
  ),
  listParked: query('sales.sell', z.object({})).output(found<readonly ParkedCart[]>()),
  terms: query('sales.sell', z.object({})).output(found<SellingTerms>()),
  complete: command('sales.sell', completeSaleInput).output(
    answer<CompletedSale, CompleteSaleRefusal>(),
  ),
  /** Within 8 s the seller undoes without a manager; later a manager voids, on the same business day. */
  void: command('sales.sell', voidSaleInput).output(
    answer<{ readonly saleId: SaleId }, VoidSaleRefusal>(),
  ),
  recent: query(
    'sales.read',
    z.object({
      businessDate: z.string().max(10).optional(),
      limit: z.int().min(1).max(200).optional(),
    }),
  ).output(found<readonly SaleSummary[]>()),
  receipt: query('sales.read', z.object({ saleId: idOf('sale'), copy: z.boolean() })).output(
    found<ReceiptFacts | null>(),
  ),
  /** The one box: customers, pieces and sales that match, best first. */
  find: query('signedIn', z.object({ text: z.string().max(200) })).output(found<Hit>()),
};
