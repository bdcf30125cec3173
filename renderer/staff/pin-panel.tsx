import type { StaffMember } from '#shared/staff/contract.ts';
import { demoPin } from '#shared/staff/demo-pins.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { clockOf, usePinWait } from '../app/session/pin-wait.ts';
import { usePersonChanged } from '../app/session/session.ts';
import { useSystemStatus } from '../app/system-status.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { PinPad } from '../ui/fields/pin-field.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Text } from '../ui/layout/text.tsx';

export interface PinPanelProps {
  readonly person: StaffMember | undefined;
  /** Back to the names; left out where there is only one. */
  readonly onBack: (() => void) | undefined;
}

/** The PIN of the person chosen. It is sent by Enter alone, and a wrong one says how long to wait. */
export function PinPanel({ person, onBack }: PinPanelProps) {
  const { t } = useTranslation('sign-in');
  if (person === undefined) {
    return (
      <section className="sign-in-pin" data-empty="true" aria-label={t('enterPin')}>
        <Icon name="lock" />
        <Text as="p" tone="muted">
          {t('hint')}
        </Text>
      </section>
    );
  }
  return <PinForm person={person} onBack={onBack} />;
}

function PinForm({ person, onBack }: PinPanelProps & { readonly person: StaffMember }) {
  const { t } = useTranslation('sign-in');
  const form = useSignIn(person);
  const { data: status } = useSystemStatus();
  const shownPin = status?.demo === true ? demoPin(person.initials) : undefined;
  useCommands([
    {
      id: 'sign-in.back',
      chord: 'Esc',
      label: 'sign-in:someoneElse',
      when: () => onBack !== undefined,
      run: () => onBack?.(),
    },
  ]);
  return (
    <section className="sign-in-pin" aria-label={t('pinOf', { name: person.name })}>
      <Text as="h2" size="title">
        {person.name}
      </Text>
      <PinPad
        label={t('pinOf', { name: person.name })}
        value={form.pin}
        onChange={form.setPin}
        onEnter={form.enter}
        error={form.pinError}
      />
      {shownPin === undefined ? null : (
        <Text as="p" size="second" tone="gold">
          {t('demoPin', { pin: shownPin })}
        </Text>
      )}
      <RefusalNote refusal={form.refusal} />
      <FailureNote failure={form.failure} />
      <Button kind="primary" size={56} wide hint="Enter" busy={form.pending} onClick={form.enter}>
        {t('signIn')}
      </Button>
      {onBack === undefined ? null : (
        <Button wide hint="Esc" onClick={onBack}>
          {t('someoneElse')}
        </Button>
      )}
    </section>
  );
}

function useSignIn({ staffId }: StaffMember) {
  const { t } = useTranslation('sign-in');
  const [pin, setPin] = useState('');
  const wait = usePinWait();
  const personChanged = usePersonChanged();
  const command = useCommand((store, typed: { readonly pin: string }) =>
    store.staff.signIn({ staffId, pin: typed.pin }),
  );
  const waiting = wait.secondsLeft > 0;
  const enter = async () => {
    if (pin === '') return;
    if (waiting) {
      setPin(''); // else the digits of the next try would be added to these
      return;
    }
    const answer = await command.run({ pin });
    setPin('');
    if (answer?.ok === true) await personChanged();
    else if (answer?.ok === false) wait.hold(answer.refusal);
  };
  const wrong = command.refusal?.code === 'PIN_WRONG' || command.refusal?.code === 'PIN_WAIT';
  const pinError = () => {
    if (!wrong) return undefined;
    if (waiting) return t('wait', { clock: clockOf(wait.secondsLeft) });
    return pin === '' && !command.pending ? t('wrong') : undefined;
  };
  return {
    pin,
    setPin,
    pinError: pinError(),
    pending: command.pending,
    refusal: wrong ? undefined : command.refusal,
    failure: command.failure,
    enter: () => void enter(),
  };
}
