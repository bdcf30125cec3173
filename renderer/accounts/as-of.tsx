import type { BusinessDate } from '#shared/time.ts';
import { useTranslation } from 'react-i18next';
import { todayHere } from '../app/day.ts';
import { useKept } from '../app/kept.ts';
import { DateField } from '../ui/fields/date-field.tsx';
import { Text } from '../ui/layout/text.tsx';

export interface AsOf {
  readonly asOf: BusinessDate;
  readonly choose: (asOf: BusinessDate | undefined) => void;
}

/** The day whose end a list shows: today until another is chosen, one for all lists. */
export function useAsOf(): AsOf {
  const [chosen, choose] = useKept<BusinessDate | undefined>(['accounts', 'asOf'], undefined);
  return { asOf: chosen ?? todayHere(), choose };
}

export function AsOfField({ asOf, choose }: AsOf) {
  const { t } = useTranslation('accounts');
  return (
    <div className="accounts-as-of">
      <Text size="second" tone="muted">
        {t('asOf')}
      </Text>
      <DateField label={t('asOf')} hideLabel value={asOf} onChange={choose} />
    </div>
  );
}
