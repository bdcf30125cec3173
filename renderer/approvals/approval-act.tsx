import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { todayHere } from '../app/day.ts';
import { dueState } from '../app/due-chip.tsx';
import { useGo } from '../app/navigation.ts';
import { useCartInHand } from '../app/sale-desk.ts';
import { useMay } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import { Button } from '../ui/actions/button.tsx';
import { isLendable } from './lendable.ts';
import { MakeApprovalDialog } from './make-approval-dialog.tsx';
import { useApprovals } from './use-approvals.ts';

/** Alt+A: pieces in the cart go out on approval; without any the list of what is out opens. */
export function ApprovalAct() {
  const { t } = useTranslation('approvals');
  const go = useGo();
  const inHand = useCartInHand();
  const { data: open } = useApprovals(useMay('sales.read'));
  const [giving, setGiving] = useState(false);
  const gives = inHand?.cart.lines.some(isLendable) ?? false;
  const run = () => (gives ? setGiving(true) : go('/sell/approvals'));
  useCommands([
    {
      id: 'approval.open',
      chord: 'Alt+A',
      label: gives ? 'approvals:give' : 'approvals:title',
      run,
    },
  ]);
  const today = todayHere();
  const late = (open ?? []).filter(({ dueOn }) => dueState(dueOn, today) === 'late').length;
  const count = open?.length ?? 0;
  const listWords =
    late > 0 ? t('actLate', { count: late }) : count > 0 ? t('actOut', { count }) : t('title');
  return (
    <>
      <Button hint="Alt+A" onClick={run}>
        {gives ? t('give') : listWords}
      </Button>
      <MakeApprovalDialog open={giving} onClose={() => setGiving(false)} />
    </>
  );
}
