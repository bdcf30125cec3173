import type { Receive } from '#shared/stock/receiving/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { Form } from '../../app/form.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useCommand } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';

interface ReverseDialogProps {
  readonly receive: Receive;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Takes a whole invoice back, with a reason. */
export function ReverseDialog({ receive, open, onClose }: ReverseDialogProps) {
  const { t } = useTranslation(['receive', 'common']);
  const format = useFormat();
  const { show } = useToasts();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand((store, why: string, commandId) =>
    store.receiving.reverse({ commandId, receiveId: receive.receiveId, reason: why }),
  );
  const reverse = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const answer = await command.run(reason);
    if (answer?.ok !== true) return;
    show({ text: t('reversedNow', { number: receive.number }), tone: 'success', seconds: 4 });
    onClose();
  };
  return (
    <Dialog
      open={open}
      title={t('reverseTitle', { number: receive.number })}
      onClose={onClose}
      footer={
        <Button kind="danger" size={44} busy={command.pending} onClick={() => void reverse()}>
          {t('reverseDo', { total: format.money(receive.invoiceTotalCents) })}
        </Button>
      }
    >
      <Form label={t('reverse')} onSubmit={() => void reverse()}>
        <Stack gap={16}>
          <Text as="p">{t('reverseWhat', { count: receive.lineCount })}</Text>
          <TextField
            label={t('reason')}
            value={reason}
            maxLength={200}
            autoFocus
            error={tried && reason.trim() === '' ? t('reasonMissing') : undefined}
            onChange={setReason}
          />
          <RefusalNote refusal={command.refusal} />
          <FailureNote failure={command.failure} />
        </Stack>
      </Form>
    </Dialog>
  );
}
