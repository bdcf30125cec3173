import './override.css';
import type { Id, StaffId } from '#shared/ids.ts';
import type { Cents } from '#shared/money.ts';
import type { StaffMember } from '#shared/staff/contract.ts';
import { mayDo, type OverridablePermission } from '#shared/staff/permissions.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/command-context.tsx';
import { useCommand, useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { PinPad } from '../../ui/fields/pin-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { FailureNote, RefusalNote } from '../answer-notes.tsx';
import { PersonBadge } from '../session/person-badge.tsx';
import { clockOf, usePinWait } from '../session/pin-wait.ts';

/** One act that the person signed in may not do alone. */
export interface OverrideRequest {
  readonly permission: OverridablePermission;
  /** The id of the very thing allowed: a cart line, a sale, a drawer movement. */
  readonly subjectId: string;
  /** The amount allowed, where the act has one. */
  readonly amountCents?: Cents;
  /** What is allowed, in words the manager reads before typing a PIN: "Pay out $40.00: window cleaner". */
  readonly what: string;
  /** Proposed; the manager may change it. */
  readonly reason?: string;
}

export interface OverrideDialogProps {
  /** Undefined: closed. */
  readonly request: OverrideRequest | undefined;
  /** The id the act then carries. */
  readonly onAllowed: (overrideId: Id<'override'>) => void;
  readonly onClose: () => void;
}

/** A manager allows one act on the spot, with PIN and reason. Nobody is signed in or out by it. */
export function OverrideDialog({ request, onAllowed, onClose }: OverrideDialogProps) {
  const { t } = useTranslation('sign-in');
  return (
    <Dialog
      help="staff"
      open={request !== undefined}
      title={t('override.title')}
      width="wide"
      onClose={onClose}
    >
      {request === undefined ? null : (
        <OverrideForm key={request.subjectId} request={request} onAllowed={onAllowed} />
      )}
    </Dialog>
  );
}

function OverrideForm({
  request,
  onAllowed,
}: Pick<OverrideDialogProps, 'onAllowed'> & { readonly request: OverrideRequest }) {
  const { t } = useTranslation('sign-in');
  const people = useStoreQuery({
    key: ['staff.list', 'active'],
    tables: ['staff', 'staff_pin'],
    read: (store) => store.staff.list({}),
  });
  const managers = (people.data ?? []).filter(
    (each) => each.active && each.hasPin && mayDo(each.roles, request.permission),
  );
  const form = useOverride(request, managers, onAllowed);
  useCommands([
    { id: 'override.allow', chord: 'Ctrl+Enter', label: 'sign-in:override.allow', run: form.allow },
  ]);
  if (people.data !== undefined && managers.length === 0) {
    return (
      <Note tone="warning" title={t('override.nobody')}>
        {t('override.nobodyNext')}
      </Note>
    );
  }
  return (
    <div className="override">
      <Stack gap={16}>
        <Text as="p" size="lead">
          {request.what}
        </Text>
        <ManagerChoice managers={managers} chosen={form.managerId} onChoose={form.choose} />
        <TextField
          label={t('override.reason')}
          value={form.reason}
          onChange={form.setReason}
          maxLength={200}
          size={44}
          autoFocus={form.reason === ''}
          error={form.reasonMissing ? t('override.reasonMissing') : undefined}
        />
        <RefusalNote refusal={form.pinError === undefined ? form.refusal : undefined} />
        <FailureNote failure={form.failure} />
      </Stack>
      <Stack gap={12}>
        <PinPad
          label={t('pinOf', { name: form.managerName })}
          value={form.pin}
          onChange={form.setPin}
          onEnter={form.allow}
          error={form.pinError}
          disabled={form.waiting}
          autoFocus={form.reason !== ''}
        />
        <Button
          kind="primary"
          size={44}
          wide
          hint="Ctrl+Enter"
          busy={form.pending}
          onClick={form.allow}
        >
          {t('override.allow')}
        </Button>
      </Stack>
    </div>
  );
}

/** Everything typed in the dialog, and what the store said to it. */
function useOverride(
  request: OverrideRequest,
  managers: readonly StaffMember[],
  onAllowed: (overrideId: Id<'override'>) => void,
) {
  const { t } = useTranslation('sign-in');
  const [chosenId, setChosenId] = useState<StaffId>();
  const [reason, setReason] = useState(request.reason ?? '');
  const [reasonMissing, setReasonMissing] = useState(false);
  const [pin, setPin] = useState('');
  const wait = usePinWait();
  const manager = managers.find((each) => each.staffId === chosenId) ?? managers[0];
  const command = useCommand(
    (
      store,
      input: { readonly staffId: StaffId; readonly pin: string; readonly reason: string },
      commandId,
    ) =>
      store.staff.override({
        commandId,
        ...input,
        permission: request.permission,
        subjectId: request.subjectId,
        ...(request.amountCents !== undefined && { amountCents: request.amountCents }),
      }),
  );
  const allow = async () => {
    setReasonMissing(reason.trim() === '');
    if (wait.secondsLeft > 0) setPin('');
    if (manager === undefined || reason.trim() === '' || pin === '' || wait.secondsLeft > 0) return;
    const answer = await command.run({ staffId: manager.staffId, pin, reason });
    setPin('');
    if (answer?.ok === true) onAllowed(answer.value.overrideId);
    else if (answer?.ok === false) wait.hold(answer.refusal);
  };
  const wrong = command.refusal?.code === 'PIN_WRONG' || command.refusal?.code === 'PIN_WAIT';
  const waiting = wait.secondsLeft > 0;
  return {
    managerId: manager?.staffId,
    managerName: manager?.name ?? '',
    choose: (staffId: StaffId) => {
      setChosenId(staffId);
      setPin('');
      command.reset();
      wait.release();
    },
    reason,
    setReason,
    reasonMissing: reasonMissing && reason.trim() === '',
    pin,
    setPin,
    waiting,
    pending: command.pending,
    pinError: !wrong
      ? undefined
      : waiting
        ? t('wait', { clock: clockOf(wait.secondsLeft) })
        : pin === ''
          ? t('wrong')
          : undefined,
    refusal: wrong ? undefined : command.refusal,
    failure: command.failure,
    allow: () => void allow(),
  };
}

interface ManagerChoiceProps {
  readonly managers: readonly StaffMember[];
  readonly chosen: StaffId | undefined;
  readonly onChoose: (staffId: StaffId) => void;
}

/** Who allows it: arrow keys or a tap. */
function ManagerChoice({ managers, chosen, onChoose }: ManagerChoiceProps) {
  const { t } = useTranslation('sign-in');
  return (
    <div className="override-people" role="radiogroup" aria-label={t('override.manager')}>
      {managers.map(({ staffId, name, initials }) => (
        <label key={staffId}>
          <input
            className="ui-hidden"
            type="radio"
            name="override-manager"
            checked={staffId === chosen}
            onChange={() => onChoose(staffId)}
          />
          <PersonBadge initials={initials} />
          <span>{name}</span>
        </label>
      ))}
    </div>
  );
}
