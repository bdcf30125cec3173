import type { ImportBatch } from '#shared/imports/contract.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/actions/button.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { BadRowsButton, UndoButton } from './batch-actions.tsx';

export interface ImportResultProps {
  readonly batch: ImportBatch;
  /** Goes on where it stopped. */
  readonly onContinue: () => void;
  readonly onAnother: () => void;
  readonly onUndone: () => void;
}

/** How an import ended, and what can be done now. */
export function ImportResult({ batch, onContinue, onAnother, onUndone }: ImportResultProps) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const go = useGo();
  const ended = batch.state === 'done';
  const created = { count: batch.createdCount, shown: format.count(batch.createdCount) };
  const changed = { count: batch.changedCount, shown: format.count(batch.changedCount) };
  const bad = { count: batch.errorCount, shown: format.count(batch.errorCount) };
  return (
    <EmptyState
      icon={ended ? 'check' : 'park'}
      title={ended ? t('result.done') : t('result.stopped')}
      actions={
        <>
          {ended ? (
            <Button
              kind="primary"
              onClick={() => go(batch.target === 'pieces' ? '/stock' : '/customers')}
            >
              {t(`result.see.${batch.target}`)}
            </Button>
          ) : (
            <Button kind="primary" onClick={onContinue}>
              {t('result.continue')}
            </Button>
          )}
          <UndoButton batch={batch} onUndone={onUndone} />
          <BadRowsButton batch={batch} />
          <Button onClick={onAnother}>{t('another')}</Button>
        </>
      }
    >
      {t('result.created', created)} {t('result.changed', changed)} {t('result.bad', bad)}{' '}
      {ended ? t('result.again') : t('result.stoppedNext')}
    </EmptyState>
  );
}
