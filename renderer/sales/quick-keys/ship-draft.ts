import { containsCardNumber } from '#shared/card-number.ts';
import type { Customer } from '#shared/customers/contract.ts';
import type { Id, SaleLineId } from '#shared/ids.ts';
import { type Cents, sumCents } from '#shared/money.ts';
import type { PricedTicket } from '#shared/sales/cart-totals.ts';
import { type Cart, plainLine, type ShipTo } from '#shared/sales/cart.ts';
import type { ServiceTile } from '#shared/sales/tiles/contract.ts';
import { putLine } from './money-line.ts';

/** The ship-to form as it is typed. */
export interface ShipDraft extends Omit<ShipTo, 'insuredCents'> {
  readonly insuredCents: Cents | undefined;
  /** What the customer pays for it. */
  readonly chargeCents: Cents | undefined;
}

export type ShipProblem = 'recipient' | 'address' | 'insured' | 'charge' | 'card';

/** Carriers a store names most; any other is typed. */
export const CARRIERS = ['UPS', 'FedEx', 'USPS', 'Malca-Amit', 'Brinks'] as const;

/** What stands in the form at first: what was said before, else the customer, the tile's price and the value of the goods. */
export function shipDraft(
  cart: Cart,
  known: {
    readonly customer: Customer | null;
    readonly tile: ServiceTile | undefined;
    readonly totals: PricedTicket | undefined;
    readonly homeAreaId: string;
  },
): ShipDraft {
  const { customer, tile, totals, homeAreaId } = known;
  const line = cart.lines.find((each) => each.kind === 'shipping');
  const chargeCents = line?.tagPriceCents ?? tile?.priceCents;
  if (cart.shipTo) return { ...cart.shipTo, chargeCents };
  return {
    recipient: customer?.name ?? '',
    address: customer === null ? '' : addressLines(customer),
    phone: customer?.fields.phone ?? '',
    carrier: '',
    tracking: '',
    insuredCents: goodsCents(totals),
    // Branding: the home area crossed the port as a plain text.
    taxAreaId: homeAreaId as Id<'taxArea'>,
    chargeCents,
  };
}

/** What keeps the form from being right, by field. */
export function shipProblems(draft: ShipDraft): ReadonlySet<ShipProblem> {
  const problems = new Set<ShipProblem>();
  if (draft.recipient.trim() === '') problems.add('recipient');
  if (draft.address.trim() === '') problems.add('address');
  if (draft.insuredCents === undefined) problems.add('insured');
  if (draft.chargeCents === undefined) problems.add('charge');
  const texts = [draft.recipient, draft.address, draft.phone, draft.carrier, draft.tracking];
  if (texts.some(containsCardNumber)) problems.add('card');
  return problems;
}

/** The cart sent there, with its shipping line; undefined while something is wrong. */
export function withShipping(
  cart: Cart,
  draft: ShipDraft,
  line: {
    readonly lineId: SaleLineId;
    readonly tile: ServiceTile | undefined;
    readonly words: string;
  },
): Cart | undefined {
  const { insuredCents, chargeCents, ...texts } = draft;
  if (insuredCents === undefined || chargeCents === undefined) return undefined;
  if (shipProblems(draft).size > 0) return undefined;
  const there = cart.lines.find((each) => each.kind === 'shipping');
  const sent: Cart = { ...cart, shipTo: { ...trimmed(texts), insuredCents } };
  const fresh = plainLine({
    lineId: line.lineId,
    kind: 'shipping',
    description: line.tile?.name ?? line.words,
    tagPriceCents: chargeCents,
    taxClass: line.tile?.taxClass ?? 'shipping',
    taxed: line.tile?.taxed ?? true,
    links: line.tile ? { serviceCode: line.tile.code } : {},
  });
  return putLine(sent, there ? { ...there, tagPriceCents: chargeCents } : fresh);
}

function trimmed(texts: Omit<ShipTo, 'insuredCents'>): Omit<ShipTo, 'insuredCents'> {
  const { recipient, address, phone, carrier, tracking } = texts;
  return {
    ...texts,
    recipient: recipient.trim(),
    address: address.trim(),
    phone: phone.trim(),
    carrier: carrier.trim(),
    tracking: tracking.trim(),
  };
}

/** Goods are insured for what they cost here. */
function goodsCents(totals: PricedTicket | undefined): Cents {
  const items = totals?.lines.filter((line) => line.kind === 'item') ?? [];
  return sumCents(items.map((line) => line.netCents));
}

function addressLines({ fields }: Customer): string {
  if (fields.address === null) return '';
  const { line1, line2, city, state, zip, country } = fields.address;
  const town = [city, [state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [line1, line2, town, country === 'US' ? '' : country].filter(Boolean).join('\n');
}
