import './approvals.css';
import type { Approval } from '#shared/sales/approvals/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { DocumentMissing, DocumentPage } from '../app/counter-documents/document-page.tsx';
import { DueChip } from '../app/due-chip.tsx';
import { useMay } from '../app/session/session.ts';
import { useShortDay } from '../app/use-short-day.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/actions/button.tsx';
import { Card, SectionTitle } from '../ui/layout/card.tsx';
import { Sums } from '../ui/layout/facts.tsx';
import { Spacer } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { ApprovalLines } from './approval-lines.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import { useApproval, useApprovalIdOfPath } from './use-approvals.ts';
import { useApprovalActs } from './use-approval-acts.ts';

export function ApprovalPage() {
  const approvalId = useApprovalIdOfPath();
  const answer = useApproval(approvalId);
  if (answer.data) return <KnownApproval key={approvalId} approval={answer.data} />;
  return <DocumentMissing area="approvals" answer={answer} />;
}

/** One memo: its pieces with where each is, and what can become of them. */
function KnownApproval({ approval }: { readonly approval: Approval }) {
  const { t } = useTranslation('approvals');
  const shortDay = useShortDay();
  const maySell = useMay('sales.sell');
  const acts = useApprovalActs(approval);
  const [extending, setExtending] = useState(false);
  const mayExtend = maySell && approval.outCount > 0;
  const extend = () => setExtending(true);
  useCommands([
    {
      id: 'approval.extend',
      chord: 'E',
      label: 'approvals:extend.open',
      when: () => mayExtend,
      run: extend,
    },
  ]);
  return (
    <DocumentPage
      area="approvals"
      number={approval.number}
      detail={t('detailOf', { name: approval.customerName, day: shortDay(approval.madeOn) })}
      paper={{ kind: 'approval', subjectId: approval.approvalId, options: {} }}
      acts={
        mayExtend ? (
          <Button icon="calendar" hint="E" onClick={extend}>
            {t('extend.open')}
          </Button>
        ) : null
      }
      side={<ApprovalSide approval={approval} acts={acts} mayAct={maySell} />}
    >
      <RefusalNote refusal={acts.refusal} />
      <FailureNote failure={acts.failure} />
      <Card label={t('pieces')}>
        <div className="approvals-lines">
          <ApprovalLines approval={approval} acts={acts} mayAct={maySell} />
        </div>
      </Card>
      <ExtendDialog approval={approval} open={extending} onClose={() => setExtending(false)} />
    </DocumentPage>
  );
}

interface SideProps {
  readonly approval: Approval;
  readonly acts: ReturnType<typeof useApprovalActs>;
  readonly mayAct: boolean;
}

/** What is still out, and the two ways it ends: taken back, or bought. */
function ApprovalSide({ approval, acts, mayAct }: SideProps) {
  const { t } = useTranslation('approvals');
  const format = useFormat();
  const count = acts.ticked.length;
  useCommands([
    {
      id: 'approval.takeBack',
      chord: 'B',
      label: 'approvals:takeBack.key',
      when: () => mayAct && count > 0,
      run: acts.takeBack,
    },
    {
      id: 'approval.buy',
      chord: 'Enter',
      label: 'approvals:buy.key',
      order: 0,
      when: () => mayAct && count > 0,
      run: acts.buy,
    },
  ]);
  return (
    <>
      <SectionTitle>{t('stillOut')}</SectionTitle>
      <Sums
        facts={[
          { label: t('due'), value: <DueChip dueOn={approval.dueOn} /> },
          { label: t('out'), value: format.count(approval.outCount) },
          { label: t('value'), value: format.money(approval.outValueCents), strong: true },
          { label: t('idNoted'), value: <span className="approvals-id">{approval.idNoted}</span> },
        ]}
      />
      <Spacer />
      {mayAct && approval.outCount > 0 ? (
        <>
          <Text as="p" size="second" tone="muted">
            {count === 0 ? t('tickFirst') : t('ticked', { count })}
          </Text>
          <Button
            size={44}
            wide
            hint="B"
            disabled={count === 0}
            busy={acts.pending}
            onClick={acts.takeBack}
          >
            {t('takeBack.button', { count: Math.max(count, 1) })}
          </Button>
          <Button
            kind="primary"
            size={56}
            wide
            hint="Enter"
            disabled={count === 0}
            onClick={acts.buy}
          >
            {t('buy.button', { count: Math.max(count, 1) })}
          </Button>
        </>
      ) : null}
    </>
  );
}
