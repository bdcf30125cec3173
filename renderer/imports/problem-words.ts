import type { RowErrorCode, RowWarningCode } from '#shared/imports/import-row.ts';
import type { Areas } from '../i18n/areas.ts';

/** Codes a row may carry that have no sentence. The compiler holds this to none. */
type Wordless = Exclude<RowErrorCode | RowWarningCode, keyof Areas['import']['problems']>;
type AllHaveWords = [Wordless] extends [never] ? true : Wordless;
export const everyProblemHasWords: AllHaveWords = true;
