import type { Cents, RatePpm } from '#shared/money.ts';
import type { ServiceTileFields } from '#shared/sales/tiles/contract.ts';
import type { CommandContext } from '../../write-path/command-context.ts';
import type { WriteTx } from '../../write-path/write-tx.ts';
import { serviceTileTable } from '../counter-tables.ts';
import { tileColumns } from './save-tile.ts';

type Language = 'en' | 'es';
type Seed = Pick<ServiceTileFields, 'kind' | 'code' | 'taxClass'> & {
  readonly names: Readonly<Record<Language, string>>;
  readonly cents?: number;
  readonly ppm?: number;
  readonly partsPpm?: number;
};

/** What nearly every counter sells without a piece (domain.md, The sale). A store changes names and prices as it likes. */
const SEEDS: readonly Seed[] = [
  {
    kind: 'service',
    code: 'BATTERY',
    names: { en: 'Watch battery', es: 'Pila de reloj' },
    cents: 1800,
    taxClass: 'restore',
    partsPpm: 300_000,
  },
  {
    kind: 'service',
    code: 'LINK',
    names: { en: 'Link removal', es: 'Quitar eslabones' },
    cents: 1500,
    taxClass: 'alter',
  },
  {
    kind: 'service',
    code: 'CLEAN',
    names: { en: 'Clean and check', es: 'Limpieza y revisión' },
    taxClass: 'restore',
  },
  {
    kind: 'service',
    code: 'PIN',
    names: { en: 'Pin or spring bar', es: 'Pasador o barra' },
    cents: 1000,
    taxClass: 'restore',
    partsPpm: 500_000,
  },
  {
    kind: 'gift_wrap',
    code: 'WRAP',
    names: { en: 'Gift wrap', es: 'Envoltura de regalo' },
    cents: 600,
    taxClass: 'gift_wrap',
  },
  {
    kind: 'care_plan',
    code: 'CARE',
    names: { en: 'Care plan', es: 'Plan de cuidado' },
    ppm: 100_000,
    taxClass: 'care_plan',
  },
  {
    kind: 'shipping',
    code: 'SHIP',
    names: { en: 'Shipping', es: 'Envío' },
    cents: 1500,
    taxClass: 'shipping',
  },
];

/** Gives a new store the tiles it starts with, in the language it was set up in. */
export function seedServiceTiles(
  tx: WriteTx,
  context: Pick<CommandContext, 'newId'>,
  language: Language,
): void {
  for (const [index, seed] of SEEDS.entries()) {
    const { kind, code, taxClass, names, cents = 0, ppm = 0, partsPpm = 0 } = seed;
    const columns = tileColumns({
      kind,
      code,
      taxClass,
      name: names[language],
      priceCents: cents as Cents,
      pricePpm: ppm as RatePpm,
      partsPpm: partsPpm as RatePpm,
      taxed: true,
    });
    const id = context.newId('serviceTile');
    tx.insertProfile(serviceTileTable, { id, ...columns, position: index + 1 });
  }
}
