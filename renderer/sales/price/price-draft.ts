import { containsCardNumber } from '#shared/card-number.ts';
import type { Cents, RatePpm } from '#shared/money.ts';
import type { PriceTalk } from '#shared/sales/cart.ts';
import {
  AT_TAG,
  type LinePricing,
  type PriceReason,
  type TICKET_PRICE_WAYS,
} from '#shared/sales/price-ways.ts';

export type PriceWay = (typeof TICKET_PRICE_WAYS)[number];

/** What is typed in the price dialog. */
export interface PriceDraft {
  readonly way: PriceWay;
  /** The percentage of `percent_off`; undefined while there is none. */
  readonly ratePpm: RatePpm | undefined;
  /** The amount of the other ways; undefined while there is none. */
  readonly cents: Cents | undefined;
  /** Something stands in the field that is no percentage, or no amount. */
  readonly unreadable: boolean;
  readonly reason: PriceReason | null;
  readonly words: string;
}

/** The dialog opens with what was agreed; with nothing agreed it asks for a percentage. */
export function draftOf(talk: PriceTalk<LinePricing> | null): PriceDraft {
  const empty = {
    way: 'percent_off',
    ratePpm: undefined,
    cents: undefined,
    unreadable: false,
  } as const;
  if (talk === null || talk.pricing.way === 'tag') return { ...empty, reason: null, words: '' };
  const { pricing } = talk;
  const said = { reason: talk.reasonCode, words: talk.priceReason ?? '' };
  return pricing.way === 'percent_off'
    ? { ...empty, ratePpm: pricing.ratePpm, ...said }
    : { ...empty, way: pricing.way, cents: pricing.cents, ...said };
}

/** How the draft prices; the tag while nothing is typed, undefined while what is typed is no price. */
export function pricingOf(draft: PriceDraft): LinePricing | undefined {
  if (draft.unreadable) return undefined;
  if (draft.way === 'percent_off')
    return draft.ratePpm === undefined ? AT_TAG : { way: 'percent_off', ratePpm: draft.ratePpm };
  return draft.cents === undefined ? AT_TAG : { way: draft.way, cents: draft.cents };
}

/** What is said beside the price: a code, and words where there are some. A card number is never kept. */
export function talkOf<Pricing>(draft: PriceDraft, pricing: Pricing): PriceTalk<Pricing> {
  const words = draft.words.trim();
  return {
    pricing,
    reasonCode: draft.reason,
    priceReason: words === '' || containsCardNumber(words) ? null : words,
    overrideId: null,
  };
}

/** Why the reason does not do yet: none chosen, or `other` without words. */
export function reasonProblem(draft: PriceDraft): 'missing' | 'words' | 'card' | undefined {
  if (containsCardNumber(draft.words)) return 'card';
  if (draft.reason === null) return 'missing';
  return draft.reason === 'other' && draft.words.trim() === '' ? 'words' : undefined;
}
