import type { PrintQueueEntry } from '#shared/settings/contract.ts';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { useMay } from '../app/session/session.ts';
import { useFormat } from '../i18n/format.ts';
import { useLabels } from '../i18n/labels.ts';
import { useCommand, useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';
import { Chip, type ChipProps } from '../ui/messages/chip.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';

/** What waits for the printer, and what staff must decide about. Sales never wait for it. */
export function PrintQueue() {
  const { t } = useTranslation('settings');
  const may = useMay('printing.use');
  const queue = useStoreQuery({
    key: ['printing.queue'],
    tables: ['print_job'],
    read: (store) => store.printing.queue({}),
    enabled: may,
  });
  const retry = useCommand((store, printJobId: string) => store.printing.retry({ printJobId }));
  const dismiss = useCommand((store, printJobId: string) => store.printing.dismiss({ printJobId }));
  if (!may) return null;
  const jobs = queue.data ?? [];
  return (
    <Card title={t('queue.title')} aside={jobs.length > 0 ? <Chip>{jobs.length}</Chip> : null}>
      <RefusalNote refusal={retry.refusal ?? dismiss.refusal} />
      <FailureNote failure={queue.failure ?? retry.failure ?? dismiss.failure} />
      {jobs.length === 0 ? (
        <EmptyState icon="print" title={t('queue.none')}>
          {t('queue.noneNext')}
        </EmptyState>
      ) : (
        <List
          label={t('queue.title')}
          rowHeight={48}
          rows={jobs.map((job) => ({
            key: job.printJobId,
            content: <JobWords job={job} />,
            aside: (
              <JobActions
                job={job}
                onRetry={() => void retry.run(job.printJobId)}
                onDismiss={() => void dismiss.run(job.printJobId)}
              />
            ),
          }))}
        />
      )}
    </Card>
  );
}

const TONES: Readonly<Record<PrintQueueEntry['state'], ChipProps['tone']>> = {
  queued: undefined,
  printing: 'info',
  printed: 'success',
  failed: 'danger',
  unsure: 'warning',
};

function JobWords({ job }: { readonly job: PrintQueueEntry }) {
  const { t } = useTranslation('papers');
  const label = useLabels();
  const format = useFormat();
  const tone = TONES[job.state];
  return (
    <>
      <Row>
        <Text strong>{[label(`papers:kind.${job.kind}`), job.title].join(' ').trim()}</Text>
        <Chip {...(tone !== undefined && { tone })}>{t(`state.${job.state}`)}</Chip>
        <Text size="second" tone="muted">
          {format.time(job.queuedAtMs)}
        </Text>
      </Row>
      {job.state === 'unsure' ? <Text size="second">{t('unsureNext')}</Text> : null}
      {job.problem === null ? null : (
        <Text size="second" tone="warning">
          {label(`papers:problem.${job.problem}`)}
        </Text>
      )}
    </>
  );
}

interface JobActionsProps {
  readonly job: PrintQueueEntry;
  readonly onRetry: () => void;
  readonly onDismiss: () => void;
}

/** A paper that may be there already is asked about, never printed twice by itself. */
function JobActions({ job, onRetry, onDismiss }: JobActionsProps) {
  const { t } = useTranslation(['settings', 'papers', 'common']);
  const unsure = job.state === 'unsure';
  return (
    <>
      <Button onClick={onRetry}>{unsure ? t('papers:printAgain') : t('common:retry')}</Button>
      <Button onClick={onDismiss}>{unsure ? t('papers:foundOnPaper') : t('queue.dismiss')}</Button>
    </>
  );
}
