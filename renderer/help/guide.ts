import { catalogueOf, flatten, type Language } from '../i18n/catalogues.ts';
import { type Page, readPage } from './read-page.ts';
import { guidePageOf, NOTE_TEXTS, PAGES } from './topics.ts';

const files: Readonly<Record<string, string>> = import.meta.glob<string>('./{en,es}/*.md', {
  eager: true,
  import: 'default',
  query: '?raw',
});

/** The user guide in one language, in the order of its table of contents. */
export function guideIn(language: Language): readonly Page[] {
  return PAGES.flatMap((name) => {
    const source = files[`./${language}/${name}.md`];
    return source === undefined ? [] : [readPage(name, source)];
  });
}

/** Every code the program can show, each with a page of its own, made of the sentences the message itself has. */
export function codePagesIn(language: Language): readonly Page[] {
  const catalogue = catalogueOf(language);
  const texts = flatten(catalogue['refusals'] ?? {});
  const codes = Object.keys(catalogue['refusals'] ?? {});
  const shared = (key: string) => {
    const [area = '', rest = ''] = key.split(':');
    return flatten(catalogue[area] ?? {}).get(rest) ?? '';
  };
  return [
    ...codes.map((code) =>
      codePage(code, texts.get(`${code}.what`) ?? code, texts.get(`${code}.next`) ?? ''),
    ),
    ...Object.entries(NOTE_TEXTS)
      .filter(([code]) => !codes.includes(code))
      .map(([code, [what, next]]) => codePage(code, shared(what), shared(next))),
  ];
}

/** A sentence with amounts and names in it, told without them. */
function withoutValues(text: string): string {
  return text.replaceAll(/\{\{\w+\}\}/g, '…');
}

function codePage(code: string, what: string, next: string): Page {
  const words = [what, next].map(withoutValues).filter((text) => text !== '');
  return {
    name: code,
    title: code,
    blocks: words.map((text) => ({ kind: 'words', spans: [{ kind: 'plain', text }] })),
  };
}

/** The page of the guide around a code: where the whole matter is told. */
export function guideAround(code: string, guide: readonly Page[]): Page | undefined {
  const name = guidePageOf(code);
  return guide.find((page) => page.name === name);
}
