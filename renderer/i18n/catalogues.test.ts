import { describe, expect, it } from 'vitest';
import { catalogueOf, flatten, placeholdersOf } from './catalogues.ts';
import { pseudoText } from './pseudo.ts';

const english = catalogueOf('en');
const spanish = catalogueOf('es');

const PLURAL = /_(zero|one|two|few|many|other)$/;

it('both languages have the same areas', () => {
  expect(Object.keys(spanish).toSorted()).toEqual(Object.keys(english).toSorted());
});

describe.each(Object.keys(english))('the texts of %s', (area) => {
  const en = flatten(english[area] ?? {});
  const es = flatten(spanish[area] ?? {});

  it('exist in both languages', () => {
    expect([...es.keys()].toSorted()).toEqual([...en.keys()].toSorted());
  });

  it('name the same placeholders in both languages', () => {
    const differing = [...en].filter(
      ([key, text]) => placeholdersOf(text).join() !== placeholdersOf(es.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('are never empty or padded', () => {
    const bad = [...en, ...es].filter(([, text]) => text.trim() === '' || text !== text.trim());
    expect(bad.map(([key]) => key)).toEqual([]);
  });

  it('have one and many where they count', () => {
    const counted = [...en.keys()]
      .filter((key) => PLURAL.test(key))
      .map((key) => key.replace(PLURAL, ''));
    const missing = counted.filter((key) => !en.has(`${key}_one`) || !en.has(`${key}_other`));
    expect(missing).toEqual([]);
  });
});

it('the pseudo-language is 40 % longer and keeps every placeholder', () => {
  const texts = Object.values(english).flatMap((words) => [...flatten(words).values()]);
  for (const text of texts) {
    const pseudo = pseudoText(text);
    expect(placeholdersOf(pseudo)).toEqual(placeholdersOf(text));
    const bare = text.replaceAll(/\{\{[^}]*\}\}/g, '').length;
    expect(pseudo.length - text.length).toBeGreaterThanOrEqual(Math.floor(bare * 0.4));
  }
});
