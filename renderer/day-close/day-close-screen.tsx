import './day-close.css';
import type { DrawerState, OpenDrawer } from '#shared/day-close/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { useGo } from '../app/navigation.ts';
import { useMay } from '../app/session/session.ts';
import { Side } from '../app/slots.tsx';
import { useSystemStatus } from '../app/system-status.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/actions/button.tsx';
import { Card, ScreenHead } from '../ui/layout/card.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { Note } from '../ui/messages/note.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { CashMovementForm } from './cash-movement-form.tsx';
import { DayCloseList } from './day-close-list.tsx';
import { useDrawer } from './drawer-data.ts';
import { DrawerMovements } from './drawer-movements.tsx';
import { DrawerSide } from './drawer-side.tsx';
import { OpenDrawerForm } from './open-drawer-form.tsx';
import { dayInWords } from './day-words.ts';

/** The drawer of the day: open it, move cash, read the X, count and close, and look at days before. */
export function DayCloseScreen() {
  const { t } = useTranslation(['day-close', 'common']);
  const format = useFormat();
  const { data: status } = useSystemStatus();
  const { data: state, failure, again } = useDrawer();
  if (state === undefined) {
    return failure === undefined ? (
      <Progress label={t('common:loading')} />
    ) : (
      <FailureNote
        failure={failure}
        action={<Button onClick={again}>{t('common:retry')}</Button>}
      />
    );
  }
  const day = dayInWords(state.open?.businessDate ?? state.today, format);
  const detail = [day, status?.registerName].filter((part) => typeof part === 'string').join(' · ');
  return state.open === null ? (
    <ClosedDrawer state={state} detail={detail} />
  ) : (
    <OpenedDrawer drawer={state.open} detail={detail} />
  );
}

function ClosedDrawer({ state, detail }: { readonly state: DrawerState; readonly detail: string }) {
  const { t } = useTranslation('day-close');
  const format = useFormat();
  const may = useMay('drawer.open');
  return (
    <>
      <ScreenHead title={t('title')} detail={detail} />
      <div className="day-close">
        <Card title={t('open.title')} padded>
          <div className="ui-stack" data-gap="16">
            <Text as="p" tone="muted">
              {state.lastLeftCents === null
                ? t('open.what')
                : t('open.left', { left: format.money(state.lastLeftCents) })}
            </Text>
            {may ? null : <Note title={t('open.notYou')} />}
            <OpenDrawerForm state={state} autoFocus />
          </div>
        </Card>
        <DayCloseList />
      </div>
    </>
  );
}

function OpenedDrawer({
  drawer,
  detail,
}: {
  readonly drawer: OpenDrawer;
  readonly detail: string;
}) {
  const { t } = useTranslation('day-close');
  const go = useGo();
  const mayClose = useMay('dayClose.close');
  const mayRead = useMay('dayClose.read');
  const [moving, setMoving] = useState(false);
  useCommands([
    {
      id: 'day.x',
      chord: 'X',
      label: 'day-close:keys.x',
      when: () => mayRead,
      run: () => go('/day-close/x'),
    },
    {
      id: 'day.count',
      chord: 'Ctrl+Enter',
      label: 'day-close:keys.count',
      when: () => mayClose,
      run: () => go('/day-close/count'),
    },
  ]);
  return (
    <>
      <ScreenHead title={t('title')} detail={detail}>
        <Button hint="F12" icon="drawer" onClick={() => setMoving(true)}>
          {t('move.title')}
        </Button>
        {mayRead ? (
          <Button hint="X" onClick={() => go('/day-close/x')}>
            {t('x.title')}
          </Button>
        ) : null}
      </ScreenHead>
      <div className="day-close">
        <DrawerMovements movements={drawer.movements} />
        <DayCloseList />
      </div>
      <Side>
        <DrawerSide drawer={drawer} />
      </Side>
      <Dialog open={moving} title={t('move.title')} onClose={() => setMoving(false)}>
        <CashMovementForm onDone={() => setMoving(false)} />
      </Dialog>
    </>
  );
}
