import type { ImportBatch } from '#shared/imports/contract.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { Card } from '../ui/layout/card.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { BadRowsButton, UndoButton } from './batch-actions.tsx';

export interface ImportHistoryProps {
  readonly batches: readonly ImportBatch[];
  readonly onChanged: () => void;
}

/** What was imported before, newest first, with a way back. */
export function ImportHistory({ batches, onChanged }: ImportHistoryProps) {
  const { t } = useTranslation('import');
  const shown = batches.filter(({ state }) => state !== 'staged' && state !== 'running');
  if (shown.length === 0) return null;
  return (
    <Card title={t('history.title')} label={t('history.title')}>
      <List
        label={t('history.title')}
        rowHeight={48}
        rows={shown.map((batch) => ({
          key: batch.batchId,
          content: <BatchRow batch={batch} />,
          aside: (
            <>
              <BadRowsButton batch={batch} />
              <UndoButton batch={batch} onUndone={onChanged} />
            </>
          ),
        }))}
      />
    </Card>
  );
}

const TONES = {
  staged: {},
  running: { tone: 'info' },
  done: { tone: 'success' },
  cancelled: { tone: 'warning' },
  undone: {},
} as const;

function BatchRow({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { createdCount, changedCount, errorCount, state } = batch;
  return (
    <>
      <span className="ui-row" data-gap="8">
        <b className="imports-name">{batch.fileName}</b>
        <Chip {...TONES[state]}>{t(`state.${state}`)}</Chip>
      </span>
      <Text size="second" tone="muted">
        {[
          format.dateTime(batch.startedAtMs),
          t(`target.${batch.target}`),
          t('history.new', { shown: format.count(createdCount) }),
          t('history.changed', { shown: format.count(changedCount) }),
          t('history.bad', { shown: format.count(errorCount) }),
        ].join(' · ')}
      </Text>
    </>
  );
}
