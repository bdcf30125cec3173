import { expect, test } from 'vitest';
import type { CartId, Id, SaleLineId } from '#shared/ids.ts';
import type { Cents, RatePpm } from '#shared/money.ts';
import { type Cart, emptyCart, addLine, plainLine } from '#shared/sales/cart.ts';
import type { ServiceTile } from '#shared/sales/tiles/contract.ts';
import { isInCart, pieceInHand, pressTile, tilePrice } from './tile-line.ts';

const id = (name: string) => name as SaleLineId;
const item = (name: string, cents: number) =>
  plainLine({
    lineId: id(name),
    kind: 'item',
    description: name,
    tagPriceCents: cents as Cents,
    taxClass: 'goods',
  });
const aTile = (fields: Partial<ServiceTile>): ServiceTile => ({
  serviceTileId: 'tile' as Id<'serviceTile'>,
  kind: 'service',
  code: 'BATTERY',
  name: 'Watch battery',
  priceCents: 1800 as Cents,
  pricePpm: 0 as RatePpm,
  taxClass: 'restore',
  taxed: true,
  partsPpm: 300_000 as RatePpm,
  ...fields,
});
const battery = aTile({});
const wrap = aTile({ kind: 'gift_wrap', code: 'WRAP', name: 'Gift wrap', taxClass: 'gift_wrap' });
const plan = aTile({
  kind: 'care_plan',
  code: 'CARE',
  name: 'Care plan',
  pricePpm: 100_000 as RatePpm,
  taxClass: 'care_plan',
});

const empty = emptyCart('cart' as CartId);
const two = addLine(addLine(empty, item('ring', 99_900)), item('watch', 20_100));
const press = (cart: Cart, tile: ServiceTile, name = 'new', chosen?: string) =>
  pressTile(cart, {
    tile,
    lineId: id(name),
    chosen: cart.lines.find((line) => line.lineId === chosen),
    totals: undefined,
  });
const changed = (outcome: ReturnType<typeof press>): Cart => {
  if (outcome.kind !== 'changed') throw new Error(outcome.kind);
  return outcome.cart;
};

test('a service needs neither piece nor customer, and pressed again it is two', () => {
  const once = changed(press(empty, battery));
  expect(once.lines).toMatchObject([
    { kind: 'service', description: 'Watch battery', taxClass: 'restore', partsPpm: 300_000 },
  ]);
  expect(isInCart(once, battery)).toBe(true);
  const twice = changed(press(once, battery, 'again'));
  expect(twice.lines).toMatchObject([{ quantityThousandths: 2000 }]);
});

test('a care plan costs its share of the piece in hand, and belongs to it', () => {
  const cart = changed(press(two, plan, 'plan', 'ring'));
  expect(cart.lines.at(-1)).toMatchObject({
    kind: 'care_plan',
    description: 'Care plan: ring',
    tagPriceCents: 9990,
    links: { forLineId: 'ring', serviceCode: 'CARE', sharePpm: 100_000 },
  });
  const ofWatch = changed(press(cart, plan, 'another', 'watch'));
  expect(ofWatch.lines.at(-1)).toMatchObject({ tagPriceCents: 2010 });
});

test('one plan a piece: pressed again the line that is there is meant', () => {
  const cart = changed(press(two, plan, 'plan', 'ring'));
  expect(press(cart, plan, 'again', 'ring')).toEqual({ kind: 'there', lineId: 'plan' });
  expect(press(cart, plan, 'again', 'plan')).toEqual({ kind: 'there', lineId: 'plan' });
});

test('without a piece there is no care plan, but a gift can be wrapped', () => {
  expect(press(empty, plan)).toEqual({ kind: 'needsPiece' });
  expect(changed(press(empty, wrap)).lines).toMatchObject([{ kind: 'gift_wrap', links: {} }]);
});

test('the piece in hand is the chosen one, the one a chosen plan is for, else the newest', () => {
  const cart = changed(press(two, plan, 'plan', 'ring'));
  expect(pieceInHand(cart, cart.lines.at(-1))?.lineId).toBe('ring');
  expect(pieceInHand(cart, undefined)?.lineId).toBe('watch');
});

test('a plan follows what the piece costs here, without the share of a ticket discount', () => {
  const [ring] = two.lines;
  const priced = { lineId: id('ring'), grossCents: 99_900, lineDiscountCents: 9900 };
  const totals = { lines: [priced] } as unknown as Parameters<typeof tilePrice>[2];
  expect(tilePrice(plan, ring, totals)).toBe(9000);
  expect(tilePrice({ ...plan, pricePpm: 0 as RatePpm }, ring, totals)).toBe(1800);
});
