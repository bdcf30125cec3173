import { describe, expect, it } from 'vitest';
import { catalogueOf, flatten } from '../i18n/catalogues.ts';
import { actionsFor, REFUSAL_ACTIONS } from './refusal-actions.ts';

const codes = Object.keys(REFUSAL_ACTIONS);

describe.each(['en', 'es'] as const)('a store that did not open, in %s', (language) => {
  const words = flatten(catalogueOf(language)['refusals'] ?? {});

  it.each(codes)('%s says what happened and what to do', (code) => {
    expect(words.get(`${code}.what`)).toMatch(/\S/);
    expect(words.get(`${code}.next`)).toMatch(/\S/);
  });
});

it('every refusal leaves at least one way out', () => {
  for (const actions of Object.values(REFUSAL_ACTIONS)) expect(actions.length).toBeGreaterThan(0);
});

it('a lost tail can be restored, or gone on without, but never just tried again', () => {
  expect(actionsFor({ code: 'TAIL_LOST', newest: 10, witnessed: 12 })).toEqual(['restore', 'goOn']);
});

it('a missing key asks for the printed code first', () => {
  expect(actionsFor({ code: 'KEY_MISSING' })[0]).toBe('useCode');
  expect(actionsFor({ code: 'KEY_DAMAGED' })[0]).toBe('useCode');
});
