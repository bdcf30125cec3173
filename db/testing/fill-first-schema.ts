import type { FirstSchemaShop } from './a-first-schema-shop.ts';
import { newId, TEST_NOW_MS } from './a-shop.ts';

/** One day at the counter of the first program: what was sold on it is told apart by its number. */
export interface FirstSchemaDay {
  readonly businessDate: string;
  readonly drawerSessionId: string;
}

/** A tax as the first program wrote it; later ones of a day have a later `createdAtMs`. */
export interface FirstSchemaRule {
  readonly id: string;
  readonly name: string;
  readonly ratePpm: number;
  readonly fromDate: string;
  readonly createdAtMs: number;
  readonly archivedAtMs?: number;
}

/** The store, its people and its register, and the settings that the first program had. */
export function fillPeople({ storeId, registerId, ...shop }: FirstSchemaShop): void {
  shop.putSynced('store', {
    id: storeId,
    name: 'Bellmore Jewelers',
    address_lines: '12 Main St',
    phone: '(615) 555-0100',
    zone: 'America/Chicago',
    receipt_footer: 'Thank you',
  });
  shop.putSynced('register', { id: registerId, number: 1, name: 'Register 1' });
  for (const [id, value] of [
    ['floatCents', '20000'],
    ['defaultTender', '"cash"'],
  ] as const)
    shop.putSynced('setting', { id, value });
  for (const [actor, name, initials] of [
    [shop.owner, 'Ana Rivas', 'AR'],
    [shop.manager, 'Mona Field', 'MF'],
    [shop.counter, 'Cal Osei', 'CO'],
  ] as const)
    shop.putSynced('staff', {
      id: actor.staffId,
      name,
      initials,
      roles: JSON.stringify(actor.roles),
      active: 1,
    });
}

export function putRule(shop: FirstSchemaShop, rule: FirstSchemaRule): void {
  const { id, name, ratePpm, fromDate, createdAtMs, archivedAtMs = null } = rule;
  shop.putSynced('tax_rule', {
    id,
    name,
    rate_ppm: ratePpm,
    from_date: fromDate,
    created_at_ms: createdAtMs,
    archived_at_ms: archivedAtMs,
  });
}

export function putPiece(shop: FirstSchemaShop, stockNumber: string, priceCents: number): string {
  const id = newId('piece');
  shop.putSynced('piece', {
    id,
    stock_number: stockNumber,
    description: `Ring ${stockNumber}`,
    category: 'Rings',
    vendor: 'Stuller',
    vendor_style: '',
    cost_cents: 1000,
    tag_price_cents: priceCents,
    taxed: 1,
    kind: 'piece',
    created_at_ms: TEST_NOW_MS,
  });
  move(shop, id, 'received', 1000, null, '2026-01-02');
  shop.put('piece_state', { piece_id: id, status: 'in_stock', quantity_thousandths: 1000 });
  return id;
}

export function putDay(shop: FirstSchemaShop, businessDate: string): FirstSchemaDay {
  const drawerSessionId = newId('drawerSession');
  shop.putSynced('drawer_session', {
    id: drawerSessionId,
    register_id: shop.registerId,
    staff_id: shop.counter.staffId,
    float_cents: 20_000,
    business_date: businessDate,
    opened_at_ms: atMs(businessDate),
    clock_unsure: 0,
  });
  return { businessDate, drawerSessionId };
}

export function closeDay(shop: FirstSchemaShop, day: FirstSchemaDay, number: string): void {
  shop.putSynced('drawer_movement', {
    id: newId('drawerMovement'),
    drawer_session_id: day.drawerSessionId,
    kind: 'paid_out',
    amount_cents: 1850,
    reason: 'Flowers',
    staff_id: shop.manager.staffId,
    business_date: day.businessDate,
    at_ms: atMs(day.businessDate) + 2,
  });
  shop.putSynced('day_close', {
    id: newId('dayClose'),
    number,
    drawer_session_id: day.drawerSessionId,
    register_id: shop.registerId,
    staff_id: shop.manager.staffId,
    expected_cents: 25_000,
    counted_cents: 24_900,
    over_short_cents: -100,
    reason: 'Not found after recount',
    left_cents: 20_000,
    figures: JSON.stringify({ report: 'Z', number }),
    business_date: day.businessDate,
    closed_at_ms: atMs(day.businessDate) + 9,
  });
}

/** A sale of one piece, at its tag or below it, paid in cash with change or by card and cash. */
export interface FirstSchemaSale {
  readonly number: string;
  readonly pieceId: string;
  readonly tagCents: number;
  readonly netCents: number;
  readonly rule: FirstSchemaRule;
  readonly voided?: boolean;
}

export function putSale(shop: FirstSchemaShop, day: FirstSchemaDay, sold: FirstSchemaSale): string {
  const [saleId, lineId] = [newId('sale'), newId('saleLine')];
  const { number, pieceId, tagCents, netCents, rule } = sold;
  const taxCents = Math.round((netCents * rule.ratePpm) / 1_000_000);
  const totalCents = netCents + taxCents;
  const { businessDate, drawerSessionId } = day;
  const when = atMs(businessDate) + 1;
  shop.putSynced('sale', {
    id: saleId,
    number,
    register_id: shop.registerId,
    drawer_session_id: drawerSessionId,
    staff_id: shop.counter.staffId,
    sold_by: shop.counter.staffId,
    tax_exempt: 0,
    line_count: 1,
    subtotal_cents: tagCents,
    discount_cents: tagCents - netCents,
    tax_cents: taxCents,
    total_cents: totalCents,
    change_cents: 500,
    business_date: businessDate,
    completed_at_ms: when,
    clock_unsure: 0,
  });
  shop.putSynced('sale_line', {
    id: lineId,
    sale_id: saleId,
    position: 0,
    piece_id: pieceId,
    stock_number: number,
    description: `Ring of ${number}`,
    quantity_thousandths: 1000,
    tag_price_cents: tagCents,
    unit_cents: netCents,
    discount_cents: tagCents - netCents,
    net_cents: netCents,
    tax_cents: taxCents,
    taxed: 1,
    price_reason: tagCents === netCents ? null : 'old customer',
    business_date: businessDate,
  });
  shop.putSynced('sale_tax', {
    id: newId('saleTax'),
    sale_id: saleId,
    sale_line_id: lineId,
    tax_rule_id: rule.id,
    rate_ppm: rule.ratePpm,
    base_cents: netCents,
    tax_cents: taxCents,
    business_date: businessDate,
  });
  const half = payInHalves(shop, day, saleId, totalCents);
  move(shop, pieceId, 'sold', -1000, saleId, businessDate);
  setState(shop, pieceId, 'sold', 0);
  if (sold.voided === true) putVoid(shop, day, saleId, pieceId, [half, totalCents - half]);
  return saleId;
}

/** Half by card, the rest in cash with $5 too much; answers the half. */
function payInHalves(
  shop: FirstSchemaShop,
  day: FirstSchemaDay,
  saleId: string,
  totalCents: number,
): number {
  const half = Math.floor(totalCents / 2);
  const paid = [
    ['card', half, 'Visa'],
    ['cash', totalCents - half + 500, ''],
  ] as const;
  for (const [tender, cents, brand] of paid)
    pay(shop, day, { saleId, saleVoidId: null, tender, cents, brand });
  return half;
}

function putVoid(
  shop: FirstSchemaShop,
  day: FirstSchemaDay,
  saleId: string,
  pieceId: string,
  [card, cash]: readonly [number, number],
): void {
  const saleVoidId = newId('saleVoid');
  shop.putSynced('sale_void', {
    id: saleVoidId,
    sale_id: saleId,
    reason: 'wrong ring',
    staff_id: shop.manager.staffId,
    drawer_session_id: day.drawerSessionId,
    business_date: day.businessDate,
    at_ms: atMs(day.businessDate) + 3,
  });
  pay(shop, day, { saleId, saleVoidId, tender: 'card', cents: 0 - card, brand: 'Visa' });
  pay(shop, day, { saleId, saleVoidId, tender: 'cash', cents: 0 - cash, brand: '' });
  move(shop, pieceId, 'sale_voided', 1000, saleId, day.businessDate);
  setState(shop, pieceId, 'in_stock', 1000);
}

interface FirstSchemaPayment {
  readonly saleId: string;
  readonly saleVoidId: string | null;
  readonly tender: 'card' | 'cash';
  readonly cents: number;
  readonly brand: string;
}

function pay(
  shop: FirstSchemaShop,
  { businessDate, drawerSessionId }: FirstSchemaDay,
  { saleId, saleVoidId, tender, cents, brand }: FirstSchemaPayment,
): void {
  shop.putSynced('payment', {
    id: newId('payment'),
    sale_id: saleId,
    sale_void_id: saleVoidId,
    tender,
    amount_cents: cents,
    brand,
    reference: '',
    drawer_session_id: drawerSessionId,
    business_date: businessDate,
    at_ms: atMs(businessDate) + 1,
  });
}

function move(
  shop: FirstSchemaShop,
  pieceId: string,
  kind: 'received' | 'sold' | 'sale_voided',
  quantityThousandths: number,
  saleId: string | null,
  businessDate: string,
): void {
  shop.putSynced('stock_movement', {
    id: newId('stockMovement'),
    piece_id: pieceId,
    kind,
    quantity_thousandths: quantityThousandths,
    document_kind: saleId === null ? null : 'sale',
    document_id: saleId,
    staff_id: shop.counter.staffId,
    business_date: businessDate,
    at_ms: atMs(businessDate) + 1,
  });
}

function setState({ db }: FirstSchemaShop, pieceId: string, status: string, left: number): void {
  db.prepare('update piece_state set status = ?, quantity_thousandths = ? where piece_id = ?').run(
    status,
    left,
    pieceId,
  );
}

function atMs(businessDate: string): number {
  return Date.parse(`${businessDate}T16:00:00Z`);
}
