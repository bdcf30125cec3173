import type { Cents } from '#shared/money.ts';
import { suggestNotes } from '#shared/sales/tendering/cash-suggestions.ts';
import type { TenderKind } from '#shared/sales/tenders.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { AmountField } from './amount-field.tsx';
import { useChooseTender } from './tender-tiles.tsx';
import { CardWords } from './words/card-words.tsx';
import { CheckWords } from './words/check-words.tsx';
import { CreditWords } from './words/credit-words.tsx';
import { GiftCardWords } from './words/gift-card-words.tsx';
import { LenderWords } from './words/lender-words.tsx';
import { OtherWords } from './words/other-words.tsx';
import type { TillState } from './use-till.ts';

export interface PayPartProps {
  readonly state: TillState;
}

/** Tenders whose own words come first: the amount follows from them. */
const WORDS_FIRST: ReadonlySet<TenderKind> = new Set([
  'check',
  'gift_card',
  'finance',
  'lease',
  'other',
]);

/** Tenders that hold so much and no more. */
const HOLDS: ReadonlySet<TenderKind> = new Set(['gift_card', 'store_credit']);

/** The amount of the chosen tender, and what else is said of it. No amount means all that is left, or all it holds. */
export function Handed({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  const { till, tell, take } = state;
  const { kind, amountCents } = till.next;
  const newest = till.payments.at(-1);
  const choose = useChooseTender(state);
  return (
    <div className="pay-handed" data-kind={kind} key={`${till.payments.length} ${placeOf(kind)}`}>
      <div data-fix="amount">
        <AmountField
          label={t(`amount.${kind}`)}
          lead={amountLead(state, t)}
          value={amountCents}
          cardNumber={till.cardNumberIn === 'amount'}
          refused={till.typed === 'refused'}
          autoFocus={!WORDS_FIRST.has(kind)}
          onChange={(next, unreadable) => tell({ type: 'amount', amountCents: next, unreadable })}
          onCardNumber={() => tell({ type: 'cardInAmount' })}
          onTender={choose}
          onEnter={take}
          onRemove={() => newest && tell({ type: 'remove', paymentId: newest.paymentId })}
        />
      </div>
      <Words state={state} />
    </div>
  );
}

/** What an empty field means; over bills to choose from, that one may. */
function amountLead(
  { till }: TillState,
  t: ReturnType<typeof useTranslation<'pay'>>['t'],
): string | undefined {
  const { kind, amountCents } = till.next;
  if (kind === 'cash') return t('typeOrChoose');
  if (amountCents !== undefined || till.typed !== 'readable') return undefined;
  if (kind === 'house_account') return t('amountEmpty.charged');
  return HOLDS.has(kind) ? t('amountEmpty.held') : t('amountEmpty.left');
}

/** Lender and lessor share their fields: going from one to the other must not take the focus away. */
function placeOf(kind: TenderKind): TenderKind {
  return kind === 'lease' ? 'finance' : kind;
}

function Words({ state }: PayPartProps) {
  switch (state.till.next.kind) {
    case 'cash':
      return <Notes state={state} />;
    case 'card':
      return <CardWords state={state} />;
    case 'check':
      return <CheckWords state={state} />;
    case 'gift_card':
      return <GiftCardWords state={state} />;
    case 'store_credit':
    case 'house_account':
      return <CreditWords state={state} />;
    case 'finance':
    case 'lease':
      return <LenderWords state={state} />;
    case 'other':
      return <OtherWords state={state} />;
  }
}

/** What somebody is likely to hand over. */
function Notes({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const { till, leftCents, tell } = state;
  const { amountCents } = till.next;
  return (
    <div className="pay-notes">
      {suggestNotes(leftCents).map((amount, index) => {
        const backCents = (amount - leftCents) as Cents;
        const exact = index === 0 && backCents === 0;
        return (
          <button
            key={amount}
            className="pay-likely"
            type="button"
            aria-pressed={(amountCents ?? leftCents) === amount}
            onClick={() => tell({ type: 'amount', amountCents: amount })}
          >
            <b>{format.money(amount)}</b>
            <small>
              {exact ? t('exact') : t('givesBack', { amount: format.money(backCents) })}
            </small>
          </button>
        );
      })}
    </div>
  );
}
