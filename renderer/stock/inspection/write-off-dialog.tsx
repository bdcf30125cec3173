import { containsCardNumber } from '#shared/card-number.ts';
import type { Thousandths } from '#shared/money.ts';
import type { InspectedPiece } from '#shared/sales/returns/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useCommand } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';

export interface WriteOffDialogProps {
  /** Undefined: closed. */
  readonly piece: InspectedPiece | undefined;
  readonly onClose: () => void;
}

/** A piece that cannot be sold again leaves the stock, with the words that say why. */
export function WriteOffDialog({ piece, onClose }: WriteOffDialogProps) {
  const { t } = useTranslation('returns');
  return (
    <Dialog open={piece !== undefined} title={t('inspect.dialog')} onClose={onClose}>
      {piece === undefined ? null : (
        <WriteOffForm key={`${piece.pieceId} ${piece.saleId}`} piece={piece} onClose={onClose} />
      )}
    </Dialog>
  );
}

const REASONS = ['damaged', 'stone', 'worn', 'missing'] as const;

function WriteOffForm({
  piece,
  onClose,
}: {
  readonly piece: InspectedPiece;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('returns');
  const format = useFormat();
  const form = useWriteOff(piece, onClose);
  useCommands([
    {
      id: 'inspection.gone',
      chord: 'Ctrl+Enter',
      label: 'returns:inspect.confirm',
      run: form.save,
    },
  ]);
  return (
    <Stack gap={16}>
      <Text as="p" size="lead">
        {t('inspect.question', { description: piece.description })}
      </Text>
      {form.most === 1 ? null : (
        <NumberField
          label={t('inspect.howMany')}
          size={44}
          value={form.count}
          onChange={form.setCount}
          least={1}
          most={form.most}
          help={t('inspect.atMost', { most: format.count(form.most) })}
        />
      )}
      <TextField
        label={t('inspect.reason')}
        size={44}
        value={form.reason}
        onChange={form.setReason}
        maxLength={200}
        autoFocus
        error={form.error}
        onKeyDown={(event) => event.key === 'Enter' && form.save()}
      />
      <Row wrap gap={4}>
        {REASONS.map((name) => (
          <Button key={name} onClick={() => form.setReason(t(`inspect.reasons.${name}`))}>
            {t(`inspect.reasons.${name}`)}
          </Button>
        ))}
      </Row>
      <RefusalNote refusal={form.refusal} />
      <FailureNote failure={form.failure} />
      <Row apart>
        <Button size={44} onClick={onClose}>
          {t('inspect.keep')}
        </Button>
        <Button kind="danger" size={44} hint="Ctrl+Enter" busy={form.pending} onClick={form.save}>
          {t('inspect.confirm')}
        </Button>
      </Row>
    </Stack>
  );
}

function useWriteOff(piece: InspectedPiece, onClose: () => void) {
  const { t } = useTranslation('returns');
  const { show } = useToasts();
  // Whole ones are counted here; what is measured goes as a whole.
  const most = Math.max(1, Math.floor(piece.quantityThousandths / 1000));
  const [count, setCount] = useState<number | undefined>(most);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const command = useCommand(
    (
      store,
      input: { readonly quantityThousandths: Thousandths; readonly reason: string },
      commandId,
    ) =>
      store.returns.writeOff({
        commandId,
        pieceId: piece.pieceId,
        saleId: piece.saleId,
        ...input,
      }),
  );
  const isCard = containsCardNumber(reason);
  const save = async () => {
    setAsked(true);
    if (reason.trim() === '' || isCard || count === undefined) return;
    const quantityThousandths =
      count === most ? piece.quantityThousandths : ((count * 1000) as Thousandths);
    const answer = await command.run({ quantityThousandths, reason: reason.trim() });
    if (answer?.ok !== true) return;
    show({ text: t('inspect.gone', { description: piece.description }) });
    onClose();
  };
  const missing =
    asked && (isCard || reason.trim() === '') ? t('inspect.reasonMissing') : undefined;
  return {
    most,
    count,
    setCount,
    reason,
    setReason,
    error: missing,
    save: () => void save(),
    pending: command.pending,
    refusal: command.refusal,
    failure: command.failure,
  };
}
