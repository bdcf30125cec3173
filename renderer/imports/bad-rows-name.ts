/** `pieces.csv` → `pieces-bad-rows.csv`, whatever the file was called. */
export function badRowsName(fileName: string): string {
  return `${fileName.replace(/\.[^.]{1,5}$/, '')}-bad-rows.csv`;
}
