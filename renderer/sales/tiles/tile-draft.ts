import { containsCardNumber } from '#shared/card-number.ts';
import type { Cents, RatePpm } from '#shared/money.ts';
import type { ServiceTile, ServiceTileFields, TileKind } from '#shared/sales/tiles/contract.ts';
import type { TaxClass } from '#shared/taxes/tax-class.ts';

/** What work on a thing can be to the tax. Wraps, plans and shipping have classes of their own. */
export const SERVICE_TAX_CLASSES = [
  'restore',
  'alter',
  'fabricate',
  'part',
  'goods',
] as const satisfies readonly TaxClass[];
export type ServiceTaxClass = (typeof SERVICE_TAX_CLASSES)[number];

/** A tile as it is typed. */
export interface TileDraft {
  readonly kind: TileKind;
  readonly name: string;
  readonly code: string;
  /** A care plan costs a share of its piece, or an amount like the others. */
  readonly pricedBy: 'amount' | 'share';
  readonly priceCents: Cents | undefined;
  readonly pricePpm: RatePpm | undefined;
  readonly taxed: boolean;
  readonly serviceClass: ServiceTaxClass;
  readonly partsPpm: RatePpm | undefined;
}

export type TileProblem = 'name' | 'code' | 'price' | 'parts' | 'card';

const MOST_CODE = 24;

export const EMPTY_TILE: TileDraft = {
  kind: 'service',
  name: '',
  code: '',
  pricedBy: 'amount',
  priceCents: undefined,
  pricePpm: undefined,
  taxed: true,
  serviceClass: 'restore',
  partsPpm: 0 as RatePpm,
};

export function tileDraft(tile: ServiceTile): TileDraft {
  const { kind, name, code, priceCents, pricePpm, taxed, taxClass, partsPpm } = tile;
  const share = kind === 'care_plan' && pricePpm > 0;
  return {
    kind,
    name,
    code,
    pricedBy: share ? 'share' : 'amount',
    priceCents,
    pricePpm: share ? pricePpm : undefined,
    taxed,
    serviceClass: SERVICE_TAX_CLASSES.find((each) => each === taxClass) ?? 'restore',
    partsPpm,
  };
}

/** A code for reports out of a name: `Ring engraving` → `RING-ENGRAVING`. */
export function proposedCode(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^\w\s-]/g, '')
    .trim()
    .replaceAll(/\s+/g, '-')
    .toUpperCase()
    .slice(0, MOST_CODE);
}

/** What keeps the tile from being saved, by field. */
export function tileProblems(draft: TileDraft): ReadonlySet<TileProblem> {
  const problems = new Set<TileProblem>();
  if (draft.name.trim() === '') problems.add('name');
  if (codeOf(draft) === '') problems.add('code');
  if (pricedByShare(draft) ? draft.pricePpm === undefined : draft.priceCents === undefined)
    problems.add('price');
  if (draft.kind === 'service' && draft.partsPpm === undefined) problems.add('parts');
  if (containsCardNumber(draft.name) || containsCardNumber(draft.code)) problems.add('card');
  return problems;
}

/** What the store is given; undefined while something is wrong. */
export function tileFields(draft: TileDraft): ServiceTileFields | undefined {
  if (tileProblems(draft).size > 0) return undefined;
  const share = pricedByShare(draft);
  const isWork = draft.kind === 'service';
  return {
    kind: draft.kind,
    name: draft.name.trim(),
    code: codeOf(draft),
    priceCents: share ? (0 as Cents) : (draft.priceCents ?? (0 as Cents)),
    pricePpm: share ? (draft.pricePpm ?? (0 as RatePpm)) : (0 as RatePpm),
    taxClass: isWork ? draft.serviceClass : CLASS_OF[draft.kind],
    taxed: draft.taxed,
    partsPpm: isWork ? (draft.partsPpm ?? (0 as RatePpm)) : (0 as RatePpm),
  };
}

const CLASS_OF = {
  gift_wrap: 'gift_wrap',
  care_plan: 'care_plan',
  shipping: 'shipping',
} as const satisfies Readonly<Record<Exclude<TileKind, 'service'>, TaxClass>>;

function pricedByShare({ kind, pricedBy }: TileDraft): boolean {
  return kind === 'care_plan' && pricedBy === 'share';
}

/** A code that was not typed is made of the name. */
function codeOf({ code, name }: TileDraft): string {
  return code.trim() === '' ? proposedCode(name) : code.trim();
}
