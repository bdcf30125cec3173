import { addCents, type Cents, cents, subtractCents, ZERO_CENTS } from '../../money.ts';
import { ok, refuse, type Result } from '../../result.ts';

/** More than this may not be missing between a quoted total and the nearest one below it (docs/rules.md, Money). */
const MAX_ADJUSTMENT_CENTS = 2;

export interface OutTheDoorPrice {
  /** The price before tax. */
  readonly netCents: Cents;
  /** Its tax, as the rules give it: never bent to make a quoted total come true. */
  readonly taxCents: Cents;
  /** What is missing to the quoted total where no price gives it exactly: 0 to 2 cents, an untaxed line of its own. */
  readonly adjustmentCents: Cents;
}

/** No price before tax comes near enough to the quoted total. Totals with tax; null where there is none on that side. */
export interface OutTheDoorNotPossible {
  readonly code: 'OUT_THE_DOOR_NOT_POSSIBLE';
  /** The nearest total below what was quoted. */
  readonly belowCents: Cents | null;
  /** The nearest total above it. */
  readonly aboveCents: Cents | null;
}

/**
 * How far around the crossing a better price is looked for. Tax that is rounded once per document and split, or a
 * discount split over lines, may move by a cent against the price: every exact price lies within four cents then.
 */
const NEARBY = 4;

/** Whether what is missing to a quoted total may stand on a line of its own: 0 to 2 cents. */
export function isAdjustable(missingCents: Cents): boolean {
  return missingCents >= 0 && missingCents <= MAX_ADJUSTMENT_CENTS;
}

/**
 * The price before tax that makes `targetCents` with its tax: net + tax + adjustment = target. Where the total rises
 * with the price, an exact price is found whenever there is one, else the nearest below; where tax falls at a threshold
 * (bullion from $1,000), the dearest price that fits is taken. Refuses with `OUT_THE_DOOR_NOT_POSSIBLE` and the nearest
 * totals when more than two cents are missing. `taxOfNet` answers tax of 0 or more, also for a price of 0, and is asked
 * a few times per digit of the amount.
 */
export function outTheDoor(
  targetCents: Cents,
  taxOfNet: (netCents: Cents) => Cents,
): Result<OutTheDoorPrice, OutTheDoorNotPossible> {
  const totalOf = remembered((net) => addCents(net, taxOfNet(net)));
  const { below, above } = nearestPrices(targetCents, totalOf);
  const belowCents = below === null ? null : totalOf(below);
  const aboveCents = above === null ? null : totalOf(above);
  if (below !== null && belowCents !== null) {
    const adjustmentCents = subtractCents(targetCents, belowCents);
    const taxCents = subtractCents(belowCents, below);
    if (isAdjustable(adjustmentCents)) return ok({ netCents: below, taxCents, adjustmentCents });
  }
  return refuse({ code: 'OUT_THE_DOOR_NOT_POSSIBLE', belowCents, aboveCents });
}

type TotalOf = (netCents: Cents) => Cents;

/** A look at one price may mean the tax of forty lines, so none is taken twice. */
function remembered(totalOf: TotalOf): TotalOf {
  const known = new Map<Cents, Cents>();
  return (net) => {
    const total = known.get(net) ?? totalOf(net);
    known.set(net, total);
    return total;
  };
}

/** The prices whose totals are nearest to the target: at or below it, and above it. */
function nearestPrices(
  targetCents: Cents,
  totalOf: TotalOf,
): { readonly below: Cents | null; readonly above: Cents | null } {
  const crossing = targetCents < 0 ? ZERO_CENTS : highestPriceWithin(targetCents, totalOf);
  if (totalOf(crossing) === targetCents) return { below: crossing, above: null };
  let [below, above]: [Cents | null, Cents | null] = [null, null];
  for (let offset = -NEARBY; offset <= NEARBY + 1; offset += 1) {
    if (crossing + offset < 0) continue;
    const net = cents(crossing + offset);
    const total = totalOf(net);
    if (total <= targetCents && (below === null || total >= totalOf(below))) below = net;
    if (total > targetCents && (above === null || total < totalOf(above))) above = net;
  }
  return { below, above };
}

/**
 * The highest price whose total is within the target, or 0 where none is. Comes from above: the target itself is never
 * too low a price, and what a total is too high by is worth at least four fifths of it in price while tax stays below
 * 25 %. Overshooting a dearer or jumping tax leaves a bracket, which is halved.
 */
function highestPriceWithin(targetCents: Cents, totalOf: TotalOf): Cents {
  let tooHigh = targetCents;
  let within = tooHigh;
  for (;;) {
    const overCents = totalOf(within) - targetCents;
    if (overCents <= 0 || within === 0) break;
    tooHigh = within;
    within = cents(Math.max(0, within - Math.max(1, Math.floor(overCents * 0.8))));
  }
  while (tooHigh - within > 1) {
    const middle = cents(Math.floor((tooHigh + within) / 2));
    if (totalOf(middle) <= targetCents) within = middle;
    else tooHigh = middle;
  }
  return within;
}
