import { describe, expect, it } from 'vitest';
import { codePagesIn, guideAround, guideIn } from './guide.ts';
import { readPage, wordsOf } from './read-page.ts';
import { indexGuide, searchGuide } from './search-guide.ts';
import { NOTE_TEXTS, pageForAddress, PAGES } from './topics.ts';
import { catalogueOf } from '../i18n/catalogues.ts';

const LANGUAGES = ['en', 'es'] as const;

describe.each(LANGUAGES)('the guide for the counter in %s', (language) => {
  const guide = guideIn(language);
  const codes = codePagesIn(language);
  const index = indexGuide([...guide, ...codes]);

  it('has every page of its contents, each with a title and words', () => {
    expect(guide.map(({ name }) => name)).toEqual(PAGES);
    expect(guide.filter(({ title, blocks }) => title === '' || blocks.length < 2)).toEqual([]);
  });

  it('has the same parts in both languages', () => {
    const shape = (pages: typeof guide) =>
      pages.map(({ blocks }) =>
        blocks.map((block) =>
          block.kind === 'words'
            ? 'words'
            : block.kind === 'heading'
              ? 'heading'
              : `${block.kind} ${block.items.length}`,
        ),
      );
    expect(shape(guide)).toEqual(shape(guideIn(language === 'en' ? 'es' : 'en')));
  });

  it('explains every code that can be shown, with what to do and the page around it', () => {
    const known = [...Object.keys(catalogueOf('en')['refusals'] ?? {}), ...Object.keys(NOTE_TEXTS)];
    const named = new Set(codes.map(({ name }) => name));
    expect(known.filter((code) => !named.has(code))).toEqual([]);
    const bare = codes.filter(({ blocks }) => blocks.length < 2);
    expect(bare.map(({ name }) => name)).toEqual([]);
    expect(codes.filter(({ name }) => guideAround(name, guide) === undefined)).toEqual([]);
  });

  it('no page shows the place of a value instead of words', () => {
    expect([...guide, ...codes].filter((page) => wordsOf(page).includes('{{'))).toEqual([]);
  });

  it('finds a code by itself and every page by its title', () => {
    expect(searchGuide(index, 'SALE_UNDERTENDERED')[0]?.name).toBe('SALE_UNDERTENDERED');
    const lost = guide.filter(({ title, name }) => searchGuide(index, title)[0]?.name !== name);
    expect(lost.map(({ name }) => name)).toEqual([]);
  });
});

it('what a cashier would type leads to the right page, with or without accents', () => {
  const english = indexGuide(guideIn('en'));
  const spanish = indexGuide(guideIn('es'));
  expect(searchGuide(english, 'gift card')[0]?.name).toBe('gift-cards');
  expect(searchGuide(english, 'forgot pin')[0]?.name).toBe('staff');
  expect(searchGuide(english, 'printer').map(({ name }) => name)).toContain('receipts');
  expect(searchGuide(spanish, 'devolucion')[0]?.name).toBe('returns');
  expect(searchGuide(english, 'zeppelin')).toEqual([]);
});

it('F1 opens the page of the screen one is on', () => {
  expect(pageForAddress('/sell')).toBe('sell');
  expect(pageForAddress('/sell/quotes/123')).toBe('quotes');
  expect(pageForAddress('/settings/taxes/here')).toBe('taxes');
  expect(pageForAddress('/welcome')).toBe('first-steps');
});

it('reads headings, steps over several lines, points, strong words and keys', () => {
  const page = readPage('x', '# Title\n\nOne `F9`\nand **two**.\n\n1. a\n2. b\n   c\n\n- d');
  expect(page.title).toBe('Title');
  expect(page.blocks.map(({ kind }) => kind)).toEqual(['words', 'steps', 'points']);
  expect(wordsOf(page)).toBe('One F9 and two. a b c d');
});
