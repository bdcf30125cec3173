/** One forbidden line, the wall it breaks and what the gate must say about it. */
export interface Plant {
  /** The row of the table, or the rule, that this plant proves. */
  readonly wall: string;
  readonly file: string;
  readonly code: string;
  readonly says: RegExp;
}

/** A file that imports what it may not. */
export const layer = (wall: string, file: string, specifier: string, says: RegExp): Plant => ({
  wall,
  file,
  code: `import { thing } from '${specifier}';\nexport const taken = thing;\n`,
  says,
});
