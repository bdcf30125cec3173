import type { StagedFile } from '#shared/imports/contract.ts';
import type { ReactNode } from 'react';
import { FailureNote } from '../app/answer-notes.tsx';
import { useCommand } from '../store-client/store-hooks.tsx';
import { BatchRefusalNote } from './batch-refusal-note.tsx';
import type { ImportStage } from './import-stage.ts';
import type { Mapping } from './mapping.ts';

export interface StartImport {
  readonly run: () => Promise<void>;
  readonly pending: boolean;
  /** Why it did not start, or nothing. */
  readonly notes: ReactNode;
}

/** Starts an import, or goes on where it stopped: what was done before is not done twice. */
export function useStartImport(
  { file, mapping }: { readonly file: StagedFile; readonly mapping: Mapping },
  onStage: (stage: ImportStage) => void,
): StartImport {
  const { batchId } = file;
  const start = useCommand((store, input: Mapping, commandId) =>
    store.imports.run({ commandId, batchId, mapping: input }),
  );
  return {
    run: async () => {
      const answer = await start.run(mapping);
      if (answer?.ok === true) onStage({ at: 'import', file, mapping, ended: false });
    },
    pending: start.pending,
    notes: (
      <>
        <BatchRefusalNote refusal={start.refusal} />
        <FailureNote failure={start.failure} />
      </>
    ),
  };
}
