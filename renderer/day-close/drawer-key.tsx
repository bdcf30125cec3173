import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { useDrawer } from './drawer-data.ts';
import { CashMovementForm } from './cash-movement-form.tsx';
import { OpenDrawerForm } from './open-drawer-form.tsx';

/** F12 on any screen: open the day's drawer, or open it without a sale, with a reason. */
export function DrawerKey() {
  const { t } = useTranslation('day-close');
  const may = useMay('drawer.open');
  const { data: state } = useDrawer();
  const [open, setOpen] = useState(false);
  useCommands([
    {
      id: 'drawer',
      chord: 'F12',
      label: 'day-close:keys.drawer',
      when: () => may && state !== undefined,
      run: () => setOpen(true),
    },
  ]);
  const close = () => setOpen(false);
  return (
    <Dialog
      help="drawer"
      open={open && state !== undefined}
      title={state?.open === null ? t('open.title') : t('move.title')}
      onClose={close}
    >
      {state === undefined ? null : state.open === null ? (
        <OpenDrawerForm state={state} autoFocus onOpened={close} />
      ) : (
        <CashMovementForm onDone={close} />
      )}
    </Dialog>
  );
}
