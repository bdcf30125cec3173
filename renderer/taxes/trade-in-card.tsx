import { TRADE_IN_RULES, type TaxArea } from '#shared/taxes/tax-rule.ts';
import { useTranslation } from 'react-i18next';
import { ChoiceChips } from '../ui/choices/choice-chips.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';

export interface TradeInCardProps {
  readonly tradeIn: TaxArea['tradeIn'];
  readonly may: boolean;
  readonly onChange: (tradeIn: TaxArea['tradeIn']) => void;
}

/** Whether what comes in lowers what is taxed. */
export function TradeInCard({ tradeIn, may, onChange }: TradeInCardProps) {
  const { t } = useTranslation('taxes');
  return (
    <Card title={t('tradeIn.title')} padded>
      <Stack gap={8}>
        <Text size="meta" tone="muted">
          {t('tradeIn.what')}
        </Text>
        <ChoiceChips
          label={t('tradeIn.what')}
          value={tradeIn}
          disabled={!may}
          choices={TRADE_IN_RULES.map((value) => ({ value, label: t(`tradeIn.${value}`) }))}
          onChange={onChange}
        />
      </Stack>
    </Card>
  );
}
