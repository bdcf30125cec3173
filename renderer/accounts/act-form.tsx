import type { Refusal } from '#shared/result.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { Form } from '../app/form.tsx';
import { useCommands } from '../commands/command-context.tsx';
import type { Failure } from '../store-client/failure.ts';
import { Button } from '../ui/actions/button.tsx';
import { Row, Spacer } from '../ui/layout/layout.tsx';

export interface ActFormProps {
  readonly title: string;
  /** The words of the main button: what it does. */
  readonly act: string;
  readonly command: {
    readonly pending: boolean;
    readonly refusal: Refusal | undefined;
    readonly failure: Failure | undefined;
  };
  readonly onAct: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The inside of a small dialog that does one thing: its fields, why it was refused, Cancel and the act. */
export function ActForm({ title, act, command, onAct, onClose, children }: ActFormProps) {
  const { t } = useTranslation('common');
  useCommands([
    { id: 'accounts.act', chord: 'Ctrl+Enter', label: 'common:save', quiet: true, run: onAct },
  ]);
  return (
    <Form label={title} onSubmit={onAct}>
      {children}
      <RefusalNote refusal={command.refusal} />
      <FailureNote failure={command.failure} />
      <Row>
        <Spacer />
        <Button size={44} hint="Esc" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button kind="primary" size={44} type="submit" hint="Enter" busy={command.pending}>
          {act}
        </Button>
      </Row>
    </Form>
  );
}
