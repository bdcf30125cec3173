import { containsCardNumber } from '#shared/card-number.ts';
import type { Id } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { CompleteSaleRefusal } from '#shared/sales/contract.ts';
import type { TenderKind } from '#shared/sales/tenders.ts';
import { type Step, takePayment } from './next-step.ts';
import type { Due, Payment } from './payments.ts';
import type { Purse } from './purse.ts';
import { emptyDraft, type TenderDraft, type TenderWords, type TextWord } from './tender-draft.ts';

/** What was taken and typed for one sale. It stays while the sheet is closed and opened again. */
export interface Till {
  readonly payments: readonly Payment[];
  readonly next: TenderDraft;
  /** Made once per payment: a sale that is tried again carries the same payments. */
  readonly nextId: Id<'payment'>;
  /** Why the payment that was to be taken was not; until something else is typed. */
  readonly problem: CompleteSaleRefusal | undefined;
  /** What stands in the amount field: figures it could read (or nothing), or words; `refused` once they were taken. */
  readonly typed: 'readable' | 'unreadable' | 'refused';
  /** The field that was just cleared because a card number stood in it. */
  readonly cardNumberIn: 'amount' | TextWord | undefined;
}

export type TillEvent =
  /** Another cart is on the counter. */
  | { readonly type: 'fresh'; readonly nextId: Id<'payment'> }
  | { readonly type: 'choose'; readonly kind: TenderKind }
  | {
      readonly type: 'amount';
      readonly amountCents: Cents | undefined;
      /** Something was typed that is no amount: it must not pass for an empty field, which means all that is left. */
      readonly unreadable?: boolean;
    }
  | { readonly type: 'words'; readonly words: Partial<TenderWords> }
  | { readonly type: 'cardInAmount' }
  | { readonly type: 'remove'; readonly paymentId: Id<'payment'> }
  /** Payments that somebody else worked out, a refund's, take the place of all that were taken. */
  | {
      readonly type: 'payments';
      readonly payments: readonly Payment[];
      readonly freshId: Id<'payment'>;
    }
  /** The next payment was taken, and this is what it does. */
  | { readonly type: 'take'; readonly step: Step | undefined; readonly freshId: Id<'payment'> };

export function emptyTill(nextId: Id<'payment'>): Till {
  return {
    payments: [],
    next: emptyDraft(),
    nextId,
    typed: 'readable',
    problem: undefined,
    cardNumberIn: undefined,
  };
}

/** What taking the next payment would do now; undefined while what stands in the amount field is no amount. */
export function nextStep(till: Till, due: Due, purse: Purse): Step | undefined {
  if (till.typed !== 'readable') return undefined;
  return takePayment(due, till.payments, till.next, till.nextId, purse);
}

/** The till after something was typed, chosen, taken or given back. Whatever a card number was typed into is empty. */
export function tillAfter(till: Till, event: TillEvent): Till {
  const calm: Till = { ...till, problem: undefined, cardNumberIn: undefined };
  switch (event.type) {
    case 'fresh':
      return emptyTill(event.nextId);
    case 'choose':
      return { ...calm, typed: 'readable', next: { ...till.next, kind: event.kind } };
    case 'amount':
      return {
        ...calm,
        typed: event.unreadable === true ? 'unreadable' : 'readable',
        next: { ...till.next, amountCents: event.amountCents },
      };
    case 'words':
      return withWords(calm, event.words);
    case 'cardInAmount':
      return {
        ...calm,
        typed: 'readable',
        next: { ...till.next, amountCents: undefined },
        cardNumberIn: 'amount',
      };
    case 'remove':
      return {
        ...calm,
        payments: till.payments.filter((paid) => paid.paymentId !== event.paymentId),
      };
    case 'payments':
      return {
        ...calm,
        payments: event.payments,
        next: emptyDraft(till.next.kind),
        nextId: event.freshId,
      };
    case 'take':
      return afterTaking(calm, event.step, event.freshId);
  }
}

const TEXT_WORDS = [
  'brand',
  'approval',
  'checkNumber',
  'giftCardCode',
  'application',
  'plan',
  'otherName',
  'otherReference',
] as const satisfies readonly TextWord[];

function withWords(till: Till, words: Partial<TenderWords>): Till {
  const cardNumberIn = TEXT_WORDS.find((word) => containsCardNumber(words[word] ?? ''));
  const cleared = cardNumberIn === undefined ? words : { ...words, [cardNumberIn]: '' };
  return { ...till, next: { ...till.next, ...cleared }, cardNumberIn };
}

/** What pays the rest as likely as a part: several notes, several cards. After the others somebody pays in cash. */
const GOES_ON: ReadonlySet<TenderKind> = new Set(['cash', 'card']);

/** A part joins the list and the next payment starts anew; one that covers the rest waits for the store's word. */
function afterTaking(till: Till, step: Step | undefined, freshId: Id<'payment'>): Till {
  if (step === undefined) return { ...till, typed: 'refused' };
  if (step.kind === 'problem') return { ...till, problem: step.problem };
  if (step.kind !== 'part' || step.payments.length === till.payments.length) return till;
  return {
    ...till,
    payments: step.payments,
    next: emptyDraft(GOES_ON.has(till.next.kind) ? till.next.kind : 'cash'),
    nextId: freshId,
  };
}
