import { tooLarge } from '#shared/imports/file-limit.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { newId } from '../store-client/new-id.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { ChooseFile } from './choose-file.tsx';
import type { ImportStage } from './import-stage.ts';

export interface FileStepProps {
  readonly onStage: (stage: ImportStage) => void;
}

/** The file is read and kept aside. Nothing of the shop changes yet. */
export function FileStep({ onStage }: FileStepProps) {
  const { t } = useTranslation('import');
  const [reading, setReading] = useState<string>();
  const read = useCommand((store, file: File) =>
    store.imports.read({ batchId: newId<'batch'>(), file }),
  );
  const [large, setLarge] = useState<ReturnType<typeof tooLarge>>();
  const take = async (file: File) => {
    // Before anything is sent: a file of gigabytes would fill the window's memory on its way to be refused.
    const refusal = tooLarge(file.size);
    setLarge(refusal);
    read.reset();
    if (refusal) return;
    setReading(file.name);
    const answer = await read.run(file);
    setReading(undefined);
    if (answer?.ok === true)
      onStage({ at: 'columns', file: answer.value, mapping: answer.value.mapping });
  };
  return (
    <>
      <RefusalNote refusal={large ?? read.refusal} />
      <FailureNote failure={read.failure} />
      <ChooseFile reading={reading} onFile={(file) => void take(file)} />
      <p className="ui-text" data-size="second" data-tone="muted">
        {t('file.promise')}
      </p>
    </>
  );
}
