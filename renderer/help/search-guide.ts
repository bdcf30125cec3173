import { fold } from '../commands/find-commands.ts';
import { type Page, wordsOf } from './read-page.ts';

/** Words of a title say more about a page than words in it; whole words more than beginnings. */
const TITLE_WEIGHT = 8;
const WHOLE_WEIGHT = 2;
const WHOLE_TITLE = 100;

interface Indexed {
  readonly page: Page;
  readonly title: readonly string[];
  readonly words: readonly string[];
}

export type GuideIndex = readonly Indexed[];

/** Prepares pages for the search: folded, so that accents and capitals do not matter. */
export function indexGuide(pages: readonly Page[]): GuideIndex {
  return pages.map((page) => ({
    page,
    title: fold(`${page.title} ${page.name.replaceAll('_', ' ')}`).split(' '),
    words: fold(wordsOf(page)).split(' '),
  }));
}

/** Pages in which every typed word begins a word, the likeliest first. Nothing typed: all, in their order. */
export function searchGuide(index: GuideIndex, text: string): readonly Page[] {
  const asked = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  if (asked.length === 0) return index.map(({ page }) => page);
  return index
    .map((each) => ({ page: each.page, scores: scoresOf(asked, each) }))
    .filter(({ scores }) => scores.every((score) => score > 0))
    .toSorted((a, b) => sum(b.scores) - sum(a.scores))
    .map(({ page }) => page);
}

/** One score for each typed word; the first is raised where the title begins with all of them. */
function scoresOf(asked: readonly string[], { title, words }: Indexed): readonly number[] {
  const begins = title.join(' ').startsWith(asked.join(' ')) ? WHOLE_TITLE : 0;
  return asked.map(
    (word, index) =>
      TITLE_WEIGHT * hits(word, title) + hits(word, words) + (index === 0 ? begins : 0),
  );
}

function hits(word: string, among: readonly string[]): number {
  return sum(among.map((each) => (each === word ? WHOLE_WEIGHT : each.startsWith(word) ? 1 : 0)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
