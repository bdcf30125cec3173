import type { DrawerCheck } from '#shared/day-close/contract.ts';
import { useTranslation } from 'react-i18next';
import { useShortDay } from '../app/use-short-day.ts';
import { Checkbox } from '../ui/choices/checkbox.tsx';
import { Money } from '../ui/figures/money.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { isTicked, type SettleDraft } from './settle-draft.ts';

export interface ChecksCardProps {
  readonly checks: readonly DrawerCheck[];
  readonly draft: SettleDraft;
  readonly today: string;
  readonly onChange: (part: Partial<SettleDraft>) => void;
}

/** The checks in the drawer. Those with a tick are listed on the deposit slip. */
export function ChecksCard({ checks, draft, today, onChange }: ChecksCardProps) {
  const { t } = useTranslation('day-close');
  return (
    <Card title={t('checks.title')} aside={<Text tone="muted">{t('checks.what')}</Text>} padded>
      <Stack gap={12}>
        {checks.map((check) => (
          <div key={check.paymentId} className="day-check">
            <Checkbox
              label={<CheckWords check={check} />}
              detail={t('checks.of', { sale: check.saleNumber })}
              checked={isTicked(check, draft, today)}
              onChange={(ticked) =>
                onChange({ ticks: { ...draft.ticks, [check.paymentId]: ticked } })
              }
            />
            <Money amount={check.amountCents} />
            <Hold check={check} today={today} />
          </div>
        ))}
      </Stack>
    </Card>
  );
}

function CheckWords({ check }: { readonly check: DrawerCheck }) {
  const { t } = useTranslation('day-close');
  const number = check.checkNumber === '' ? t('checks.noNumber') : check.checkNumber;
  return check.from === ''
    ? t('checks.check', { number })
    : t('checks.checkFrom', { number, from: check.from });
}

function Hold({ check, today }: { readonly check: DrawerCheck; readonly today: string }) {
  const { t } = useTranslation('day-close');
  const shortDay = useShortDay();
  const { holdUntil } = check;
  if (holdUntil === null || holdUntil <= today) return null;
  return <Chip tone="warning">{t('checks.hold', { day: shortDay(holdUntil) })}</Chip>;
}
