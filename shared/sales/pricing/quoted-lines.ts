import type { SaleLineId } from '../../ids.ts';
import { addCents, type Cents, subtractCents, ZERO_CENTS } from '../../money.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { TaxTerms } from '../../taxes/tax-rule.ts';
import { elementAt } from './element-at.ts';
import {
  isAdjustable,
  type OutTheDoorNotPossible,
  type OutTheDoorPrice,
  outTheDoor,
} from './out-the-door.ts';
import type { PricedLine } from './priced-line.ts';
import { taxLines } from './ticket-tax.ts';

/** A total that was quoted and cannot be made: of one line, or of the whole ticket (null). */
export interface TicketNotPossible extends OutTheDoorNotPossible {
  readonly lineId: SaleLineId | null;
}

/**
 * Lines whose taxes hang on each other (a threshold of the ticket, one rounding for it) settle in two or three rounds.
 * Some would chase each other's cent for ever: after these rounds a cent or two may be missing.
 */
const EXACT_ROUNDS = 3;
const MAX_ROUNDS = 8;

/** What a line was quoted with its tax; null for one that is priced another way. */
export function quotedCents({ line }: PricedLine): Cents | null {
  return line.fixed === null && line.pricing.way === 'out_the_door' ? line.pricing.cents : null;
}

/**
 * Finds the prices before tax of the lines that are quoted out the door, each with the tax it has on this ticket: a
 * threshold of the ticket, a trade-in or one rounding for the document count. Afterwards each is 0 to 2 cents below what
 * was quoted; otherwise refuses with `OUT_THE_DOOR_NOT_POSSIBLE` for the first line that is not.
 */
export function priceQuotedLines(
  priced: readonly PricedLine[],
  terms: TaxTerms,
): Result<readonly PricedLine[], TicketNotPossible> {
  if (!priced.some((each) => quotedCents(each) !== null)) return ok(priced);
  // Nearly always a line has the tax it would have alone, which is a fortieth of the work to find.
  let lines: readonly PricedLine[] = priced.map((each) => elementAt(repriced([each], 0, terms), 0));
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = repriceMissed(lines, terms, round < EXACT_ROUNDS);
    if (next === lines) break;
    lines = next;
  }
  const missed = missingCents(lines, terms).findIndex((missing) => !isAdjustable(missing));
  if (missed < 0) return ok(lines);
  const { lineId } = elementAt(lines, missed).line;
  return refuse({ ...whyNot(lines, missed, terms), lineId });
}

/** Prices those lines anew that miss their quoted total on this ticket; the same list when nothing moves. */
function repriceMissed(
  lines: readonly PricedLine[],
  terms: TaxTerms,
  exactly: boolean,
): readonly PricedLine[] {
  let next = lines;
  for (const [index, missing] of missingCents(lines, terms).entries())
    if (exactly ? missing !== 0 : !isAdjustable(missing)) next = repriced(next, index, terms);
  return next;
}

/** The lines with one of them at the price that makes its quoted total; the same list where it stands there or none does. */
function repriced(
  lines: readonly PricedLine[],
  index: number,
  terms: TaxTerms,
): readonly PricedLine[] {
  const line = elementAt(lines, index);
  const price = priceOnTicket(lines, index, terms);
  if (!price?.ok || price.value.netCents === line.netCents) return lines;
  return lines.with(index, { ...line, netCents: price.value.netCents });
}

/** The price that a line would have to make its quoted total, while all others stay as they are. */
function priceOnTicket(
  lines: readonly PricedLine[],
  index: number,
  terms: TaxTerms,
): Result<OutTheDoorPrice, OutTheDoorNotPossible> | null {
  const line = elementAt(lines, index);
  const quoted = quotedCents(line);
  if (quoted === null) return null;
  return outTheDoor(quoted, (netCents) => {
    const taxes = taxLines(lines.with(index, { ...line, netCents }), terms);
    return elementAt(taxes, index).taxCents;
  });
}

/** What each line lacks to its quoted total at its price and tax; zero for a line that has none. */
function missingCents(lines: readonly PricedLine[], terms: TaxTerms): readonly Cents[] {
  const taxes = taxLines(lines, terms);
  return lines.map((line, index) => {
    const quoted = quotedCents(line);
    if (quoted === null) return ZERO_CENTS;
    return subtractCents(quoted, addCents(line.netCents, elementAt(taxes, index).taxCents));
  });
}

/** The nearest totals of a line; where it cannot settle beside others that are quoted too, the one it stands at. */
function whyNot(
  lines: readonly PricedLine[],
  index: number,
  terms: TaxTerms,
): OutTheDoorNotPossible {
  const price = priceOnTicket(lines, index, terms);
  if (price?.ok === false) return price.refusal;
  const missing = elementAt(missingCents(lines, terms), index);
  const standsAt = subtractCents(quotedCents(elementAt(lines, index)) ?? ZERO_CENTS, missing);
  return {
    code: 'OUT_THE_DOOR_NOT_POSSIBLE',
    belowCents: missing > 0 ? standsAt : null,
    aboveCents: missing < 0 ? standsAt : null,
  };
}
