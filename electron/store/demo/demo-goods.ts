import type { PieceFields } from '#shared/stock/contract.ts';
import type { Cents } from '#shared/money.ts';
import type { SeededRandom } from './seeded-random.ts';

const METALS = [
  '14k yellow gold',
  '14k white gold',
  '18k yellow gold',
  '18k rose gold',
  'Platinum 950',
  'Sterling silver',
] as const;
const SHAPES = ['round', 'oval', 'cushion', 'emerald cut', 'pear', 'princess'] as const;
const COLORS = ['sapphire', 'ruby', 'emerald', 'tanzanite', 'aquamarine', 'garnet'] as const;
const VENDORS = ['Stuller', 'Quality Gold', 'Overnight', 'Gabriel'] as const;
const WATCHES = [
  'Automatic watch, 39 mm steel',
  'Dive watch, 42 mm steel',
  'Dress watch, 36 mm gold plated',
  'Chronograph, 41 mm titanium',
] as const;

interface Goods {
  readonly category: string;
  readonly prefix: string;
  readonly leastCents: number;
  readonly mostCents: number;
  describe(random: SeededRandom): string;
}

const GOODS: readonly Goods[] = [
  {
    category: 'Engagement rings',
    prefix: '100',
    leastCents: 129_900,
    mostCents: 1_249_900,
    describe: (random) =>
      `${carat(random)} ${random.pick(SHAPES)} diamond ring, ${random.pick(METALS.slice(0, 5))}`,
  },
  {
    category: 'Wedding bands',
    prefix: '110',
    leastCents: 29_900,
    mostCents: 189_900,
    describe: (random) =>
      `Wedding band ${random.between(2, 6)} mm, ${random.pick(METALS.slice(0, 5))}`,
  },
  {
    category: 'Colored stone rings',
    prefix: '120',
    leastCents: 24_900,
    mostCents: 329_900,
    describe: (random) =>
      `${random.pick(COLORS)} ring, ${random.pick(METALS)}`.replace(/^./, (letter) =>
        letter.toUpperCase(),
      ),
  },
  {
    category: 'Earrings',
    prefix: '200',
    leastCents: 8900,
    mostCents: 249_900,
    describe: (random) =>
      random.pick([
        `Diamond studs ${carat(random)}, 14k white gold`,
        'Pearl studs 7 mm, 14k yellow gold',
        `Hoops ${random.between(15, 40)} mm, ${random.pick(METALS)}`,
      ]),
  },
  {
    category: 'Necklaces',
    prefix: '300',
    leastCents: 12_900,
    mostCents: 419_900,
    describe: (random) =>
      random.pick([
        `Cable chain ${random.between(16, 22)} in, ${random.pick(METALS)}`,
        `${random.pick(COLORS)} pendant, ${random.pick(METALS)}`.replace(/^./, (letter) =>
          letter.toUpperCase(),
        ),
        'Pearl strand 6 mm, 18 in',
      ]),
  },
  {
    category: 'Bracelets',
    prefix: '400',
    leastCents: 9900,
    mostCents: 389_900,
    describe: (random) =>
      random.pick([
        `Tennis bracelet ${carat(random)}, 14k white gold`,
        `Bangle, ${random.pick(METALS)}`,
        `Link bracelet 7 in, ${random.pick(METALS)}`,
      ]),
  },
  {
    category: 'Watches',
    prefix: '600',
    leastCents: 19_900,
    mostCents: 489_900,
    describe: (random) => random.pick(WATCHES),
  },
];

/** What a demo shop sells besides: counted, many of each. */
export const COUNTED_GOODS = [
  {
    stockNumber: '700-1',
    description: 'Leather watch strap 20 mm',
    priceCents: 3900,
    quantity: 24,
  },
  {
    stockNumber: '700-2',
    description: 'Leather watch strap 22 mm',
    priceCents: 3900,
    quantity: 18,
  },
  { stockNumber: '700-3', description: 'Jewelry cleaner, 8 oz', priceCents: 1295, quantity: 40 },
  { stockNumber: '700-4', description: 'Polishing cloth', priceCents: 895, quantity: 60 },
] as const;

/** The fields of one demo piece; `position` numbers its tag. */
export function aDemoPiece(random: SeededRandom, position: number): PieceFields {
  const goods = random.pick(GOODS);
  const tagPriceCents =
    Math.round(random.between(goods.leastCents, goods.mostCents) / 5000) * 5000 - 100;
  return {
    stockNumber: `${goods.prefix}-${String(position).padStart(5, '0')}`,
    description: goods.describe(random),
    category: goods.category,
    vendor: random.pick(VENDORS),
    vendorStyle: `${random.pick(['A', 'D', 'R'])}${random.between(10_000, 99_999)}`,
    serial: goods.category === 'Watches' ? `K${731_204 + position * 37}` : '',
    costCents: Math.round(tagPriceCents * 0.46) as Cents,
    tagPriceCents: Math.max(4900, tagPriceCents) as Cents,
    taxed: true,
    taxClass: 'goods',
    kind: 'piece',
  };
}

function carat(random: SeededRandom): string {
  return `${(random.between(25, 210) / 100).toFixed(2)} ct`;
}
