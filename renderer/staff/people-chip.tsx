import { useTranslation } from 'react-i18next';
import { SignedIn } from '../app/frame/people.tsx';
import { useSystemStatus } from '../app/system-status.ts';
import { usePersonChanged, useSession } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Hint } from '../ui/actions/hint.tsx';

const SWITCH = 'Ctrl+L';

/** Who is signed in, and the way to lock the register or hand it to somebody else. The cart stays: it is the store's. */
export function PeopleChip() {
  const { t } = useTranslation('sign-in');
  const session = useSession();
  const { data: status } = useSystemStatus();
  const personChanged = usePersonChanged();
  const leave = useCommand((store, _: object) => store.staff.signOut({}));
  const lock = async () => {
    await leave.run({});
    await personChanged();
  };
  useCommands([
    {
      id: 'staff.switch',
      chord: SWITCH,
      label: 'sign-in:switch',
      order: 31,
      everywhere: true,
      run: () => void lock(),
    },
  ]);
  if (session === undefined) return null;
  return (
    <Hint label={t('lock')} chord={SWITCH}>
      <span>
        <SignedIn
          name={session.name}
          register={status?.registerName ?? null}
          onClick={() => void lock()}
        />
      </span>
    </Hint>
  );
}
