import { describe, expect, test } from 'vitest';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { encodePaper } from '#electron/store/printing/escpos.ts';
import { LetterView } from '#renderer/documents/letter-view.tsx';
import { letterText } from '#shared/documents/letter-text.ts';
import { type Paper, PAPER_COLUMNS, type PaperLocale } from '#shared/documents/paper.ts';
import { paperText, paperTextLines } from '#shared/documents/paper-text.ts';
import { decodeEscpos } from '#tools/printer/decode-escpos.ts';
import { printedLines } from '#tools/printer/printed-lines.ts';
import { COUNTER_PAPERS } from './counter-samples.ts';
import { SAMPLE_PAPERS } from './paper-samples.ts';

/** Wide enough that no word of a sample is broken. */
const NO_BREAKS = 120;

const LOCALES: readonly PaperLocale[] = ['en', 'es'];
const papers = Object.entries(COUNTER_PAPERS).flatMap(([name, sample]) =>
  LOCALES.map((locale) => ({ name, locale, paper: sample(locale) })),
);

describe.each(papers)('$name in $locale', ({ name, locale, paper }) => {
  test.each(PAPER_COLUMNS)(
    'reads on %i columns as it always did, and prints so',
    async (columns) => {
      await expect(paperText(paper, columns)).toMatchFileSnapshot(
        `golden/${name}/${locale}-${columns}.txt`,
      );
      const bytes = encodePaper(paper, { columns, family: 'epson' });
      const lines = paperTextLines(paper, columns);
      expect(printedLines(decodeEscpos(bytes), columns)).toEqual(
        lines.slice(0, lines.findLastIndex((line) => line !== '') + 1),
      );
    },
  );

  test('reads on a letter sheet as it always did', async () => {
    await expect(letterText(paper)).toMatchFileSnapshot(`golden/${name}/${locale}-letter.txt`);
  });
});

/** What is said, whatever the breaks: words in order of the alphabet, without rules and lines to sign on. */
function saidBy(text: string): string[] {
  return text
    .split(/[\s·]+/)
    .filter((word) => !/^(?:[─═_|]*|\[QR\])$/.test(word))
    .toSorted();
}

/** The words of the sheet as the preview draws it. */
function saidByPreview(paper: Paper): string[] {
  const markup = renderToStaticMarkup(createElement(LetterView, { paper }));
  const text = markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'");
  return saidBy(text);
}

describe('a letter sheet', () => {
  const all = [
    ...papers.map(({ name, locale, paper }) => ({ title: `${name} ${locale}`, paper })),
    ...Object.entries(SAMPLE_PAPERS)
      .filter(([name]) => name !== 'test-page')
      .map(([title, paper]) => ({ title, paper })),
  ];

  test.each(all)('$title says in the preview what its text says, and no more', ({ paper }) => {
    expect(saidByPreview(paper)).toEqual(saidBy(letterText(paper)));
  });

  test.each(all)('$title says what the roll says, but for headings of columns', ({ paper }) => {
    const headings = paper.blocks.flatMap((block) =>
      block.type === 'table' ? block.columns.flatMap(({ label }) => label.split(' ')) : [],
    );
    const onSheet = new Set(saidBy(letterText(paper)));
    const missing = saidBy(paperText(paper, NO_BREAKS)).filter((word) => !onSheet.has(word));
    expect(missing.filter((word) => !headings.includes(word))).toEqual([]);
  });
});
