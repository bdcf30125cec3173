import { ROLES } from '#shared/staff/permissions.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { Form } from '../app/form.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Checkbox } from '../ui/choices/checkbox.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Row, Spacer, Stack } from '../ui/layout/layout.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import {
  personProblems,
  pinDigits,
  renamed,
  withRole,
  type PersonDraft,
  type PersonProblem,
} from './person-draft.ts';

export interface PersonDialogProps {
  /** Undefined: closed. */
  readonly draft: PersonDraft | undefined;
  readonly onChange: (draft: PersonDraft) => void;
  readonly onClose: () => void;
}

/** Adds or changes one person: name, initials, roles, PIN, and whether they work here. */
export function PersonDialog({ draft, onChange, onClose }: PersonDialogProps) {
  const { t } = useTranslation('settings');
  return (
    <Dialog
      help="staff"
      open={draft !== undefined}
      title={draft?.isNew === true ? t('staff.add') : (draft?.name ?? '')}
      width="wide"
      onClose={onClose}
    >
      {draft === undefined ? null : (
        <PersonForm key={draft.staffId} draft={draft} onChange={onChange} onClose={onClose} />
      )}
    </Dialog>
  );
}

function usePersonCommands(draft: PersonDraft, onClose: () => void) {
  const { t } = useTranslation('settings');
  const { show } = useToasts();
  const [tried, setTried] = useState(false);
  const save = useCommand((store, person: PersonDraft, commandId) =>
    store.staff.save({
      commandId,
      staffId: person.staffId,
      name: person.name,
      initials: person.initials,
      roles: [...person.roles],
      active: person.active,
      ...(person.pin !== '' && { pin: person.pin }),
    }),
  );
  const unlock = useCommand((store, person: PersonDraft) =>
    store.staff.unlock({ staffId: person.staffId }),
  );
  const problems = personProblems(draft);
  const submit = async () => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    const answer = await save.run(draft);
    if (answer?.ok !== true) return;
    show({ text: t('saved', { what: draft.name }), tone: 'success', seconds: 4 });
    onClose();
  };
  const release = async () => {
    const answer = await unlock.run(draft);
    if (answer?.ok === true)
      show({ text: t('staff.unlocked', { name: draft.name }), tone: 'success', seconds: 4 });
  };
  return {
    problems: tried ? problems : {},
    pending: save.pending,
    refusal: save.refusal ?? unlock.refusal,
    failure: save.failure ?? unlock.failure,
    submit: () => void submit(),
    release: () => void release(),
  };
}

interface PersonFormProps extends PersonDialogProps {
  readonly draft: PersonDraft;
}

function PersonForm({ draft, onChange, onClose }: PersonFormProps) {
  const { t } = useTranslation(['settings', 'wizard', 'common']);
  const commands = usePersonCommands(draft, onClose);
  useCommands([
    { id: 'person.save', chord: 'Ctrl+Enter', label: 'common:save', run: commands.submit },
  ]);
  const inWords = (problem: PersonProblem | undefined) =>
    problem === undefined ? undefined : t(`staff.problem.${problem}`, { digits: pinDigits(draft) });
  return (
    <Form label={t('part.staff')} onSubmit={commands.submit}>
      <Row align="start" gap={16}>
        <TextField
          label={t('staff.name')}
          value={draft.name}
          onChange={(name) => onChange(renamed(draft, name))}
          error={inWords(commands.problems.name)}
          maxLength={80}
          autoFocus
        />
        <TextField
          label={t('wizard:owner.initials')}
          value={draft.initials}
          onChange={(initials) => onChange({ ...draft, initials: initials.toUpperCase() })}
          error={inWords(commands.problems.initials)}
          maxLength={4}
        />
      </Row>
      <RoleChoices draft={draft} onChange={onChange} error={inWords(commands.problems.roles)} />
      <PinFields draft={draft} onChange={onChange} inWords={inWords} problems={commands.problems} />
      <Checkbox
        label={t('staff.active')}
        detail={t('staff.activeHelp')}
        checked={draft.active}
        onChange={(active) => onChange({ ...draft, active })}
      />
      <RefusalNote refusal={commands.refusal} />
      <FailureNote failure={commands.failure} />
      <Row>
        {draft.isNew ? null : <Button onClick={commands.release}>{t('staff.unlock')}</Button>}
        <Spacer />
        <Button hint="Esc" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button kind="primary" type="submit" hint="Ctrl+Enter" busy={commands.pending}>
          {t('common:save')}
        </Button>
      </Row>
    </Form>
  );
}

interface RoleChoicesProps {
  readonly draft: PersonDraft;
  readonly onChange: (draft: PersonDraft) => void;
  readonly error: string | undefined;
}

/** Each role with what it may do, in one sentence. */
function RoleChoices({ draft, onChange, error }: RoleChoicesProps) {
  const { t } = useTranslation(['settings', 'sign-in']);
  return (
    <fieldset className="settings-roles">
      <legend>{t('staff.roles')}</legend>
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          label={t(`sign-in:roles.${role}`)}
          detail={t(`staff.roleMay.${role}`)}
          checked={draft.roles.includes(role)}
          onChange={(given) => onChange(withRole(draft, role, given, ROLES))}
        />
      ))}
      {error === undefined ? null : (
        <div className="ui-field-error" role="alert">
          {error}
        </div>
      )}
    </fieldset>
  );
}

interface PinFieldsProps {
  readonly draft: PersonDraft;
  readonly onChange: (draft: PersonDraft) => void;
  readonly problems: ReturnType<typeof personProblems>;
  readonly inWords: (problem: PersonProblem | undefined) => string | undefined;
}

function PinFields({ draft, onChange, problems, inWords }: PinFieldsProps) {
  const { t } = useTranslation(['settings', 'wizard']);
  const digits = (text: string) => text.replaceAll(/\D/g, '').slice(0, 12);
  return (
    <Stack gap={4}>
      <Row align="start" gap={16}>
        <TextField
          label={draft.isNew ? t('wizard:owner.pin') : t('staff.newPin')}
          help={t(draft.isNew ? 'staff.firstPinHelp' : 'staff.pinHelp', {
            digits: pinDigits(draft),
          })}
          value={draft.pin}
          onChange={(pin) => onChange({ ...draft, pin: digits(pin) })}
          error={inWords(problems.pin)}
          inputMode="numeric"
          secret
        />
        <TextField
          label={t('wizard:owner.pinAgain')}
          value={draft.pinAgain}
          onChange={(pinAgain) => onChange({ ...draft, pinAgain: digits(pinAgain) })}
          error={inWords(problems.pinAgain)}
          inputMode="numeric"
          secret
        />
      </Row>
    </Stack>
  );
}
