import { expect, test } from 'vitest';
import type { CartId, Id, SaleLineId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import { addLine, emptyCart, plainLine, setTicketPricing } from '#shared/sales/cart.ts';
import { copyOfCart } from './copy-of-cart.ts';

const word = 'word' as Id<'override'>;
const ring = plainLine({
  lineId: 'ring' as SaleLineId,
  kind: 'item',
  description: 'Ring',
  tagPriceCents: 99_900 as Cents,
  taxClass: 'goods',
  overrideId: word,
});
const plan = plainLine({
  lineId: 'plan' as SaleLineId,
  kind: 'care_plan',
  description: 'Care plan',
  tagPriceCents: 9990 as Cents,
  taxClass: 'care_plan',
  links: { forLineId: ring.lineId, serviceCode: 'CARE', returnOverrideId: word },
});
const cart = setTicketPricing(addLine(addLine(emptyCart('cart' as CartId), ring), plan), {
  pricing: { way: 'out_the_door', cents: 100_000 as Cents },
  reasonCode: 'staff',
  priceReason: null,
  overrideId: word,
});

test('what belongs to a line belongs to its copy', () => {
  const [copiedRing, copiedPlan] = copyOfCart(cart).lines;
  expect(copiedRing?.lineId).not.toBe('ring');
  expect(copiedPlan?.links).toEqual({ forLineId: copiedRing?.lineId, serviceCode: 'CARE' });
});

test("a manager's word is not copied, neither for a line nor for the ticket", () => {
  const copy = copyOfCart(cart);
  expect(copy.lines.map((line) => line.overrideId)).toEqual([null, null]);
  expect(copy.ticket).toMatchObject({ reasonCode: 'staff', overrideId: null });
});
