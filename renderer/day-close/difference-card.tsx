import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/fields/text-field.tsx';
import { Money } from '../ui/figures/money.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Sums } from '../ui/layout/facts.tsx';
import { Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import type { Difference } from './close-draft.ts';
import { OverShort } from './over-short.tsx';

export interface DifferenceCardProps {
  readonly difference: Difference;
  readonly reason: string;
  readonly missing: boolean;
  readonly onReason: (reason: string) => void;
  readonly onEnter: () => void;
}

/** Over or short, told after the count; it needs a reason before the day can close. */
export function DifferenceCard(props: DifferenceCardProps) {
  const { difference, reason, missing, onReason, onEnter } = props;
  const { t } = useTranslation('day-close');
  const { figures } = difference;
  return (
    <Card
      title={t('difference.title')}
      aside={figures && <OverShort amount={figures.overShortCents} />}
      edge={figures !== null && figures.overShortCents < 0 ? 'danger' : 'warning'}
      padded
    >
      <Stack gap={16}>
        {figures === null ? (
          <Text as="p">{t('difference.blind')}</Text>
        ) : (
          <Sums
            facts={[
              { label: t('difference.expected'), value: <Money amount={figures.expectedCents} /> },
              { label: t('count.counted'), value: <Money amount={figures.countedCents} /> },
              {
                label: t('difference.difference'),
                value: <Money amount={figures.overShortCents} signed strong />,
                strong: true,
              },
            ]}
          />
        )}
        <TextField
          label={t('difference.reason')}
          value={reason}
          onChange={onReason}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey) onEnter();
          }}
          error={missing ? t('difference.reasonMissing') : undefined}
          maxLength={200}
          size={44}
          autoFocus
        />
      </Stack>
    </Card>
  );
}
