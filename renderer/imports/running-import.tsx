import type { BatchId } from '#shared/ids.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { useFormat } from '../i18n/format.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Note } from '../ui/messages/note.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { useImportProgress } from './use-import-progress.ts';

export interface RunningImportProps {
  readonly batchId: BatchId;
  readonly fileName: string;
  /** It came to its end, was cancelled, or stopped. */
  readonly onEnd: () => void;
  /** What can be done when it turns out that nothing runs any more: the program was closed over it. */
  readonly stoppedAction?: ReactNode;
}

/** An import under way: selling goes on meanwhile, and it may be left alone. */
export function RunningImport(props: RunningImportProps) {
  const { batchId, fileName, onEnd, stoppedAction } = props;
  const { t } = useTranslation('import');
  const format = useFormat();
  const { progress, secondsLeft } = useImportProgress(batchId, onEnd);
  const cancel = useCommand((store, _input: null) => store.imports.cancel({ batchId }));
  if (progress === null)
    return (
      <Note tone="warning" title={t('running.stopped', { name: fileName })} action={stoppedAction}>
        {t('running.stoppedNext')}
      </Note>
    );
  const total = progress?.total;
  return (
    <Card padded label={t('running.title', { name: fileName })}>
      <Progress
        label={t('running.title', { name: fileName })}
        done={progress?.done ?? 0}
        {...(total === undefined ? {} : { total })}
        detail={
          total === undefined
            ? t('running.hint')
            : `${t('running.rows', { done: format.count(progress?.done ?? 0), total: format.count(total) })} ${t('running.hint')}`
        }
        {...(secondsLeft === undefined ? {} : { secondsLeft })}
        onCancel={() => void cancel.run(null)}
      />
      <RefusalNote refusal={cancel.refusal} />
      <FailureNote failure={cancel.failure} />
    </Card>
  );
}
