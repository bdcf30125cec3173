import { expect, test } from 'vitest';
import type { Customer } from '#shared/customers/contract.ts';
import type { CartId, CustomerId, Id, SaleLineId } from '#shared/ids.ts';
import type { Cents, RatePpm } from '#shared/money.ts';
import { addLine, emptyCart, plainLine } from '#shared/sales/cart.ts';
import type { ServiceTile } from '#shared/sales/tiles/contract.ts';
import { type ShipDraft, shipDraft, shipProblems, withShipping } from './ship-draft.ts';

const tile: ServiceTile = {
  serviceTileId: 'tile' as Id<'serviceTile'>,
  kind: 'shipping',
  code: 'SHIP',
  name: 'Shipping',
  priceCents: 1500 as Cents,
  pricePpm: 0 as RatePpm,
  taxClass: 'shipping',
  taxed: true,
  partsPpm: 0 as RatePpm,
};
const ring = plainLine({
  lineId: 'ring' as SaleLineId,
  kind: 'item',
  description: 'Ring',
  tagPriceCents: 99_900 as Cents,
  taxClass: 'goods',
});
const cart = addLine(emptyCart('cart' as CartId), ring);
const rosa: Customer = {
  customerId: 'rosa' as CustomerId,
  name: 'Rosa Delgado',
  town: 'Miami',
  phone: '(615) 555-0142',
  phoneLast4: '0142',
  lastVisitOn: null,
  fields: {
    givenName: 'Rosa',
    familyName: 'Delgado',
    company: '',
    phone: '(615) 555-0142',
    email: '',
    address: {
      line1: '12 Main St',
      line2: 'Apt 4',
      city: 'Miami',
      state: 'FL',
      zip: '33101',
      country: 'US',
    },
    note: '',
    taxExempt: false,
    language: 'en',
  },
  importedFrom: null,
  sales: [],
};
const known = { customer: rosa, tile, totals: undefined, homeAreaId: 'home' };
const lineId = 'shipping' as SaleLineId;
const sent = (draft: ShipDraft) => withShipping(cart, draft, { lineId, tile, words: 'Shipping' });

test('name, address and phone of the customer stand there already', () => {
  expect(shipDraft(cart, known)).toMatchObject({
    recipient: 'Rosa Delgado',
    address: '12 Main St\nApt 4\nMiami, FL 33101',
    phone: '(615) 555-0142',
    chargeCents: 1500,
    taxAreaId: 'home',
  });
});

test('nothing is sent without a name, an address and amounts', () => {
  const empty = shipDraft(cart, { ...known, customer: null, tile: undefined });
  expect([...shipProblems({ ...empty, insuredCents: undefined })].toSorted()).toEqual([
    'address',
    'charge',
    'insured',
    'recipient',
  ]);
  expect(sent(empty)).toBeUndefined();
});

test('a card number is never sent to the carrier', () => {
  const draft = { ...shipDraft(cart, known), tracking: '4111 1111 1111 1111' };
  expect(shipProblems(draft)).toEqual(new Set(['card']));
});

test('the sale gets one shipping line, and changed again it is the same one', () => {
  const once = sent(shipDraft(cart, known));
  expect(once).toMatchObject({
    shipTo: { recipient: 'Rosa Delgado', taxAreaId: 'home' },
    lines: [
      {},
      {
        kind: 'shipping',
        tagPriceCents: 1500,
        taxClass: 'shipping',
        links: { serviceCode: 'SHIP' },
      },
    ],
  });
  if (!once) throw new Error('not sent');
  const again = shipDraft(once, { ...known, tile: undefined });
  const free = withShipping(
    once,
    { ...again, chargeCents: 0 as Cents, recipient: ' Ana Rivas ' },
    { lineId: 'another' as SaleLineId, tile: undefined, words: 'Shipping' },
  );
  expect(free).toMatchObject({
    shipTo: { recipient: 'Ana Rivas' },
    lines: [{}, { lineId: 'shipping', tagPriceCents: 0, links: { serviceCode: 'SHIP' } }],
  });
});
