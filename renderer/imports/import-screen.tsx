import './imports.css';
import type { ImportBatch } from '#shared/imports/contract.ts';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { useKept } from '../app/kept.ts';
import { useGo } from '../app/navigation.ts';
import { useMay } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Steps } from '../ui/choices/steps.tsx';
import { ScreenHead } from '../ui/layout/card.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { UndoButton } from './batch-actions.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import { ImportHistory } from './import-history.tsx';
import { ImportResult } from './import-result.tsx';
import { FIRST_STAGE, stepBack, STEPS, type ImportStage } from './import-stage.ts';
import { RunningImport } from './running-import.tsx';
import { useStartImport } from './use-start-import.tsx';

export function ImportScreen() {
  const { t } = useTranslation('import');
  const mayImport = useMay('imports.run');
  if (mayImport) return <Importing />;
  return (
    <EmptyState icon="lock" title={t('forbidden.title')}>
      {t('forbidden.next')}
    </EmptyState>
  );
}

/** A file becomes pieces or customers: chosen, matched, tried out, done, and taken back if need be. */
function Importing() {
  const { t } = useTranslation(['import', 'common']);
  const go = useGo();
  const [stage, setStage] = useKept<ImportStage>(['imports', 'stage'], FIRST_STAGE);
  const history = useStoreQuery({
    key: ['imports.list'],
    tables: ['import_batch'],
    read: (store, signal) => store.imports.list({}, { signal }),
  });
  const back = () => {
    const before = stepBack(stage);
    if (before === undefined) go('/stock');
    else setStage(before);
  };
  useCommands([{ id: 'import.back', chord: 'Esc', label: 'common:back', run: back }]);
  const batches = history.data ?? [];
  return (
    <>
      <ScreenHead title={t('title')}>
        <Button hint="Esc" onClick={back}>
          {t('common:back')}
        </Button>
      </ScreenHead>
      <Steps
        label={t('steps.label')}
        steps={STEPS.map((step) => t(`steps.${step}`))}
        at={STEPS.indexOf(stage.at)}
      />
      <Stage stage={stage} batches={batches} onStage={setStage} onListed={history.again} />
      {stage.at === 'file' || stage.at === 'import' ? (
        <>
          <FailureNote
            failure={history.failure}
            action={<Button onClick={history.again}>{t('common:retry')}</Button>}
          />
          <ImportHistory
            batches={batches.filter((batch) => batch.batchId !== shownAbove(stage))}
            onChanged={history.again}
          />
        </>
      ) : null}
    </>
  );
}

/** The import whose end is on screen already. */
function shownAbove(stage: ImportStage): string | undefined {
  return stage.at === 'import' ? stage.file.batchId : undefined;
}

interface StageProps {
  readonly stage: ImportStage;
  readonly batches: readonly ImportBatch[];
  readonly onStage: (stage: ImportStage) => void;
  /** The list of imports must be read again. */
  readonly onListed: () => void;
}

function Stage({ stage, batches, onStage, onListed }: StageProps) {
  switch (stage.at) {
    case 'file':
      return (
        <>
          {batches
            .filter((batch) => batch.state === 'running')
            .map((batch) => (
              <RunningImport
                key={batch.batchId}
                batchId={batch.batchId}
                fileName={batch.fileName}
                onEnd={onListed}
                stoppedAction={<UndoButton batch={batch} onUndone={onListed} />}
              />
            ))}
          <FileStep onStage={onStage} />
        </>
      );
    case 'columns':
      return <ColumnsStep stage={stage} onStage={onStage} />;
    case 'check':
      return <CheckStep stage={stage} onStage={onStage} onStarted={onListed} />;
    case 'import':
      return <ImportStep stage={stage} batches={batches} onStage={onStage} onListed={onListed} />;
  }
}

interface ImportStepProps extends StageProps {
  readonly stage: Extract<ImportStage, { at: 'import' }>;
}

function ImportStep({ stage, batches, onStage, onListed }: ImportStepProps) {
  const { t } = useTranslation('common');
  const start = useStartImport(stage, onStage);
  const { batchId, fileName } = stage.file;
  const end = () => {
    onStage({ ...stage, ended: true });
    onListed();
  };
  if (!stage.ended)
    return <RunningImport key={batchId} batchId={batchId} fileName={fileName} onEnd={end} />;
  const batch = batches.find((each) => each.batchId === batchId);
  if (batch === undefined || batch.state === 'staged') return <Progress label={t('loading')} />;
  const another = () => onStage(FIRST_STAGE);
  return (
    <>
      {start.notes}
      <ImportResult
        batch={batch}
        onContinue={() => void start.run()}
        onAnother={another}
        onUndone={() => {
          onListed();
          another();
        }}
      />
    </>
  );
}
