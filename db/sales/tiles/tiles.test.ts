import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Id } from '#shared/ids.ts';
import type { Cents, RatePpm } from '#shared/money.ts';
import { ok } from '#shared/result.ts';
import { MAX_TILES, type ServiceTileFields } from '#shared/sales/tiles/contract.ts';
import { aShop, newId, type TestShop } from '../../testing/a-shop.ts';
import { archiveTile } from './archive-tile.ts';
import { arrangeTiles } from './arrange-tiles.ts';
import { listTiles } from './list-tiles.ts';
import { saveTile } from './save-tile.ts';
import { seedServiceTiles } from './seed-service-tiles.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

const strap: ServiceTileFields = {
  kind: 'service',
  code: 'STRAP',
  name: 'Strap fitting',
  priceCents: 1200 as Cents,
  pricePpm: 0 as RatePpm,
  taxClass: 'alter',
  taxed: true,
  partsPpm: 0 as RatePpm,
};

function save(
  fields: ServiceTileFields,
  serviceTileId: Id<'serviceTile'> = newId('serviceTile'),
  isNew = true,
) {
  const context = shop.context('services.save', { actor: shop.manager });
  const input = { serviceTileId, isNew, fields };
  return shop.writer.write(context, input, (tx) => saveTile(tx, context, input));
}
function seed(language: 'en' | 'es' = 'en') {
  const context = shop.context('system.setUp', { actor: null });
  shop.writer.write(context, null, (tx) => {
    seedServiceTiles(tx, context, language);
    return ok(null);
  });
}
function arrange(serviceTileIds: readonly Id<'serviceTile'>[]) {
  const context = shop.context('services.arrange', { actor: shop.manager });
  const input = { serviceTileIds: [...serviceTileIds] };
  return shop.writer.write(context, input, (tx) => arrangeTiles(tx, context, input));
}
function archive(serviceTileId: Id<'serviceTile'>) {
  const context = shop.context('services.archive', { actor: shop.manager });
  return shop.writer.write(context, { serviceTileId }, (tx) =>
    archiveTile(tx, context, { serviceTileId }),
  );
}
const codes = () => listTiles(shop.writer).map((tile) => tile.code);
const idOf = (code: string) => {
  const tile = listTiles(shop.writer).find((each) => each.code === code);
  if (!tile) throw new Error(`no tile ${code}`);
  return tile.serviceTileId;
};

test('a new store starts with the services every counter has, in its language', () => {
  seed('es');
  expect(codes()).toEqual(['BATTERY', 'LINK', 'CLEAN', 'PIN', 'WRAP', 'CARE', 'SHIP']);
  const tiles = listTiles(shop.writer);
  expect(tiles[0]).toMatchObject({ name: 'Pila de reloj', kind: 'service', priceCents: 1800 });
  expect(tiles.find(({ code }) => code === 'CARE')).toMatchObject({
    kind: 'care_plan',
    pricePpm: 100_000,
    taxClass: 'care_plan',
  });
});

test('a tile is added at the end, changed in its place, and the same again changes nothing', () => {
  seed();
  const id = newId('serviceTile');
  expect(save(strap, id)).toEqual({ ok: true, value: null });
  expect(codes().at(-1)).toBe('STRAP');
  expect(save({ ...strap, priceCents: 1500 as Cents }, id, false).ok).toBe(true);
  expect(listTiles(shop.writer).at(-1)).toMatchObject({ priceCents: 1500, taxed: true });
  const before = shop.writer.head.n;
  expect(save({ ...strap, priceCents: 1500 as Cents }, id, false).ok).toBe(true);
  expect(shop.writer.head.n).toBe(before);
});

test('two tiles in use never share a code; that of one taken away is free', () => {
  seed();
  expect(save({ ...strap, code: 'battery' })).toEqual({
    ok: false,
    refusal: { code: 'TILE_CODE_TAKEN', name: 'Watch battery' },
  });
  expect(archive(idOf('BATTERY')).ok).toBe(true);
  expect(save({ ...strap, code: 'BATTERY' }).ok).toBe(true);
});

test('a tile that was taken away meanwhile is neither changed nor taken away again', () => {
  seed();
  const id = idOf('LINK');
  archive(id);
  const gone = { ok: false, refusal: { code: 'TILE_NOT_FOUND' } };
  expect(save(strap, id, false)).toEqual(gone);
  expect(archive(id)).toEqual(gone);
  expect(arrange([id])).toEqual(gone);
});

test('the order is the one that was chosen, and what was not named follows', () => {
  seed();
  expect(arrange([idOf('CARE'), idOf('PIN')]).ok).toBe(true);
  expect(codes()).toEqual(['CARE', 'PIN', 'BATTERY', 'LINK', 'CLEAN', 'WRAP', 'SHIP']);
});

test('there are as many tiles as a screen holds, and no more', () => {
  for (let index = 0; index < MAX_TILES; index++) save({ ...strap, code: `T${index}` });
  expect(save({ ...strap, code: 'ONE MORE' })).toMatchObject({ refusal: { code: 'TILES_FULL' } });
});
