import type { Id } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { CheckKind, TenderKind } from '#shared/sales/tenders.ts';
import type { BusinessDate } from '#shared/time.ts';

/** What is said of a payment besides its amount. Each tender has its own words: going to another and back loses none. */
export interface TenderWords {
  readonly brand: string;
  readonly approval: string;
  /** Nobody knows whether the card was charged. */
  readonly cardUnsure: boolean;
  readonly checkNumber: string;
  readonly checkKind: CheckKind;
  readonly holdUntil: BusinessDate | undefined;
  readonly giftCardCode: string;
  readonly providerId: Id<'financeProvider'> | undefined;
  readonly application: string;
  readonly plan: string;
  readonly otherName: string;
  readonly otherReference: string;
  readonly otherUnsure: boolean;
}

/** Words that a card number could be typed or swiped into. */
export type TextWord = {
  [Word in keyof TenderWords]: TenderWords[Word] extends string ? Word : never;
}[Exclude<keyof TenderWords, 'checkKind'>];

/** The payment being typed. */
export interface TenderDraft extends TenderWords {
  readonly kind: TenderKind;
  /** Undefined: all that is left, or as much of it as the tender holds. Positive on a refund too. */
  readonly amountCents: Cents | undefined;
}

export const NO_WORDS: TenderWords = {
  brand: '',
  approval: '',
  cardUnsure: false,
  checkNumber: '',
  checkKind: 'personal',
  holdUntil: undefined,
  giftCardCode: '',
  providerId: undefined,
  application: '',
  plan: '',
  otherName: '',
  otherReference: '',
  otherUnsure: false,
};

export function emptyDraft(kind: TenderKind = 'cash'): TenderDraft {
  return { ...NO_WORDS, kind, amountCents: undefined };
}
