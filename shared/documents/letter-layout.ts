import type { FlatBlock, Paper } from './paper.ts';
import { printableLines, printableText } from './printable-text.ts';

/**
 * A paper on a letter sheet: the same blocks, with the store on the left of the head and the document on the right.
 * All texts are printable. No ruler, no cut, and no blank line at an edge, for a sheet has margins of its own.
 */
export interface LetterSheet {
  /** COPY, VOID, DEMO. */
  readonly marks: readonly LetterBlock[];
  readonly store: readonly LetterBlock[];
  readonly document: readonly LetterBlock[];
  readonly body: readonly LetterBlock[];
}

export type LetterBlock = Exclude<FlatBlock, { readonly type: 'ruler' | 'cut' }>;

/** Sets a paper on a letter sheet. A paper without a head block keeps everything in its body. */
export function layoutLetter(paper: Paper): LetterSheet {
  const headAt = paper.blocks.findIndex((block) => block.type === 'head');
  const head = paper.blocks[headAt];
  const flat = paper.blocks.flatMap((block) => (block.type === 'head' ? [] : [block]));
  const marks = flat.slice(0, Math.max(0, headAt));
  const rest = flat.slice(Math.max(0, headAt));
  const codes = rest.filter(isOfDocument);
  return {
    marks: sheetBlocks(marks),
    store: sheetBlocks(head?.type === 'head' ? head.store : []),
    document: sheetBlocks(head?.type === 'head' ? [...head.document, ...codes] : codes),
    body: sheetBlocks(rest.filter((block) => !isOfDocument(block))),
  };
}

function isOfDocument(block: FlatBlock): boolean {
  return block.type === 'barcode' && block.ofDocument === true;
}

function sheetBlocks(blocks: readonly FlatBlock[]): LetterBlock[] {
  const kept = blocks.flatMap((block) =>
    block.type === 'ruler' || block.type === 'cut' ? [] : [printableBlock(block)],
  );
  return kept.filter((block, index) => {
    if (block.type !== 'space') return true;
    const next = kept[index + 1];
    return index > 0 && next !== undefined && next.type !== 'space';
  });
}

function printableBlock(block: LetterBlock): LetterBlock {
  switch (block.type) {
    case 'logo':
    case 'mark':
    case 'title':
    case 'heading':
      return { ...block, text: printableText(block.text) };
    case 'text':
      return { ...block, text: printableLines(block.text).join('\n') };
    case 'row':
    case 'total':
      return { ...block, left: printableText(block.left), right: printableText(block.right) };
    case 'item':
      return {
        ...block,
        description: printableText(block.description),
        amount: printableText(block.amount),
        notes: block.notes.map(printableText),
      };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, label: printableText(column.label) })),
        rows: block.rows.map((row) => row.map(printableText)),
      };
    case 'signature':
    case 'fillIn':
      return { ...block, label: printableText(block.label) };
    case 'rule':
    case 'space':
    case 'barcode':
    case 'qr':
      return block;
  }
}
