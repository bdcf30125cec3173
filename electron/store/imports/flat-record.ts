/** Lists inside of lists inside of objects say nothing a counter needs. */
const DEEPEST = 4;
/** Of a list of addresses or phones these many become columns. */
const MOST_OF_LIST = 5;

/**
 * A foreign object as cells: what stands inside of it goes by both names, `Addresses City`, the second of a list by its
 * place, `Addresses 2 City`, and a list of words is one cell. Never throws, whatever the object holds.
 */
export function flatRecord(record: object): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  addAll(cells, '', record, 0);
  return cells;
}

function addAll(cells: Map<string, string>, prefix: string, record: object, depth: number): void {
  for (const [name, value] of Object.entries(record)) {
    addValue(cells, prefix === '' ? name : `${prefix} ${name}`, value, depth);
  }
}

function addValue(cells: Map<string, string>, name: string, value: unknown, depth: number): void {
  if (value === null || value === undefined) cells.set(name, '');
  else if (Array.isArray(value)) addList(cells, name, value, depth);
  else if (typeof value === 'object') {
    if (depth < DEEPEST) addAll(cells, name, value, depth + 1);
  } else cells.set(name, typeof value === 'string' ? value : JSON.stringify(value));
}

function addList(
  cells: Map<string, string>,
  name: string,
  list: readonly unknown[],
  depth: number,
): void {
  const words = list.filter((each) => typeof each !== 'object' && each !== undefined);
  if (words.length > 0) cells.set(name, words.join(', '));
  const records = list.filter((each) => typeof each === 'object' && each !== null);
  for (const [index, each] of records.slice(0, MOST_OF_LIST).entries()) {
    addValue(cells, index === 0 ? name : `${name} ${index + 1}`, each, depth + 1);
  }
}
