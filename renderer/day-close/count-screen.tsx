import './day-close.css';
import type { Closing, OpenDrawer } from '#shared/day-close/contract.ts';
import type { Cents } from '#shared/money.ts';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { useGo } from '../app/navigation.ts';
import { useMay } from '../app/session/session.ts';
import { Side } from '../app/slots.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { useFormat } from '../i18n/format.ts';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Steps } from '../ui/choices/steps.tsx';
import { ScreenHead } from '../ui/layout/card.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { Note } from '../ui/messages/note.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { CountPart } from './count-part.tsx';
import { CountSide } from './count-side.tsx';
import { dayInWords } from './day-words.ts';
import { useClosingFacts, useDrawer, useSettings } from './drawer-data.ts';
import { tickedChecks } from './settle-draft.ts';
import { SettlePart } from './settle-part.tsx';
import { useCount } from './use-count.ts';
import { useSettling } from './use-settling.ts';

/** Settle cards and checks, count blind, see the difference, close: the Z is made once and never changes. */
export function CountScreen() {
  const { t } = useTranslation(['day-close', 'common']);
  const go = useGo();
  const { data: state } = useDrawer();
  const { data: facts, failure } = useClosingFacts();
  const float = useSettings()?.selling.floatCents;
  if (failure !== undefined) return <FailureNote failure={failure} />;
  if (state === undefined || float === undefined || facts === undefined)
    return <Progress label={t('common:loading')} />;
  if (state.open === null || facts === null) {
    return (
      <EmptyState
        icon="drawer"
        title={t('count.notOpen')}
        actions={<Button onClick={() => go('/day-close')}>{t('count.toDrawer')}</Button>}
      />
    );
  }
  const { open } = state;
  return <CloseTheDay key={open.drawerSessionId} drawer={open} float={float} facts={facts} />;
}

interface CloseTheDayProps {
  readonly drawer: OpenDrawer;
  readonly float: Cents;
  readonly facts: Closing;
}

type Stage = 'settle' | 'count' | 'close';

/** The drafts of one drawer's close, where one is in it, and the ways on and back. */
function useCloseTheDay({ drawer, float, facts }: CloseTheDayProps) {
  const go = useGo();
  const settling = useSettling(drawer, facts);
  const checks = tickedChecks(facts.checks, settling.draft, drawer.businessDate);
  const count = useCount(
    drawer,
    float,
    checks.map(({ paymentId }) => paymentId),
  );
  const stage: Stage =
    settling.needed && !settling.draft.done ? 'settle' : count.draft.saved ? 'close' : 'count';
  const goOn = stage === 'settle' ? settling.goOn : count.goOn;
  const later = () => go('/day-close');
  const back = stage === 'close' ? count.countAgain : settling.needed ? settling.back : later;
  useCommands([
    {
      id: 'day.goOn',
      chord: 'Ctrl+Enter',
      label: `day-close:keys.${stage === 'close' ? 'close' : stage === 'settle' ? 'settle' : 'save'}`,
      run: goOn,
    },
    {
      id: 'day.stepBack',
      chord: 'Alt+←',
      label: 'day-close:keys.stepBack',
      when: () => stage !== 'settle',
      run: back,
    },
    { id: 'day.back', chord: 'Esc', label: 'day-close:keys.later', run: later },
  ]);
  return { settling, checks, count, stage, goOn, later };
}

function CloseTheDay(props: CloseTheDayProps) {
  const { t } = useTranslation('day-close');
  const format = useFormat();
  const { drawer, facts } = props;
  const { settling, checks, count, stage, goOn, later } = useCloseTheDay(props);
  const first = settling.needed ? [t('steps.settle')] : [];
  const at = { settle: 0, count: first.length, close: first.length + 1 }[stage];
  return (
    <>
      <ScreenHead title={t('title')} detail={dayInWords(drawer.businessDate, format)}>
        <Button hint="Esc" onClick={later}>
          {t('count.later')}
        </Button>
      </ScreenHead>
      <Steps
        label={t('steps.title')}
        steps={[...first, t('steps.count'), t('steps.close'), t('steps.z')]}
        at={at}
      />
      <ParkedCarts />
      {stage === 'settle' ? (
        <SettlePart facts={facts} settling={settling} today={drawer.businessDate} />
      ) : (
        <CountPart count={count} drawer={drawer} />
      )}
      <Side>
        <CountSide
          stage={stage}
          settling={settling}
          count={count}
          checks={checks}
          unresolved={facts.unresolved.length}
          onGoOn={goOn}
        />
      </Side>
    </>
  );
}

/** Parked carts stay for tomorrow; the count does not wait for them. */
function ParkedCarts() {
  const { t } = useTranslation('day-close');
  const maySell = useMay('sales.sell');
  const parked = useStoreQuery({
    key: ['sales.listParked'],
    tables: ['cart', 'tax_rule', 'setting'],
    read: (store) => store.sales.listParked({}),
    enabled: maySell,
  });
  const count = parked.data?.length ?? 0;
  return count === 0 ? null : (
    <Note tone="info" title={t('count.parked', { count })}>
      {t('count.parkedNext')}
    </Note>
  );
}
