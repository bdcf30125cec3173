import { describe, expect, it } from 'vitest';
import { catalogueOf, flatten } from '../i18n/catalogues.ts';

const contracts: Readonly<Record<string, string>> = import.meta.glob(
  ['../../shared/*/contract.ts', '../../shared/write-refusal.ts'],
  { eager: true, query: '?raw', import: 'default' },
);

/** Every `code: 'SUCH'` a command may answer, and every issue of a field. */
const codes = [
  ...new Set(
    Object.values(contracts).flatMap((source) =>
      [...source.matchAll(/code: '([A-Z_]+)'|, '([A-Z_]{6,})'\)/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      ),
    ),
  ),
].toSorted();

it('the contracts name refusals', () => {
  expect(codes.length).toBeGreaterThan(40);
  expect(codes).toContain('OVER_SHORT_NEEDS_REASON');
  expect(codes).toContain('PIN_MALFORMED');
});

describe.each(['en', 'es'] as const)('every refusal of the contracts, in %s', (language) => {
  const words = flatten(catalogueOf(language)['refusals'] ?? {});

  it.each(codes)('%s says what happened and what to do next', (code) => {
    expect(words.get(`${code}.what`)).toMatch(/\S/);
    expect(words.get(`${code}.next`)).toMatch(/\S/);
  });
});
