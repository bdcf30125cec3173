import { expect, test } from 'vitest';
import type { CartId, Id, SaleLineId } from '#shared/ids.ts';
import type { Cents, RatePpm } from '#shared/money.ts';
import type { TicketTerms } from '#shared/sales/cart-totals.ts';
import {
  addLine,
  type Cart,
  changeLine,
  emptyCart,
  plainLine,
  type PriceTalk,
} from '#shared/sales/cart.ts';
import type { LinePricing } from '#shared/sales/price-ways.ts';
import { aTaxArea, aTaxRule } from '#shared/taxes/tax-builders.ts';
import { previewPrice, withQuotedTotal, withTalk } from './price-preview.ts';

const ring = 'ring' as SaleLineId;
const watch = 'watch' as SaleLineId;

const terms: TicketTerms = {
  homeAreaId: 'home',
  areas: [{ area: aTaxArea(), rules: [aTaxRule({ ratePpm: 82_500 as RatePpm })] }],
  taxRounding: 'line',
  cashRounding: 'off',
  reasonFromPpm: 0 as RatePpm,
  overrideFromPpm: 100_000 as RatePpm,
  customerFromCents: null,
};

const item = (lineId: SaleLineId, tagPriceCents: number) =>
  plainLine({
    lineId,
    kind: 'item',
    description: lineId,
    tagPriceCents: tagPriceCents as Cents,
    taxClass: 'goods',
  });
const cart: Cart = addLine(
  addLine(emptyCart('cart' as CartId), item(ring, 99_900)),
  item(watch, 20_100),
);

const talk = (pricing: LinePricing): PriceTalk<LinePricing> => ({
  pricing,
  reasonCode: 'price_match',
  priceReason: null,
  overrideId: null,
});
const see = (target: SaleLineId | null, pricing: LinePricing) =>
  previewPrice(cart, target, talk(pricing), terms, false);

test('a line out the door comes to the quoted total with its tax, and the ticket with it', () => {
  expect(see(ring, { way: 'out_the_door', cents: 100_000 as Cents })).toMatchObject({
    kind: 'possible',
    figures: { grossCents: 99_900, netCents: 92_379, taxCents: 7621, totalCents: 100_000 },
    ticketTotalCents: 100_000 + 21_758,
    needs: 'reason',
    overrideCents: 92_379,
  });
});

test('ten percent and more is for a manager, the tag for nobody', () => {
  const tenth = { way: 'percent_off', ratePpm: 100_000 as RatePpm } as const;
  expect(see(ring, tenth)).toMatchObject({ needs: 'override', overrideCents: 89_910 });
  expect(see(ring, { way: 'tag' })).toMatchObject({ needs: 'nothing' });
});

test('a price for the whole ticket is allowed for what the ticket comes to', () => {
  expect(see(null, { way: 'out_the_door', cents: 110_000 as Cents })).toMatchObject({
    kind: 'possible',
    figures: { grossCents: 120_000, totalCents: 110_000 },
    needs: 'override',
    overrideCents: 110_000,
  });
});

test('the tag price takes reason and override with it', () => {
  const agreed = changeLine(cart, ring, {
    ...talk({ way: 'amount_off', cents: 100 as Cents }),
    overrideId: 'word' as Id<'override'>,
  });
  const [line] = withTalk(agreed, ring, talk({ way: 'tag' })).lines;
  expect(line).toMatchObject({ pricing: { way: 'tag' }, reasonCode: null, overrideId: null });
  const whole = withTalk(cart, null, talk({ way: 'amount_off', cents: 100 as Cents }));
  expect(withTalk(whole, null, talk({ way: 'tag' })).ticket).toBeNull();
});

test('a quoted total that no price makes names the nearest ones, and one of them can be taken', () => {
  const tenfold = [aTaxRule({ ratePpm: 10_000_000 as RatePpm })];
  const dear = { ...terms, areas: [{ area: aTaxArea(), rules: tenfold }] };
  const pricing = { way: 'out_the_door', cents: 1005 as Cents } as const;
  const seen = previewPrice(cart, ring, talk(pricing), dear, false);
  expect(seen).toMatchObject({
    kind: 'notPossible',
    refusal: { lineId: ring, belowCents: 1001, aboveCents: 1012 },
  });
  const agreed = withTalk(cart, ring, talk(pricing));
  const taken = withQuotedTotal(agreed, ring, 1001 as Cents);
  expect(taken.lines[0]).toMatchObject({
    pricing: { way: 'out_the_door', cents: 1001 },
    reasonCode: 'price_match',
  });
});

test('a care plan that costs a share of the ring is in the preview at its share of the new price', () => {
  const plan = plainLine({
    lineId: 'plan' as SaleLineId,
    kind: 'care_plan',
    description: 'Care plan',
    tagPriceCents: 9990 as Cents,
    taxClass: 'none',
    links: { forLineId: ring, sharePpm: 100_000 as RatePpm },
  });
  const told = talk({ way: 'out_the_door', cents: 100_000 as Cents });
  // 10 % of the $923.79 that the ring costs before tax.
  expect(previewPrice(addLine(cart, plan), ring, told, terms, false)).toMatchObject({
    figures: { totalCents: 100_000 },
    ticketTotalCents: 100_000 + 21_758 + 9238,
  });
});
