/** What a file of bad rows adds behind the columns of the file it came from. */
export const REPORT_HEADERS = ['Row', 'Problem'] as const;

/** Where a file of bad rows begins its own columns; the number of headers in any other file. */
export function reportColumn(headers: readonly string[]): number {
  const [row, problem] = REPORT_HEADERS;
  const at = headers.findIndex((header, index) => header === row && headers[index + 1] === problem);
  return at < 0 ? headers.length : at;
}

/** Longer names say nothing more on a mapping screen. */
const LONGEST_HEADER = 200;

/**
 * The names of a table's columns, each there once. Behind a report's own columns stand values that had no column;
 * they have none here either, so that their row stays too long until a person has moved them.
 */
export function tableHeaders(cells: readonly string[]): readonly string[] {
  const headers = uniqueHeaders(cells);
  return headers.slice(0, reportColumn(headers) + REPORT_HEADERS.length);
}

/**
 * Header cells → names that are each there once: white space folded, the nameless called after their place, and
 * the second `Price` called `Price (2)`.
 */
function uniqueHeaders(cells: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const name =
      cell.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_HEADER) || `Column ${index + 1}`;
    let unique = name;
    for (let count = 2; taken.has(unique); count++) unique = `${name} (${count})`;
    taken.add(unique);
    return unique;
  });
}
