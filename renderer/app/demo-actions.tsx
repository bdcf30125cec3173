import { useTranslation } from 'react-i18next';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';

/** The demo shop starts over, in one click. Nothing real is touched. */
export function ResetDemo() {
  const { t } = useTranslation('system');
  const { show } = useToasts();
  const reset = useCommand((store, _: object) => store.system.resetDemo({}));
  const startOver = async () => {
    const answer = await reset.run({});
    if (answer?.ok === true) show({ text: t('demo.resetDone'), tone: 'success' });
  };
  return (
    <Button icon="undo" busy={reset.pending} onClick={() => void startOver()}>
      {t('demo.reset')}
    </Button>
  );
}

/** Both ways out of the demo shop: start over, or back to the real one. */
export function DemoActions() {
  const { t } = useTranslation('system');
  const leave = useCommand((store, _: object) => store.system.leaveDemo({}));
  return (
    <>
      <ResetDemo />
      <Button busy={leave.pending} onClick={() => void leave.run({})}>
        {t('demo.leave')}
      </Button>
    </>
  );
}
