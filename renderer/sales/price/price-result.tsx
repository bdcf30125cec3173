import type { Cents } from '#shared/money.ts';
import type { TicketNotPossible } from '#shared/sales/pricing/quoted-lines.ts';
import { useTranslation } from 'react-i18next';
import { Money } from '../../ui/figures/money.tsx';
import { SectionTitle } from '../../ui/layout/card.tsx';
import { Sums } from '../../ui/layout/facts.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { NearestTotals } from './nearest-totals.tsx';
import type { PriceFigures, PriceTarget } from './price-preview.ts';
import type { PriceFormState } from './use-price-form.ts';

interface PriceResultProps {
  readonly form: PriceFormState;
  readonly target: PriceTarget;
}

/** What comes of it, while it is typed: before tax, tax, with tax, and what the whole ticket is then. */
export function PriceResult({ form, target }: PriceResultProps) {
  const { t } = useTranslation('price');
  const { preview } = form;
  return (
    <section className="price-result" aria-label={t('result')} aria-live="polite">
      <SectionTitle>{t('result')}</SectionTitle>
      {preview === undefined ? <Text tone="muted">{t('typeIt')}</Text> : null}
      {preview?.kind === 'possible' ? <ResultSums {...preview} target={target} /> : null}
      {preview?.kind === 'notPossible' ? (
        <NotPossible refusal={preview.refusal} target={target} form={form} />
      ) : null}
      {form.needsManager ? (
        <Text size="second" tone="muted">
          {t('needsManager')}
        </Text>
      ) : null}
    </section>
  );
}

interface ResultSumsProps {
  readonly figures: PriceFigures;
  readonly ticketTotalCents: Cents;
  readonly target: PriceTarget;
}

function ResultSums({ figures, ticketTotalCents, target }: ResultSumsProps) {
  const { t } = useTranslation('price');
  const { grossCents, discountCents, netCents, taxCents, adjustmentCents, totalCents } = figures;
  return (
    <Sums
      facts={[
        {
          label: target === null ? t('sum.lines') : t('sum.tag'),
          value: <Money amount={grossCents} />,
        },
        ...(discountCents === 0
          ? []
          : [
              {
                label:
                  discountCents > 0 ? t('sum.off') : t(target === null ? 'sum.raised' : 'sum.more'),
                value: <Money amount={(0 - discountCents) as Cents} signed />,
              },
            ]),
        { label: t('sum.net'), value: <Money amount={netCents} /> },
        { label: t('sum.tax'), value: <Money amount={taxCents} /> },
        ...(adjustmentCents === 0
          ? []
          : [{ label: t('sum.adjustment'), value: <Money amount={adjustmentCents} signed /> }]),
        { label: t('sum.total'), value: <Money amount={totalCents} />, strong: true },
        ...(target === null
          ? []
          : [{ label: t('sum.ticket'), value: <Money amount={ticketTotalCents} /> }]),
      ]}
    />
  );
}

interface NotPossibleProps extends PriceResultProps {
  readonly refusal: TicketNotPossible;
}

/** Choosing a near total types it. Where another line is the one that cannot be met, its own price is the place. */
function NotPossible({ refusal, target, form }: NotPossibleProps) {
  const mine = refusal.lineId === target;
  return (
    <NearestTotals
      refusal={refusal}
      onChoose={mine ? (cents) => form.change({ cents, unreadable: false }) : undefined}
    />
  );
}
