import type { ReceiveDraft } from '#shared/stock/receiving/contract.ts';
import type { ReceiveSums } from '#shared/stock/receiving/receive-sums.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { ZERO_CENTS } from '#shared/money.ts';
import { Money } from '../../ui/figures/money.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Sums } from '../../ui/layout/facts.tsx';
import { Chip } from '../../ui/messages/chip.tsx';
import { isBlank, offBy } from './receive-draft.ts';

interface ReceiveTotalsProps {
  readonly draft: ReceiveDraft;
  readonly sums: ReceiveSums;
}

/** What is typed beside what the invoice says, and how far they are apart. */
export function ReceiveTotals({ draft, sums }: ReceiveTotalsProps) {
  const { t } = useTranslation('receive');
  const format = useFormat();
  const off = offBy(draft, sums);
  const count = draft.rows.filter((row) => !isBlank(row)).length;
  return (
    <Card label={t('sums')} padded>
      <div className="receive-sums">
        <Sums
          facts={[
            {
              label: t('goods', { count, shown: format.count(count) }),
              value: <Money amount={sums.goodsCents} />,
            },
            { label: t('freight'), value: <Money amount={draft.freightCents ?? ZERO_CENTS} /> },
            { label: t('comesTo'), value: <Money amount={sums.totalCents} />, strong: true },
            {
              label: t('difference'),
              value:
                off === undefined ? (
                  <Chip>{t('totalOpen')}</Chip>
                ) : off === 0 ? (
                  <Chip tone="success">{t('agrees')}</Chip>
                ) : (
                  <Money amount={off} signed strong tone="danger" />
                ),
            },
          ]}
        />
      </div>
    </Card>
  );
}
