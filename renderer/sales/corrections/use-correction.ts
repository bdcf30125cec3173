import { containsCardNumber } from '#shared/card-number.ts';
import type { CommandId, Id } from '#shared/ids.ts';
import type { Refusal, Result } from '#shared/result.ts';
import type { CorrectableSale } from '#shared/sales/corrections/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OverrideRequest } from '../../app/override/override-dialog.tsx';
import { useMay } from '../../app/session/session.ts';
import type { Store } from '../../store-client/store-client.ts';
import { useCommand } from '../../store-client/store-hooks.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';

type OverrideId = Id<'override'> | null;

/** A correction as every part of the dialog makes it: with a reason, by whoever may, else by a manager's word for this sale. */
export function useCorrection<Input, R extends Refusal>(
  sale: CorrectableSale,
  onDone: () => void,
  ask: (
    store: Store,
    input: Input & { readonly reason: string; readonly overrideId: OverrideId },
    commandId: CommandId,
  ) => Promise<Result<unknown, R>>,
) {
  const { t } = useTranslation('corrections');
  const { show } = useToasts();
  const mayAlone = useMay('sales.correct');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [waiting, setWaiting] = useState<{
    readonly input: Input;
    readonly request: OverrideRequest;
  }>();
  const command = useCommand(ask);
  const isCard = containsCardNumber(reason);
  const isMissing = asked && reason.trim() === '';
  const run = async (input: Input, overrideId: OverrideId) => {
    setWaiting(undefined);
    const answer = await command.run({ ...input, reason: reason.trim(), overrideId });
    if (answer?.ok !== true) return;
    show({ text: t('done', { number: sale.number }), tone: 'success' });
    onDone();
  };
  /** `free`: it takes neither reason nor manager. */
  const submit = (input: Input, what: string, free = false) => {
    setAsked(true);
    if (isCard || (!free && reason.trim() === '')) return;
    if (free || mayAlone) return void run(input, null);
    setWaiting({
      input,
      request: {
        permission: 'sales.correct',
        subjectId: sale.saleId,
        what,
        reason: reason.trim(),
      },
    });
  };
  return {
    reason,
    setReason,
    reasonError: isCard ? t('cardNumber') : isMissing ? t('reasonMissing') : undefined,
    submit,
    request: waiting?.request,
    allowed: (overrideId: Id<'override'>) => waiting && void run(waiting.input, overrideId),
    closeRequest: () => setWaiting(undefined),
    pending: command.pending,
    refusal: command.refusal,
    failure: command.failure,
  };
}

export type Correction = Omit<ReturnType<typeof useCorrection>, 'submit'>;
