import type { DryRun, StagedFile } from '#shared/imports/contract.ts';
import type { Mapping } from './mapping.ts';

/** How far the import on screen is. */
export type ImportStage =
  | { readonly at: 'file' }
  | { readonly at: 'columns'; readonly file: StagedFile; readonly mapping: Mapping }
  | {
      readonly at: 'check';
      readonly file: StagedFile;
      readonly mapping: Mapping;
      readonly dryRun: DryRun;
    }
  | {
      readonly at: 'import';
      readonly file: StagedFile;
      readonly mapping: Mapping;
      /** It has come to its end, one way or another. */
      readonly ended: boolean;
    };

export const FIRST_STAGE: ImportStage = { at: 'file' };

/** The steps of an import, in order. */
export const STEPS = [
  'file',
  'columns',
  'check',
  'import',
] as const satisfies readonly ImportStage['at'][];

/** One step back; what was chosen stays. Undefined where there is none. */
export function stepBack(stage: ImportStage): ImportStage | undefined {
  switch (stage.at) {
    case 'file':
      return undefined;
    case 'columns':
      return FIRST_STAGE;
    case 'check':
      return { at: 'columns', file: stage.file, mapping: stage.mapping };
    case 'import':
      return undefined;
  }
}
