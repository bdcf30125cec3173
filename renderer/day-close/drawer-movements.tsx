import type { DrawerMovement } from '#shared/day-close/contract.ts';
import { negateCents } from '#shared/money.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { Money } from '../ui/figures/money.tsx';
import { Card } from '../ui/layout/card.tsx';
import { SimpleTable } from '../ui/lists/simple-table.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';

type Translate = ReturnType<typeof useTranslation<'day-close'>>['t'];

/** The reason as the books know it, and the words beside it. */
function reasonWords({ reasonCode, reason }: DrawerMovement, t: Translate): string {
  if (reasonCode === null) return reason;
  const named = t(`reason.${reasonCode}`);
  return reason === '' ? named : `${named}: ${reason}`;
}

/** Cash that went in or out beside sales, and every opening without one. */
export function DrawerMovements({ movements }: { readonly movements: readonly DrawerMovement[] }) {
  const { t } = useTranslation('day-close');
  const format = useFormat();
  if (movements.length === 0) {
    return (
      <Card title={t('movements.title')}>
        <EmptyState icon="drawer" title={t('movements.none')}>
          {t('movements.noneNext')}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={t('movements.title')}>
      <div className="day-movements">
        <SimpleTable
          label={t('movements.title')}
          rows={movements}
          rowKey={(row) => `${row.atMs} ${row.kind} ${row.amountCents} ${row.reason}`}
          columns={[
            { id: 'at', head: t('movements.at'), cell: (row) => format.time(row.atMs) },
            { id: 'kind', head: t('movements.kind'), cell: (row) => t(`kind.${row.kind}`) },
            { id: 'reason', head: t('movements.reason'), cell: (row) => reasonWords(row, t) },
            { id: 'by', head: t('movements.by'), cell: (row) => row.by },
            {
              id: 'amount',
              head: t('movements.amount'),
              end: true,
              cell: (row) =>
                row.kind === 'no_sale' ? null : (
                  <Money
                    signed
                    amount={row.kind === 'paid_in' ? row.amountCents : negateCents(row.amountCents)}
                  />
                ),
            },
          ]}
        />
      </div>
    </Card>
  );
}
