import type { Cents } from '#shared/money.ts';
import type { TicketTerms } from '#shared/sales/cart-totals.ts';
import type { CartLine, PriceTalk } from '#shared/sales/cart.ts';
import type { LinePricing, PriceReason } from '#shared/sales/price-ways.ts';
import { useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { OverrideRequest } from '../../app/override/override-dialog.tsx';
import { useMay } from '../../app/session/session.ts';
import { useFormat } from '../../i18n/format.ts';
import { useCart } from '../cart/cart-context.tsx';
import { draftOf, type PriceDraft, pricingOf, reasonProblem, talkOf } from './price-draft.ts';
import { previewPrice, type PricePreview, withTalk } from './price-preview.ts';

export interface PriceFormProps {
  /** Undefined: the ticket as a whole. */
  readonly line: CartLine | undefined;
  readonly ticketTerms: TicketTerms;
  readonly onClose: () => void;
}

export interface PriceFormState {
  readonly draft: PriceDraft;
  readonly change: (part: Partial<PriceDraft>) => void;
  /** Another reason than those listed is typed at once. */
  readonly chooseReason: (reason: PriceReason) => void;
  readonly wordsRef: RefObject<HTMLInputElement | null>;
  /** Undefined while what is typed is no price. */
  readonly preview: PricePreview | undefined;
  /** Nothing is typed: the tag price. */
  readonly isTag: boolean;
  readonly needsManager: boolean;
  readonly asked: boolean;
  readonly problem: ReturnType<typeof reasonProblem>;
  readonly request: OverrideRequest | undefined;
  readonly closeRequest: () => void;
  readonly allowed: (overrideId: PriceTalk<LinePricing>['overrideId']) => void;
  readonly save: () => void;
  readonly toTag: () => void;
}

/** Everything typed, what it comes to, and what is still needed before it holds. */
export function usePriceForm({ line, ticketTerms, onClose }: PriceFormProps): PriceFormState {
  const { cart, change, exempt } = useCart();
  const mayAlone = useMay('sales.changePrice');
  const said = line ?? cart.ticket;
  const [draft, setDraft] = useState(() => draftOf(said));
  const [asked, setAsked] = useState(false);
  const [request, setRequest] = useState<OverrideRequest>();
  const inWords = useOverrideWords(line);
  const target = line?.lineId ?? null;
  const pricing = pricingOf(draft);
  const talk = pricing && talkOf(draft, pricing);
  const preview = talk && previewPrice(cart, target, talk, ticketTerms, exempt);
  const isTag = pricing?.way === 'tag';
  const needs = preview?.kind === 'possible' ? preview.needs : 'nothing';
  const needsManager = needs === 'override' && !mayAlone;
  const found = reasonProblem(draft);
  // Below the threshold a reason may be left out; what was begun must still be right.
  const problem = isTag || (found === 'missing' && needs === 'nothing') ? undefined : found;
  const keep = (overrideId: PriceTalk<LinePricing>['overrideId'], kept = talk) => {
    if (kept) change((now) => withTalk(now, target, { ...kept, overrideId }));
    onClose();
  };
  const save = () => {
    setAsked(true);
    if (preview?.kind !== 'possible' || problem !== undefined) return;
    if (!needsManager || isTag) return keep(null);
    setRequest({
      permission: 'sales.changePrice',
      subjectId: line?.lineId ?? cart.cartId,
      amountCents: preview.overrideCents,
      ...inWords(preview, draft),
    });
  };
  const words = useRef<HTMLInputElement>(null);
  const chooseReason = (reason: PriceReason) => {
    setDraft((before) => ({ ...before, reason }));
    if (reason === 'other') words.current?.focus();
  };
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    chooseReason,
    wordsRef: words,
    preview,
    isTag,
    needsManager,
    asked,
    problem,
    request,
    closeRequest: () => setRequest(undefined),
    allowed: keep,
    save,
    toTag: () => keep(null, talkOf(draftOf(null), { way: 'tag' })),
  };
}

/** What the manager reads before typing a PIN: from what to what, and why. */
function useOverrideWords(line: CartLine | undefined) {
  const { t } = useTranslation('price');
  const format = useFormat();
  const { totals } = useCart();
  return (
    { figures, overrideCents }: Extract<PricePreview, { kind: 'possible' }>,
    draft: PriceDraft,
  ): Pick<OverrideRequest, 'what' | 'reason'> => {
    const before: Cents = line ? figures.grossCents : (totals?.totalCents ?? figures.totalCents);
    const amounts = { tag: format.money(before), price: format.money(overrideCents) };
    const reason = draft.reason === null ? '' : t(`reason.${draft.reason}`);
    const words = draft.words.trim();
    return {
      what: line
        ? t('overrideLine', { description: line.description, ...amounts })
        : t('overrideTicket', amounts),
      reason: draft.reason === 'other' ? words : [reason, words].filter(Boolean).join(': '),
    };
  };
}
