import { useTranslation } from 'react-i18next';
import { Side } from '../app/slots.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/actions/button.tsx';
import { Text } from '../ui/layout/text.tsx';
import { useSaveBadRows } from './batch-actions.tsx';
import { DryRunReport } from './dry-run-report.tsx';
import { FileFacts } from './file-facts.tsx';
import type { ImportStage } from './import-stage.ts';
import { useStartImport } from './use-start-import.tsx';

export interface CheckStepProps {
  readonly stage: Extract<ImportStage, { at: 'check' }>;
  readonly onStage: (stage: ImportStage) => void;
  readonly onStarted: () => void;
}

export function CheckStep({ stage, onStage, onStarted }: CheckStepProps) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { file, dryRun } = stage;
  const badRows = useSaveBadRows(file);
  const start = useStartImport(stage, onStage);
  const count = dryRun.newCount + dryRun.changedCount;
  const run = async () => {
    await start.run();
    onStarted();
  };
  useCommands([
    {
      id: 'import.run',
      chord: 'Ctrl+Enter',
      label: 'import:keys.run',
      when: () => count > 0,
      run: () => void run(),
    },
  ]);
  return (
    <>
      {start.notes}
      <DryRunReport dryRun={dryRun} saving={badRows.saving} onBadRows={() => void badRows.save()} />
      <Side>
        <div className="imports-side">
          <FileFacts file={file} />
          <Text as="p" size="second" tone="muted">
            {t('check.promise')}
          </Text>
        </div>
        <div className="imports-act">
          <Button
            kind="primary"
            size={56}
            wide
            hint="Ctrl+Enter"
            disabled={count === 0}
            busy={start.pending}
            onClick={() => void run()}
          >
            {t('check.go', { count, shown: format.count(count) })}
          </Button>
        </div>
      </Side>
    </>
  );
}
