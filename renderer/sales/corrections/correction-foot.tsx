import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { OverrideDialog } from '../../app/override/override-dialog.tsx';
import { useCommands } from '../../commands/command-context.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import type { Correction } from './use-correction.ts';

export interface CorrectionFootProps {
  readonly correction: Correction;
  /** Sentences that are often the reason. */
  readonly reasons: readonly string[];
  /** False: it takes no reason. */
  readonly needsReason?: boolean;
  readonly disabled?: boolean;
  readonly onSubmit: () => void;
}

/** Why, what the store says to it, and the button. */
export function CorrectionFoot(props: CorrectionFootProps) {
  const { t } = useTranslation('corrections');
  const { correction, reasons, needsReason = true, disabled = false, onSubmit } = props;
  useCommands([
    {
      id: 'correct.save',
      chord: 'Ctrl+Enter',
      label: 'corrections:save',
      when: () => !disabled,
      run: onSubmit,
    },
  ]);
  return (
    <Stack gap={12}>
      {needsReason ? (
        <>
          <TextField
            label={t('reason')}
            value={correction.reason}
            onChange={correction.setReason}
            maxLength={200}
            size={44}
            error={correction.reasonError}
          />
          <Row wrap gap={4}>
            {reasons.map((reason) => (
              <Button key={reason} onClick={() => correction.setReason(reason)}>
                {reason}
              </Button>
            ))}
          </Row>
        </>
      ) : null}
      <RefusalNote refusal={correction.refusal} />
      <FailureNote failure={correction.failure} />
      <Row apart>
        <span />
        <Button
          kind="primary"
          size={44}
          hint="Ctrl+Enter"
          busy={correction.pending}
          disabled={disabled}
          onClick={onSubmit}
        >
          {t('save')}
        </Button>
      </Row>
      <OverrideDialog
        request={correction.request}
        onAllowed={correction.allowed}
        onClose={correction.closeRequest}
      />
    </Stack>
  );
}
