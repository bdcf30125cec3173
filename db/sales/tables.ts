import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { LINE_KINDS, RETURN_DISPOSITIONS } from '#shared/sales/line-kinds.ts';
import { LINE_PRICE_WAYS, PRICE_REASONS, TICKET_PRICE_WAYS } from '#shared/sales/price-ways.ts';
import { CHECK_KINDS, TENDER_KINDS } from '#shared/sales/tenders.ts';
import { TAX_CLASSES } from '#shared/taxes/tax-class.ts';
import { factTable } from '../write-path/synced-table.ts';

const synced = { storeId: text('store_id').notNull(), id: text('id').notNull() };

export const sale = sqliteTable(
  'sale',
  {
    ...synced,
    number: text('number').notNull(),
    registerId: text('register_id').notNull(),
    drawerSessionId: text('drawer_session_id').notNull(),
    /** Who was signed in. */
    staffId: text('staff_id').notNull(),
    /** Who sold: "selling as". */
    soldBy: text('sold_by').notNull(),
    customerId: text('customer_id'),
    taxExempt: integer('tax_exempt').notNull(),
    lineCount: integer('line_count').notNull(),
    subtotalCents: integer('subtotal_cents').notNull(),
    discountCents: integer('discount_cents').notNull(),
    taxCents: integer('tax_cents').notNull(),
    totalCents: integer('total_cents').notNull(),
    changeCents: integer('change_cents').notNull(),
    businessDate: text('business_date').notNull(),
    completedAtMs: integer('completed_at_ms').notNull(),
    clockUnsure: integer('clock_unsure').notNull(),
    /** What cash rounding put on (or, negative, took off) what was paid. */
    roundingCents: integer('rounding_cents').notNull(),
    taxAreaId: text('tax_area_id').notNull(),
    certificateId: text('certificate_id'),
    /** The lessor that bought it. */
    providerId: text('provider_id'),
    quoteId: text('quote_id'),
    /** How the whole ticket was priced; null where only its lines were. */
    priceWay: text('price_way', { enum: TICKET_PRICE_WAYS }),
    reasonCode: text('reason_code', { enum: PRICE_REASONS }),
    priceReason: text('price_reason'),
    overrideId: text('override_id'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const saleTable = factTable(sale, {
  personal: ['priceReason'],
  plain: [
    'number',
    'registerId',
    'drawerSessionId',
    'staffId',
    'soldBy',
    'customerId',
    'businessDate',
    'taxAreaId',
    'certificateId',
    'providerId',
    'quoteId',
    'priceWay',
    'reasonCode',
    'overrideId',
  ],
});

export const saleLine = sqliteTable(
  'sale_line',
  {
    ...synced,
    saleId: text('sale_id').notNull(),
    position: integer('position').notNull(),
    pieceId: text('piece_id'),
    stockNumber: text('stock_number').notNull(),
    description: text('description').notNull(),
    quantityThousandths: integer('quantity_thousandths').notNull(),
    tagPriceCents: integer('tag_price_cents').notNull(),
    discountCents: integer('discount_cents').notNull(),
    netCents: integer('net_cents').notNull(),
    taxCents: integer('tax_cents').notNull(),
    taxed: integer('taxed').notNull(),
    priceReason: text('price_reason'),
    overrideId: text('override_id'),
    businessDate: text('business_date').notNull(),
    kind: text('kind', { enum: LINE_KINDS }).notNull(),
    taxClass: text('tax_class', { enum: TAX_CLASSES }).notNull(),
    priceWay: text('price_way', { enum: LINE_PRICE_WAYS }).notNull(),
    /** The part of the discount that the ticket as a whole gave. */
    ticketDiscountCents: integer('ticket_discount_cents').notNull(),
    reasonCode: text('reason_code', { enum: PRICE_REASONS }),
    partsPpm: integer('parts_ppm').notNull(),
    category: text('category').notNull(),
    /** What the goods of the line cost us when they were sold; null where nobody knew. */
    costCents: integer('cost_cents'),
    /** The line that a return or a trade-up takes back. */
    originalLineId: text('original_line_id'),
    /** The line of this ticket that a care plan, a wrap or a restocking fee belongs to. */
    forLineId: text('for_line_id'),
    disposition: text('disposition', { enum: RETURN_DISPOSITIONS }),
    approvalLineId: text('approval_line_id'),
    giftCardId: text('gift_card_id'),
    serviceCode: text('service_code'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const saleLineTable = factTable(saleLine, {
  personal: ['priceReason'],
  plain: [
    'saleId',
    'pieceId',
    'stockNumber',
    'description',
    'overrideId',
    'businessDate',
    'kind',
    'taxClass',
    'priceWay',
    'reasonCode',
    'category',
    'originalLineId',
    'forLineId',
    'disposition',
    'approvalLineId',
    'giftCardId',
    'serviceCode',
  ],
});

export const payment = sqliteTable(
  'payment',
  {
    ...synced,
    saleId: text('sale_id').notNull(),
    /** Set on the payments that a void gives back. */
    saleVoidId: text('sale_void_id'),
    tender: text('tender', { enum: TENDER_KINDS }).notNull(),
    /** What was handed over or charged; negative when given back. */
    amountCents: integer('amount_cents').notNull(),
    brand: text('brand').notNull(),
    reference: text('reference').notNull(),
    drawerSessionId: text('drawer_session_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
    /** Nobody knows whether it was charged. A `payment_resolution` settles it. */
    unknown: integer('unknown').notNull(),
    /** The earlier sale whose payment a refund gives back. */
    refundOfSaleId: text('refund_of_sale_id'),
    saleCorrectionId: text('sale_correction_id'),
    giftCardId: text('gift_card_id'),
    /** Whose store credit or house account. */
    customerId: text('customer_id'),
    providerId: text('provider_id'),
    plan: text('plan').notNull(),
    feeCents: integer('fee_cents').notNull(),
    checkKind: text('check_kind', { enum: CHECK_KINDS }),
    /** The goods wait here until the check has cleared, at least to this day. */
    holdUntil: text('hold_until'),
    /** The payment that this one takes back, for a void or a correction. */
    reversesPaymentId: text('reverses_payment_id'),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const paymentTable = factTable(payment, {
  plain: [
    'saleId',
    'saleVoidId',
    'tender',
    'brand',
    'reference',
    'drawerSessionId',
    'businessDate',
    'refundOfSaleId',
    'saleCorrectionId',
    'giftCardId',
    'customerId',
    'providerId',
    'plan',
    'checkKind',
    'holdUntil',
    'reversesPaymentId',
  ],
});

export const saleVoid = sqliteTable(
  'sale_void',
  {
    ...synced,
    saleId: text('sale_id').notNull(),
    reason: text('reason').notNull(),
    staffId: text('staff_id').notNull(),
    overrideId: text('override_id'),
    drawerSessionId: text('drawer_session_id').notNull(),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (table) => [primaryKey({ columns: [table.storeId, table.id] })],
);
export const saleVoidTable = factTable(saleVoid, {
  personal: ['reason'],
  plain: ['saleId', 'staffId', 'overrideId', 'drawerSessionId', 'businessDate'],
});

/** Local: the active cart, the parked ones and those just paid, each a JSON `Cart`. */
export const cart = sqliteTable('cart', {
  cartId: text('cart_id').primaryKey(),
  state: text('state', { enum: ['active', 'parked', 'paid'] }).notNull(),
  body: text('body').notNull(),
  changedAtMs: integer('changed_at_ms').notNull(),
});
