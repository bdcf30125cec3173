import type { CardTotals, DrawerCheck } from '#shared/day-close/contract.ts';
import { type Cents, cents, subtractCents, sumCents } from '#shared/money.ts';

/** Brands that a slip may tell apart; empty is a slip with one total. */
export const CARD_BRANDS = [
  'Visa',
  'Mastercard',
  'American Express',
  'Discover',
  'Debit',
  '',
] as const;

/** What is settled before the count: the slips of the terminals, and the checks for the bank. */
export interface SettleDraft {
  /** What the slips say, by brand. A brand that is missing was not typed. */
  readonly batches: Readonly<Record<string, Cents>>;
  /** Brands that no sale of the day has, and a slip does. */
  readonly added: readonly string[];
  /** Brands whose field holds something that is no amount. */
  readonly unreadable: readonly string[];
  readonly reason: string;
  /** Checks that somebody ticked or unticked; the others go by their hold. */
  readonly ticks: Readonly<Record<string, boolean>>;
  /** Gone on to the count. */
  readonly done: boolean;
}

export function newSettleDraft(): SettleDraft {
  return { batches: {}, added: [], unreadable: [], reason: '', ticks: {}, done: false };
}

/** A brand as our sales and the slips tell of it. */
export interface CardRow {
  readonly brand: string;
  readonly oursCents: Cents;
  readonly batchCents: Cents | undefined;
  /** Slips − ours; undefined while nobody typed the slips. */
  readonly differenceCents: Cents | undefined;
}

/** Our brands, those that were typed before, and those that somebody added. What is typed now counts. */
export function cardRows(cards: readonly CardTotals[], draft: SettleDraft): readonly CardRow[] {
  const brands = new Set([...cards.map(({ brand }) => brand), ...draft.added]);
  return [...brands].map((brand) => {
    const ours = sumCents(
      cards.filter((each) => each.brand === brand).map((each) => each.oursCents),
    );
    const batchCents = draft.unreadable.includes(brand) ? undefined : draft.batches[brand];
    return {
      brand,
      oursCents: ours,
      batchCents,
      differenceCents: batchCents === undefined ? undefined : subtractCents(batchCents, ours),
    };
  });
}

/** The slips as they were saved before, to go on from. */
export function savedBatches(cards: readonly CardTotals[]): SettleDraft['batches'] {
  const saved: Record<string, Cents> = {};
  for (const { brand, batchCents } of cards)
    if (batchCents !== null) saved[brand] = cents((saved[brand] ?? 0) + batchCents);
  return saved;
}

export interface CardSums {
  readonly oursCents: Cents;
  /** Undefined while no slip was typed: nothing is not $0.00. */
  readonly batchCents: Cents | undefined;
  /** Over the brands that were typed: what is still to be typed is no difference yet. */
  readonly differenceCents: Cents | undefined;
}

/** All cards together. */
export function cardSums(rows: readonly CardRow[]): CardSums {
  const oursCents = sumCents(rows.map((row) => row.oursCents));
  const typed = rows.flatMap(({ batchCents, differenceCents }) =>
    batchCents === undefined || differenceCents === undefined
      ? []
      : [{ batchCents, differenceCents }],
  );
  if (typed.length === 0) return { oursCents, batchCents: undefined, differenceCents: undefined };
  return {
    oursCents,
    batchCents: sumCents(typed.map((row) => row.batchCents)),
    differenceCents: sumCents(typed.map((row) => row.differenceCents)),
  };
}

/** True where nobody typed a slip: then nothing is compared, and nothing is saved. */
export function isWithoutSlip(rows: readonly CardRow[], { unreadable }: SettleDraft): boolean {
  return unreadable.length === 0 && rows.every((row) => row.batchCents === undefined);
}

/** True where a brand differs, and somebody has to say why. */
export function isOff(rows: readonly CardRow[]): boolean {
  return rows.some((row) => row.differenceCents !== undefined && row.differenceCents !== 0);
}

export type CardProblem = 'unreadable' | 'brandMissing' | 'reasonMissing';

/** What keeps the slips from being saved. Half of them is none: an empty field must never count as nothing. */
export function cardProblem(rows: readonly CardRow[], draft: SettleDraft): CardProblem | undefined {
  if (draft.unreadable.length > 0) return 'unreadable';
  if (isWithoutSlip(rows, draft)) return undefined;
  if (rows.some((row) => row.batchCents === undefined)) return 'brandMissing';
  return isOff(rows) && draft.reason.trim() === '' ? 'reasonMissing' : undefined;
}

/** Whether a check goes to the bank today: as somebody said, else once its hold is over. */
export function isTicked(check: DrawerCheck, { ticks }: SettleDraft, today: string): boolean {
  return ticks[check.paymentId] ?? (check.holdUntil === null || check.holdUntil <= today);
}

/** The checks for the deposit slip. */
export function tickedChecks(
  checks: readonly DrawerCheck[],
  draft: SettleDraft,
  today: string,
): readonly DrawerCheck[] {
  return checks.filter((check) => isTicked(check, draft, today));
}

const drafts = new Map<string, SettleDraft>();

/** What was settled for this drawer, as long as the window is open. */
export function keptSettling(drawerSessionId: string): SettleDraft | undefined {
  const kept = drafts.get(drawerSessionId);
  return kept && { ...kept, unreadable: [] };
}

export function keepSettling(drawerSessionId: string, draft: SettleDraft): void {
  drafts.set(drawerSessionId, draft);
}
