import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { Side } from '../app/slots.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { useLabels } from '../i18n/labels.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Note } from '../ui/messages/note.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { BatchRefusalNote } from './batch-refusal-note.tsx';
import { FileFacts } from './file-facts.tsx';
import type { ImportStage } from './import-stage.ts';
import { MapColumns } from './map-columns.tsx';
import { missingFields, type Mapping } from './mapping.ts';

export interface ColumnsStepProps {
  readonly stage: Extract<ImportStage, { at: 'columns' }>;
  readonly onStage: (stage: ImportStage) => void;
}

export function ColumnsStep({ stage, onStage }: ColumnsStepProps) {
  const { t } = useTranslation('import');
  const label = useLabels();
  const { file, mapping } = stage;
  const { batchId } = file;
  const dryRun = useCommand((store, input: Mapping) =>
    store.imports.dryRun({ batchId, mapping: input }),
  );
  const missing = missingFields(file, mapping);
  const ready = missing.length === 0;
  const check = async () => {
    const answer = await dryRun.run(mapping);
    if (answer?.ok === true) onStage({ at: 'check', file, mapping, dryRun: answer.value });
  };
  useCommands([
    {
      id: 'import.check',
      chord: 'Ctrl+Enter',
      label: 'import:keys.check',
      when: () => ready,
      run: () => void check(),
    },
  ]);
  return (
    <>
      <BatchRefusalNote refusal={dryRun.refusal} />
      <FailureNote failure={dryRun.failure} />
      <MapColumns
        file={file}
        mapping={mapping}
        onChange={(next) => {
          dryRun.reset();
          onStage({ ...stage, mapping: next });
        }}
      />
      <Side>
        <div className="imports-side">
          <FileFacts file={file} />
          {ready ? null : (
            <Note tone="warning" title={t('columns.missing')}>
              {missing.map((field) => label(`import:fields.${field}`)).join(', ')}
            </Note>
          )}
          {dryRun.pending ? <Progress label={t('check.running')} /> : null}
        </div>
        <div className="imports-act">
          <Button
            kind="primary"
            size={56}
            wide
            hint="Ctrl+Enter"
            disabled={!ready}
            busy={dryRun.pending}
            onClick={() => void check()}
          >
            {t('columns.go')}
          </Button>
        </div>
      </Side>
    </>
  );
}
