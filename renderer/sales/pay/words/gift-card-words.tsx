import { readGiftCardCode } from '#shared/gift-cards/code.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { Money } from '../../../ui/figures/money.tsx';
import { Sums } from '../../../ui/layout/facts.tsx';
import { Note } from '../../../ui/messages/note.tsx';
import type { PayPartProps } from '../pay-handed.tsx';
import { TextWordField } from './text-word.tsx';

/** The code, and once it is known what the card holds and what of it may be taken here. */
export function GiftCardWords({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  return (
    <>
      <TextWordField
        state={state}
        word="giftCardCode"
        label={t('gift.code')}
        help={t('gift.help')}
        maxLength={60}
        autoFocus
      />
      <div className="pay-words-row" aria-live="polite">
        <CardFound state={state} />
      </div>
    </>
  );
}

function CardFound({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const { giftCard } = state.purse;
  const code = state.till.next.giftCardCode;
  if (giftCard === null && readGiftCardCode(code) !== undefined)
    return (
      <Note tone="warning" title={t('gift.unknown')}>
        {t('gift.unknownNext')}
      </Note>
    );
  if (!giftCard) return null;
  const { balanceCents, redeemableCents } = giftCard;
  const capped = redeemableCents < balanceCents;
  return (
    <div className="pay-known">
      <Sums
        facts={[
          { label: t('gift.balance'), value: <Money amount={balanceCents} />, strong: true },
          ...(capped ? [{ label: t('gift.here'), value: <Money amount={redeemableCents} /> }] : []),
        ]}
      />
      {capped ? (
        <Note tone="info" title={t('gift.capped', { amount: format.money(redeemableCents) })}>
          {t('gift.cappedNext')}
        </Note>
      ) : null}
    </div>
  );
}
