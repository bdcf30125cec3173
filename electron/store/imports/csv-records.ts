import Papa from 'papaparse';

const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** One record of the file, blank ones too, so that numbers stay those of the spreadsheet. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** A quote opened and did not close, or closed in the middle of a value. */
  readonly isQuoteBroken: boolean;
}

/** Parsed at one go: about a millisecond. */
const SLICE_CHARACTERS = 32 * 1024;
/** No record is this long; one that seems to be has lost its closing quote. */
const LONGEST_RECORD = 256 * 1024;
/** Where the names of the columns are looked for. */
const SAMPLE_CHARACTERS = 16 * 1024;

/** What the parser answers; its own declaration leaves it open. */
interface ParsedSlice {
  readonly data: readonly (readonly string[])[];
  /** `row` counts from the slice's first record; it may name the open one that is not in `data`. */
  readonly errors: readonly { readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

/** The delimiter that splits the names of the columns into the most; a comma where none splits them. */
export function findDelimiter(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const widthBy = (delimiter: Delimiter) => {
    const parsed: ParsedSlice = parserOf(sample, delimiter).parse(sample, 0, false);
    return parsed.data.find((cells) => cells.some((cell) => cell.trim() !== ''))?.length ?? 1;
  };
  return DELIMITERS.toSorted((a, b) => widthBy(b) - widthBy(a))[0] ?? ',';
}

/**
 * All records in order, in slices small enough that a caller can give way between them. A lost closing quote
 * costs its own line, or, where another quote follows within 256 KB, the lines up to that; never the rest.
 */
export function* readRecords(text: string, delimiter: Delimiter): Generator<readonly CsvRecord[]> {
  const newline = newlineOf(text);
  const parser = parserOf(text, delimiter);
  const ending = text.endsWith(newline) ? '' : newline;
  let start = 0;
  let size = SLICE_CHARACTERS;
  while (start < text.length) {
    const isLast = start + size >= text.length;
    // Every record ends with a line break, so the parser may always leave out the open one at the end.
    const slice = isLast ? text.slice(start) + ending : text.slice(start, start + size);
    const parsed: ParsedSlice = parser.parse(slice, 0, true);
    if (parsed.meta.cursor > 0) {
      yield recordsOf(parsed);
      start += parsed.meta.cursor;
      size = SLICE_CHARACTERS;
    } else if (!isLast && size < LONGEST_RECORD) {
      size *= 2;
    } else {
      const end = text.indexOf(newline, start);
      const line = end < 0 ? text.slice(start) : text.slice(start, end);
      const alone: ParsedSlice = parser.parse(line.slice(0, LONGEST_RECORD), 0, false);
      yield [{ cells: withoutReturn(alone.data[0] ?? []), isQuoteBroken: true }];
      start = end < 0 ? text.length : end + 1;
      size = SLICE_CHARACTERS;
    }
  }
}

function parserOf(text: string, delimiter: Delimiter) {
  return new Papa.Parser({ delimiter, newline: newlineOf(text) });
}

/** A carriage return before a line feed is white space behind a quote, and cut from a value without one. */
function newlineOf(text: string): '\n' | '\r' {
  return text.includes('\n') ? '\n' : '\r';
}

function recordsOf(parsed: ParsedSlice): readonly CsvRecord[] {
  const broken = new Set(parsed.errors.map((error) => error.row));
  return parsed.data.map((cells, index) => ({
    cells: withoutReturn(cells),
    isQuoteBroken: broken.has(index),
  }));
}

function withoutReturn(cells: readonly string[]): readonly string[] {
  const last = cells.at(-1);
  return last?.endsWith('\r') ? cells.with(-1, last.slice(0, -1)) : cells;
}
