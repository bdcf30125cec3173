import type { Approval, ApprovalLineState } from '#shared/sales/approvals/contract.ts';
import { useTranslation } from 'react-i18next';
import { useSaleDesk } from '../app/sale-desk.ts';
import { useShortDay } from '../app/use-short-day.ts';
import { Button } from '../ui/actions/button.tsx';
import { Checkbox } from '../ui/choices/checkbox.tsx';
import { Money } from '../ui/figures/money.tsx';
import { Text } from '../ui/layout/text.tsx';
import { SimpleTable } from '../ui/lists/simple-table.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import type { ApprovalActs } from './use-approval-acts.ts';

export interface ApprovalLinesProps {
  readonly approval: Approval;
  readonly acts: ApprovalActs;
  readonly mayAct: boolean;
}

type Line = Approval['lines'][number];

/** The pieces of a memo. What is out has a box to tick; the rest says what became of it. */
export function ApprovalLines({ approval, acts, mayAct }: ApprovalLinesProps) {
  const { t } = useTranslation('approvals');
  const cell = (line: Line) =>
    line.state.state === 'out' && mayAct ? (
      <Checkbox
        label={line.description}
        detail={line.stockNumber}
        checked={acts.ticked.includes(line.approvalLineId)}
        onChange={(ticked) => acts.tick(line.approvalLineId, ticked)}
      />
    ) : (
      <span className="approvals-settled">
        {line.description}
        <Text size="meta" tone="muted">
          {line.stockNumber}
        </Text>
      </span>
    );
  return (
    <SimpleTable
      label={t('pieces')}
      rows={approval.lines}
      rowKey={(line) => line.approvalLineId}
      columns={[
        { id: 'piece', head: t('piece'), cell },
        { id: 'state', head: t('where'), cell: (line) => <Where state={line.state} /> },
        {
          id: 'value',
          head: t('value'),
          end: true,
          cell: (line) => <Money amount={line.valueCents} />,
        },
      ]}
    />
  );
}

function Where({ state }: { readonly state: ApprovalLineState }) {
  const { t } = useTranslation('approvals');
  const shortDay = useShortDay();
  const desk = useSaleDesk();
  switch (state.state) {
    case 'out':
      return <Chip tone="accent">{t('state.out')}</Chip>;
    case 'returned':
      return <Chip>{t('state.returned', { day: shortDay(state.on) })}</Chip>;
    case 'bought':
      return (
        <span className="ui-row" data-gap="8">
          <Chip tone="success">{t('state.bought', { day: shortDay(state.on) })}</Chip>
          {desk === undefined ? null : (
            <Button kind="quiet" onClick={() => desk.showReceipt(state.saleId)}>
              {t('receipt')}
            </Button>
          )}
        </span>
      );
  }
}
