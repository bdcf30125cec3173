import { expect, test } from 'vitest';
import type { Id } from '#shared/ids.ts';
import type { Cents, RatePpm } from '#shared/money.ts';
import type { ServiceTile } from '#shared/sales/tiles/contract.ts';
import { EMPTY_TILE, proposedCode, tileDraft, tileFields, tileProblems } from './tile-draft.ts';

const careplan: ServiceTile = {
  serviceTileId: 'tile' as Id<'serviceTile'>,
  kind: 'care_plan',
  code: 'CARE',
  name: 'Care plan',
  priceCents: 0 as Cents,
  pricePpm: 100_000 as RatePpm,
  taxClass: 'care_plan',
  taxed: true,
  partsPpm: 0 as RatePpm,
};

test('a tile that is opened and saved again is what it was', () => {
  const { serviceTileId: _id, ...fields } = careplan;
  expect(tileFields(tileDraft(careplan))).toEqual(fields);
});

test('a new service needs a name and a price; its code is made of the name', () => {
  expect([...tileProblems(EMPTY_TILE)].toSorted()).toEqual(['code', 'name', 'price']);
  const typed = { ...EMPTY_TILE, name: 'Ring engraving', priceCents: 4500 as Cents };
  expect(tileFields(typed)).toMatchObject({ code: 'RING-ENGRAVING', taxClass: 'restore' });
  expect(proposedCode('  Añadir 2 letras, más ')).toBe('ANADIR-2-LETRAS-MAS');
});

test('a plan by an amount costs no share, and nothing but work has parts', () => {
  const byAmount = {
    ...tileDraft(careplan),
    pricedBy: 'amount' as const,
    priceCents: 9900 as Cents,
    partsPpm: 300_000 as RatePpm,
  };
  expect(tileFields(byAmount)).toMatchObject({ priceCents: 9900, pricePpm: 0, partsPpm: 0 });
});

test('a card number in a name is never sent', () => {
  const card = { ...EMPTY_TILE, name: '4111 1111 1111 1111', priceCents: 0 as Cents };
  expect(tileProblems(card).has('card')).toBe(true);
  expect(tileFields(card)).toBeUndefined();
});
