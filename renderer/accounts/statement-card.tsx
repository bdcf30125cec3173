import type { StatementEntry, StatementFacts } from '#shared/documents/statement-paper.ts';
import type { CustomerId } from '#shared/ids.ts';
import { cents } from '#shared/money.ts';
import type { BusinessDate } from '#shared/time.ts';
import { useTranslation } from 'react-i18next';
import { todayHere } from '../app/day.ts';
import { useShortDay } from '../app/use-short-day.ts';
import { Button } from '../ui/actions/button.tsx';
import { DateField } from '../ui/fields/date-field.tsx';
import { Money } from '../ui/figures/money.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { SimpleTable } from '../ui/lists/simple-table.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { Answered } from './accounts-frame.tsx';
import { PERIOD_CHOICES, periodOf } from './periods.ts';
import { type Period, useStatement } from './use-house-account.ts';

export interface StatementCardProps {
  readonly customerId: CustomerId;
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
}

/** What moved on an account in a period: the same figures as on the statement's paper. */
export function StatementCard({ customerId, period, onPeriod }: StatementCardProps) {
  const { t } = useTranslation('accounts');
  const statement = useStatement(customerId, period);
  const change = (part: Partial<Record<keyof Period, BusinessDate | undefined>>) => {
    const { fromDate = period.fromDate, toDate = period.toDate } = part;
    // A period that ends before it begins is that one day.
    onPeriod(fromDate <= toDate ? { fromDate, toDate } : part.toDate ? one(toDate) : one(fromDate));
  };
  return (
    <Card title={t('statement.title')}>
      <div className="accounts-period">
        <DateField
          label={t('statement.from')}
          value={period.fromDate}
          onChange={(fromDate) => change({ fromDate })}
        />
        <DateField
          label={t('statement.to')}
          value={period.toDate}
          onChange={(toDate) => change({ toDate })}
        />
        <Row gap={4} wrap>
          {PERIOD_CHOICES.map((choice) => (
            <Button
              key={choice}
              kind="quiet"
              onClick={() => onPeriod(periodOf(choice, todayHere()))}
            >
              {t(`statement.${choice}`)}
            </Button>
          ))}
        </Row>
      </div>
      <Answered answer={statement}>
        {(facts) =>
          facts === null || (facts.entries.length === 0 && facts.openingCents === 0) ? (
            <EmptyState icon="receipt" title={t('statement.none')}>
              {t('statement.noneNext')}
            </EmptyState>
          ) : (
            <Entries facts={facts} />
          )
        }
      </Answered>
    </Card>
  );
}

function one(day: BusinessDate): Period {
  return { fromDate: day, toDate: day };
}

interface EntryRow extends Pick<StatementEntry, 'number' | 'dueOn'> {
  readonly key: string;
  readonly date: string;
  readonly kind: StatementEntry['kind'] | 'opening';
  readonly amountCents: number | null;
  readonly balanceCents: number;
}

function Entries({ facts }: { readonly facts: StatementFacts }) {
  const { t } = useTranslation('accounts');
  const shortDay = useShortDay();
  const opening: EntryRow = {
    key: 'opening',
    date: facts.fromDate,
    kind: 'opening',
    amountCents: null,
    balanceCents: facts.openingCents,
  };
  const rows = [opening, ...facts.entries.map((entry, at) => ({ ...entry, key: String(at) }))];
  return (
    <SimpleTable
      label={t('statement.title')}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { id: 'date', head: t('statement.date'), cell: (row) => shortDay(row.date) },
        {
          id: 'what',
          head: t('statement.what'),
          cell: (row) => [t(`entry.${row.kind}`), row.number].filter(Boolean).join(' '),
        },
        {
          id: 'due',
          head: t('statement.due'),
          cell: (row) => (row.dueOn === undefined ? '' : shortDay(row.dueOn)),
        },
        {
          id: 'amount',
          head: t('amount'),
          end: true,
          cell: (row) =>
            row.amountCents === null ? null : <Money amount={cents(row.amountCents)} />,
        },
        {
          id: 'balance',
          head: t('balance'),
          end: true,
          cell: (row) => <Money amount={cents(row.balanceCents)} />,
        },
      ]}
      sum={[
        '',
        t('statement.closing'),
        '',
        '',
        <Money key="sum" amount={cents(facts.closingCents)} />,
      ]}
    />
  );
}
