import { type FlatBlock, textBlock } from './paper.ts';
import type { PaperTexts } from './texts/paper-texts.ts';

/** What the store says of itself at the head and foot of every paper. */
export interface PaperStore {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly phone: string;
  /** The refund policy and a thank you; may hold line feeds. */
  readonly footer: string;
}

/** DEMO, VOID, COPY: in that order, the gravest on top. */
export function markBlocks(
  {
    demo,
    voided,
    copy,
  }: { readonly demo: boolean; readonly voided: boolean; readonly copy: boolean },
  texts: PaperTexts,
): FlatBlock[] {
  const marks: FlatBlock[] = [];
  if (demo) {
    marks.push({ type: 'mark', text: texts.demoMark });
    marks.push(textBlock(texts.demoNotice, { align: 'center' }));
  }
  if (voided) marks.push({ type: 'mark', text: texts.voidMark });
  if (copy) marks.push({ type: 'mark', text: texts.copyMark });
  return marks.length > 0 ? [...marks, { type: 'space', lines: 1 }] : [];
}

/** Name, address and phone, centred; what the store has not told yet is left out. */
export function storeBlocks(store: PaperStore): FlatBlock[] {
  const lines = [...store.addressLines, store.phone].filter((line) => line.trim() !== '');
  return [
    { type: 'logo', text: store.name },
    ...lines.map((line) => textBlock(line, { align: 'center' })),
    { type: 'space', lines: 1 },
  ];
}

/** The store's policy and thanks, centred, with a blank line after it; nothing where none is written. */
export function footerBlocks(store: PaperStore): FlatBlock[] {
  const footer = store.footer.trim();
  if (footer === '') return [];
  return [textBlock(footer, { align: 'center' }), { type: 'space', lines: 1 }];
}
