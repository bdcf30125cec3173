import type { Approval } from '#shared/sales/approvals/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { dayBeside, todayHere } from '../app/day.ts';
import { Form } from '../app/form.tsx';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { DateField } from '../ui/fields/date-field.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Row, Spacer } from '../ui/layout/layout.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';

export interface ExtendDialogProps {
  readonly approval: Approval;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** More time to decide. */
export function ExtendDialog({ approval, open, onClose }: ExtendDialogProps) {
  const { t } = useTranslation('approvals');
  return (
    <Dialog
      help="approvals"
      open={open}
      title={t('extend.title', { number: approval.number })}
      onClose={onClose}
    >
      {open ? <ExtendForm approval={approval} onClose={onClose} /> : null}
    </Dialog>
  );
}

function ExtendForm({ approval, onClose }: Omit<ExtendDialogProps, 'open'>) {
  const { t } = useTranslation(['approvals', 'common']);
  const today = todayHere();
  const [dueOn, setDueOn] = useState<BusinessDate | undefined>(() => {
    // Branding: the store answers business dates and nothing else.
    const due = approval.dueOn as BusinessDate;
    return dayBeside(due > today ? due : today, 3);
  });
  const [reason, setReason] = useState('');
  const command = useCommand(
    (store, input: { readonly dueOn: BusinessDate; readonly reason: string }, commandId) =>
      store.approvals.extend({ commandId, approvalId: approval.approvalId, ...input }),
  );
  const submit = async () => {
    if (dueOn === undefined) return;
    const answer = await command.run({ dueOn, reason });
    if (answer?.ok === true) onClose();
  };
  return (
    <Form label={t('extend.open')} onSubmit={() => void submit()}>
      <DateField
        label={t('extend.until')}
        value={dueOn}
        onChange={setDueOn}
        least={today}
        size={44}
        autoFocus
        error={dueOn === undefined ? t('dueMissing') : undefined}
      />
      <TextField
        label={t('extend.reason')}
        note={t('common:optional')}
        value={reason}
        onChange={setReason}
        maxLength={200}
        size={44}
      />
      <RefusalNote refusal={command.refusal} />
      <FailureNote failure={command.failure} />
      <Row>
        <Spacer />
        <Button size={44} hint="Esc" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button kind="primary" size={44} type="submit" hint="Enter" busy={command.pending}>
          {t('extend.open')}
        </Button>
      </Row>
    </Form>
  );
}
