import type { ApprovalSummary } from '#shared/sales/approvals/contract.ts';
import { useTranslation } from 'react-i18next';
import { type DocumentHead, DocumentList } from '../app/counter-documents/document-list.tsx';
import { DueChip } from '../app/due-chip.tsx';
import { useMay } from '../app/session/session.ts';
import { useFormat } from '../i18n/format.ts';
import { Money } from '../ui/figures/money.tsx';
import type { Column } from '../ui/lists/data-table.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { useApprovals } from './use-approvals.ts';

/** What customers have at home to decide on, by the day it is due. */
export function ApprovalList() {
  const { t } = useTranslation('approvals');
  const format = useFormat();
  const mayRead = useMay('sales.read');
  const answer = useApprovals(mayRead);
  const columns = useColumns();
  if (!mayRead) return <EmptyState icon="lock" title={t('mayNot')} />;
  const count = answer.data?.length;
  return (
    <DocumentList
      area="approvals"
      answer={answer}
      detail={count === undefined ? undefined : t('count', { count, shown: format.count(count) })}
      headOf={headOf}
      columns={columns}
    />
  );
}

function headOf(row: ApprovalSummary): DocumentHead {
  return { ...row, id: row.approvalId, lineCount: row.outCount };
}

function useColumns(): readonly Column<ApprovalSummary>[] {
  const { t } = useTranslation('approvals');
  return [
    { id: 'due', head: t('due'), width: '9rem', cell: (row) => <DueChip dueOn={row.dueOn} /> },
    {
      id: 'pieces',
      head: t('out'),
      width: '6rem',
      end: true,
      cell: (row) => String(row.outCount),
    },
    {
      id: 'value',
      head: t('value'),
      width: '7rem',
      end: true,
      cell: (row) => <Money amount={row.outValueCents} strong />,
    },
  ];
}
