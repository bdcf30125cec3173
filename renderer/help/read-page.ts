/** A run of words: plain, strong, or a key as it is printed on the keyboard. */
export interface Span {
  readonly kind: 'plain' | 'strong' | 'key';
  readonly text: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'words'; readonly spans: readonly Span[] }
  | {
      readonly kind: 'steps' | 'points';
      readonly items: readonly (readonly Span[])[];
    };

/** One page of the guide. */
export interface Page {
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/**
 * Reads a page of the guide. Its files hold the little of Markdown that a guide needs, so that they read well outside of
 * the program too: one `#` title, `##` headings, paragraphs, `1.` steps, `-` points, `**strong**` and `` `F9` `` for keys.
 */
export function readPage(name: string, source: string): Page {
  const [head = '', ...rest] = source.trim().split(/\n{2,}/);
  return { name, title: head.replace(/^#\s+/, '').trim(), blocks: rest.map(readBlock) };
}

function readBlock(text: string): Block {
  const heading = /^##\s+(.*)$/s.exec(text)?.[1];
  if (heading !== undefined) return { kind: 'heading', text: heading.trim() };
  const items = text.split(/\n(?=(?:\d+\.|-)\s)/);
  const mark = /^(\d+\.|-)\s+/;
  if (!mark.test(text)) return { kind: 'words', spans: readSpans(text) };
  return {
    kind: text.startsWith('-') ? 'points' : 'steps',
    items: items.map((item) => readSpans(item.replace(mark, ''))),
  };
}

function readSpans(text: string): readonly Span[] {
  return text
    .replaceAll(/\s*\n\s*/g, ' ')
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('**')) return { kind: 'strong', text: part.slice(2, -2) };
      if (part.startsWith('`')) return { kind: 'key', text: part.slice(1, -1) };
      return { kind: 'plain', text: part };
    });
}

/** All words of a page, for the search. */
export function wordsOf(page: Page): string {
  return page.blocks
    .flatMap((block) => {
      if (block.kind === 'heading') return [block.text];
      const rows = block.kind === 'words' ? [block.spans] : block.items;
      return rows.map((spans) => spans.map(({ text }) => text).join(''));
    })
    .join(' ');
}
