import type { Refusal } from '#shared/result.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { Form } from '../app/form.tsx';
import { useMay } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import type { CommandState } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { Note } from '../ui/messages/note.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';

export interface SettingsFormProps<Input> {
  readonly title: string;
  readonly command: CommandState<Input, null, Refusal>;
  /** What is saved; undefined while a field holds something that cannot be. */
  readonly input: Input | undefined;
  /** Called when something wrong was to be saved: the fields then say what. */
  readonly onWrong?: () => void;
  /** More buttons beside Save. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Fields with one Save: Enter in a line, or Ctrl+Enter anywhere. Without the right they are only read. */
export function SettingsForm<Input>(props: SettingsFormProps<Input>) {
  const { title, command, input, onWrong, actions, children } = props;
  const { t } = useTranslation(['settings', 'common']);
  const may = useMay('settings.change');
  const { show } = useToasts();
  const save = async () => {
    if (input === undefined) {
      onWrong?.();
      return;
    }
    const answer = await command.run(input);
    if (answer?.ok === true)
      show({ text: t('saved', { what: title }), tone: 'success', seconds: 4 });
  };
  useCommands([
    {
      id: 'settings.save',
      chord: 'Ctrl+Enter',
      label: 'common:save',
      when: () => may,
      run: () => void save(),
    },
  ]);
  return (
    <Card title={title} padded>
      <Form label={title} onSubmit={() => void save()}>
        {may ? null : <Note title={t('readOnly')}>{t('readOnlyNext')}</Note>}
        <fieldset className="settings-fields" disabled={!may}>
          {children}
        </fieldset>
        <RefusalNote refusal={command.refusal} />
        <FailureNote failure={command.failure} />
        <Row wrap>
          <Button
            kind="primary"
            size={44}
            type="submit"
            hint="Ctrl+Enter"
            disabled={!may}
            busy={command.pending}
          >
            {t('common:save')}
          </Button>
          {actions}
        </Row>
      </Form>
    </Card>
  );
}
