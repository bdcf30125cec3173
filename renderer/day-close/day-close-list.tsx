import type { DayCloseSummary } from '#shared/day-close/contract.ts';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { useGo } from '../app/navigation.ts';
import { useMay } from '../app/session/session.ts';
import { useFormat } from '../i18n/format.ts';
import { Money } from '../ui/figures/money.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Row, Spacer } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { dayInWords } from './day-words.ts';
import { useDayCloses } from './drawer-data.ts';
import { OverShort } from './over-short.tsx';

/** Days already closed; each opens its Z. */
export function DayCloseList() {
  const { t } = useTranslation('day-close');
  const go = useGo();
  const may = useMay('dayClose.close');
  const { data, failure } = useDayCloses(may);
  if (!may) return null;
  const closes = data ?? [];
  return (
    <Card title={t('earlier.title')}>
      <FailureNote failure={failure} />
      {data !== undefined && closes.length === 0 ? (
        <EmptyState icon="receipt" title={t('earlier.none')}>
          {t('earlier.noneNext')}
        </EmptyState>
      ) : (
        <List
          label={t('earlier.title')}
          rowHeight={48}
          rows={closes.map((each) => ({
            key: each.dayCloseId,
            content: <CloseRow close={each} />,
            onOpen: () => go(`/day-close/${each.dayCloseId}`),
          }))}
        />
      )}
    </Card>
  );
}

function CloseRow({ close }: { readonly close: DayCloseSummary }) {
  const { t } = useTranslation('day-close');
  const format = useFormat();
  const supplements = close.supplements.length;
  return (
    <Row gap={12}>
      <span className="day-closed">
        <Text strong>{close.number}</Text>
        <Text size="second" tone="muted">
          {dayInWords(close.businessDate, format)}
        </Text>
      </span>
      <Spacer />
      {close.late ? <Chip tone="warning">{t('late.chip')}</Chip> : null}
      {supplements === 0 ? null : <Chip>{t('late.supplements', { count: supplements })}</Chip>}
      <OverShort amount={close.overShortCents} />
      <Money amount={close.countedCents} />
    </Row>
  );
}
