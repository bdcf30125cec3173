import './counts.css';
import type { CountOutcome } from '#shared/stock/counts/classify-piece.ts';
import type { Count, CountId } from '#shared/stock/counts/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { useGo, usePathParts } from '../../app/navigation.ts';
import { useMay } from '../../app/session/session.ts';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useCommand, useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Checkbox } from '../../ui/choices/checkbox.tsx';
import { Tabs } from '../../ui/choices/tabs.tsx';
import { Card, ScreenHead } from '../../ui/layout/card.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { EmptyState } from '../../ui/messages/empty-state.tsx';
import { Progress } from '../../ui/messages/progress.tsx';
import { CountRows } from './count-rows.tsx';
import { ScanCard } from './scan-card.tsx';

const SHOWN = ['missing', 'unexpected', 'wrong_place', 'difference', 'arrived'] as const;

/** One count: scanning while it is open, what it came to, and its end. */
export function CountPage() {
  const { t } = useTranslation(['counts', 'common']);
  // Parsing: the address is text, the store checks that it is an id.
  const countId = (usePathParts()['countId'] ?? '') as CountId;
  const { data, failure } = useStoreQuery({
    key: ['counts.get', countId],
    tables: ['count_scan', 'count_line', 'count_close', 'stock_movement', 'piece'],
    keepLast: true,
    read: (store) => store.counts.get({ countId }),
  });
  if (failure !== undefined) return <FailureNote failure={failure} />;
  if (data === undefined) return <Progress label={t('common:loading')} />;
  if (data === null) return <EmptyState title={t('gone')}>{t('goneNext')}</EmptyState>;
  return <KnownCount count={data} />;
}

function KnownCount({ count }: { readonly count: Count }) {
  const { t } = useTranslation(['counts', 'common']);
  const go = useGo();
  const may = useMay('stock.closeCount');
  const [closing, setClosing] = useState(false);
  const [shown, setShown] = useState<CountOutcome>('missing');
  const isOpen = count.closed === null;
  const { expected, outcomes } = count.figures;
  const back = () => go('/stock/counts');
  const ask = () => setClosing(true);
  useCommands([
    { id: 'count.back', chord: 'Esc', label: 'shell:keys.back', run: back },
    {
      id: 'count.close',
      chord: 'Ctrl+Enter',
      label: 'counts:keys.close',
      when: () => may && isOpen,
      run: ask,
    },
  ]);
  return (
    <>
      <ScreenHead title={t('titleOf', { number: count.number })} detail={t('midnight')}>
        <Button hint="Esc" onClick={back}>
          {t('common:back')}
        </Button>
        {may && isOpen ? (
          <Button kind="primary" hint="Ctrl+Enter" onClick={ask}>
            {t('close')}
          </Button>
        ) : null}
      </ScreenHead>
      {isOpen ? <ScanCard count={count} /> : null}
      <Progress
        label={t('progress')}
        done={expected.count - outcomes.missing.count}
        total={expected.count}
        detail={t('left', { missing: outcomes.missing.count, expected: expected.count })}
      />
      <Tabs
        label={t('results')}
        value={shown}
        tabs={SHOWN.map((value) => ({
          value,
          label: t(`outcome.${value}`, { count: outcomes[value].count }),
        }))}
        onChange={setShown}
      />
      <CountRows countId={count.countId} outcome={shown} />
      <CloseDialog count={count} open={closing} onClose={() => setClosing(false)} />
    </>
  );
}

interface CloseDialogProps {
  readonly count: Count;
  readonly open: boolean;
  readonly onClose: () => void;
}

function CloseDialog({ count, open, onClose }: CloseDialogProps) {
  const { t } = useTranslation('counts');
  const format = useFormat();
  const { missing, difference } = count.figures.outcomes;
  const [keepPlaces, setKeepPlaces] = useState(true);
  const close = useCommand((store, expectedMissing: number, commandId) =>
    store.counts.close({
      commandId,
      countId: count.countId,
      missing: expectedMissing,
      keepPlaces,
    }),
  );
  const run = async () => {
    const answer = await close.run(missing.count);
    if (answer?.ok === true) onClose();
  };
  const worth = missing.costCents === null ? '' : format.money(missing.costCents);
  return (
    <Dialog
      open={open}
      title={t('close')}
      onClose={onClose}
      footer={
        <Button kind="danger" size={44} autoFocus busy={close.pending} onClick={() => void run()}>
          {t('closeNow')}
        </Button>
      }
    >
      <Text as="p" size="lead">
        {t('closeAsk')}
      </Text>
      <Card label={t('close')} padded>
        <Facts
          facts={[
            { label: t('missing'), value: format.count(missing.count) },
            { label: t('worth'), value: worth },
            { label: t('differences'), value: format.count(difference.count) },
          ]}
        />
      </Card>
      <Checkbox label={t('keepPlaces')} checked={keepPlaces} onChange={setKeepPlaces} />
      <RefusalNote refusal={close.refusal} />
      <FailureNote failure={close.failure} />
    </Dialog>
  );
}
