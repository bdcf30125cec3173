import { addCents, cents, formatRate, rateOfCents, type RatePpm } from '#shared/money.ts';
import { useTranslation } from 'react-i18next';
import { Money } from '../ui/figures/money.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Sums } from '../ui/layout/facts.tsx';

const EXAMPLE = cents(125_000);

export interface TaxExampleProps {
  readonly name: string;
  /** Undefined: no tax, or not a rate yet. */
  readonly rate: RatePpm | undefined;
}

/** What a rate does to a sale, before anything is saved. */
export function TaxExample({ name, rate }: TaxExampleProps) {
  const { t } = useTranslation('settings');
  const used = rate ?? (0 as RatePpm);
  const tax = rateOfCents(EXAMPLE, used);
  return (
    <Card title={t('tax.example')} padded>
      <Sums
        facts={[
          { label: t('tax.examplePiece'), value: <Money amount={EXAMPLE} /> },
          {
            label: `${name.trim() === '' ? t('tax.usualName') : name} ${formatRate(used)}`,
            value: <Money amount={tax} />,
          },
          {
            label: t('tax.exampleTotal'),
            value: <Money amount={addCents(EXAMPLE, tax)} />,
            strong: true,
          },
        ]}
      />
    </Card>
  );
}
