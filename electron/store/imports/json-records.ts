/** No record is this long; one that seems to be has lost an end, and is no record. */
const LONGEST_RECORD = 256 * 1024;
/** A list may stand inside of one object, behind a name: `{"customers": [`. */
const NAMED_LIST = /^\s*\{\s*"[^"\\]{1,60}"\s*:\s*\[/;
const LIST = /^\s*\[/;
const LOOKS_LIKE_JSON = /^\s*(?:\[\s*[[{\]]|\{\s*["}])/;

/** True for a text that begins as a list or an object does. */
export function looksLikeJson(text: string): boolean {
  return LOOKS_LIKE_JSON.test(text.slice(0, 4096));
}

/**
 * The texts of a file's objects in order: of a list, of a list behind a name, or of objects one after another. An
 * object that never ends comes as it stands, at most 256 KB of it, and is the last.
 */
export function* readJsonTexts(text: string): Generator<string> {
  const head = text.slice(0, 4096);
  const list = LIST.exec(head) ?? NAMED_LIST.exec(head);
  let at = list?.[0].length ?? 0;
  for (;;) {
    const start = nextValue(text, at);
    // Behind the end of the list stands nothing of it.
    if (start < 0 || (list && text[start] === ']')) return;
    const end = endOfValue(text, start);
    if (end === undefined) return yield text.slice(start, start + LONGEST_RECORD);
    yield text.slice(start, end);
    at = end;
  }
}

const BETWEEN = /[\s,]*/y;

function nextValue(text: string, from: number): number {
  BETWEEN.lastIndex = from;
  BETWEEN.test(text);
  return BETWEEN.lastIndex < text.length ? BETWEEN.lastIndex : -1;
}

const OPENS = new Set(['{', '[']);
// What may change where a value ends; a text in quotes is passed over whole, also one that never closes.
const MARK = /"(?:[^"\\]|\\[^])*(?:"|$)|[{}[\],\n]/g;

/** Where the value that begins here ends; undefined when it does not within 256 KB. */
function endOfValue(text: string, start: number): number | undefined {
  const slice = text.slice(start, start + LONGEST_RECORD);
  let depth = 0;
  for (const { 0: mark, index } of slice.matchAll(MARK)) {
    if (OPENS.has(mark)) depth += 1;
    else if (mark === '}' || mark === ']') depth -= 1;
    const isInside = depth > 0 || (depth === 0 && mark.startsWith('"'));
    if (isInside || (depth === 0 && mark === '\n')) continue;
    if (depth < 0 || mark === ',') return start + Math.max(index, 1);
    return start + index + 1;
  }
  return slice.length < LONGEST_RECORD && depth === 0 ? start + slice.length : undefined;
}
