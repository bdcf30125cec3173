/** The recovery code as it is read aloud and written down: groups of four. */
export function codeGroups(code: string): readonly string[] {
  return code.split(/[-\s]+/).filter((group) => group !== '');
}

/** What the saved or printed sheet says, line by line. */
export interface SheetWords {
  readonly title: string;
  readonly store: string;
  readonly what: string;
  readonly keep: string;
}

/** The sheet as plain text, for a file on a USB stick. */
export function sheetText(code: string, { title, store, what, keep }: SheetWords): string {
  const groups = codeGroups(code);
  const lines = [0, 4].map((from) => groups.slice(from, from + 4).join('-'));
  return [title, store, '', ...lines, '', what, keep, ''].join('\r\n');
}
