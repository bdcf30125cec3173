import { cents, type Cents, subtractCents } from '#shared/money.ts';
import type { CloseDayRefusal } from '#shared/day-close/contract.ts';
import { countedCents, DENOMINATIONS, type Counts, type Denomination } from './denominations.ts';

/** A field of the count: a row of notes or coins, the total of a counting machine, or what stays. */
export type CountField = Denomination | 'total' | 'leave';

/** What holds no figure although something was typed: it still stands there, or was lost with its field. */
export type Unreadable = ReadonlyMap<CountField, 'typed' | 'lost'>;

/** A count in the making. It outlives the screen, so that a customer at the counter costs nothing. */
export interface CloseDraft {
  readonly by: 'pieces' | 'total';
  readonly counts: Counts;
  readonly total: Cents | undefined;
  /** What stays for tomorrow. */
  readonly leave: Cents | undefined;
  /** Not the same as empty: what cannot be read must never count as nothing. */
  readonly unreadable: Unreadable;
  readonly reason: string;
  /** Counting is over: what was expected may be told now. */
  readonly saved: boolean;
}

export function newCloseDraft(floatCents: Cents): CloseDraft {
  return {
    by: 'pieces',
    counts: {},
    total: undefined,
    leave: floatCents,
    unreadable: new Map(),
    reason: '',
    saved: false,
  };
}

/** What was counted, whichever way; undefined: not yet. */
export function countOf({ by, counts, total }: CloseDraft): Cents | undefined {
  return by === 'total' ? total : countedCents(counts);
}

/** What goes to the bank; undefined while the count or what stays is missing. Negative: more is to stay than is there. */
export function toBank(draft: CloseDraft): Cents | undefined {
  const counted = countOf(draft);
  if (counted === undefined || draft.leave === undefined) return undefined;
  return subtractCents(counted, draft.leave);
}

/** The marks after something was typed into a field. */
export function markedField(marks: Unreadable, field: CountField, unreadable: boolean): Unreadable {
  const others = [...marks].filter(([each]) => each !== field);
  return new Map(unreadable ? [...others, [field, 'typed']] : others);
}

/** The draft whose fields are drawn anew: they come back without the words that were no figure. */
export function drawnAnew(draft: CloseDraft): CloseDraft {
  const marked = [...draft.unreadable.keys()];
  return { ...draft, unreadable: new Map(marked.map((field) => [field, 'lost'])) };
}

/** The first field, of those that this way of counting asks for, that holds something unreadable. */
export function firstUnreadable({ by, unreadable }: CloseDraft): CountField | undefined {
  const asked: readonly CountField[] = by === 'total' ? ['total'] : DENOMINATIONS;
  return [...asked, 'leave' as const].find((field) => unreadable.has(field));
}

export type CountProblem = 'unreadable' | 'countMissing' | 'leaveMissing' | 'leaveTooMuch';

/** What keeps a count from being saved. */
export function countProblem(draft: CloseDraft): CountProblem | undefined {
  if (firstUnreadable(draft) !== undefined) return 'unreadable';
  if (countOf(draft) === undefined) return 'countMissing';
  const bank = toBank(draft);
  if (bank === undefined) return 'leaveMissing';
  return bank < 0 ? 'leaveTooMuch' : undefined;
}

/** The drawer differs from what was expected; told by the store after the count, never before. */
export interface Difference {
  /** By how much; null for who counts blind. */
  readonly figures: {
    readonly expectedCents: Cents;
    readonly countedCents: Cents;
    readonly overShortCents: Cents;
  } | null;
}

export function differenceOf(
  refusal: CloseDayRefusal | { readonly code: string } | undefined,
): Difference | undefined {
  if (refusal === undefined || !isDifference(refusal)) return undefined;
  const { expectedCents, overShortCents } = refusal;
  if (expectedCents === null || overShortCents === null) return { figures: null };
  const countedCents = cents(expectedCents + overShortCents);
  return { figures: { expectedCents, overShortCents, countedCents } };
}

type DifferenceRefusal = Extract<CloseDayRefusal, { readonly code: 'OVER_SHORT_NEEDS_REASON' }>;

function isDifference(
  refusal: CloseDayRefusal | { readonly code: string },
): refusal is DifferenceRefusal {
  return refusal.code === 'OVER_SHORT_NEEDS_REASON';
}

const drafts = new Map<string, CloseDraft>();

/** The count begun for this drawer, as long as the window is open. */
export function keptDraft(drawerSessionId: string, floatCents: Cents): CloseDraft {
  const kept = drafts.get(drawerSessionId);
  return kept === undefined ? newCloseDraft(floatCents) : drawnAnew(kept);
}

export function keepDraft(drawerSessionId: string, draft: CloseDraft): void {
  drafts.set(drawerSessionId, draft);
}
