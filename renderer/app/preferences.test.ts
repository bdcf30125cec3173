import { expect, it } from 'vitest';
import { readPreferences } from './preferences.ts';

const plain = {
  locale: null,
  text: '100',
  scheme: null,
  density: 'standard',
  customerDisplay: 'off',
};

it('a window nobody has changed follows the operating system', () => {
  expect(readPreferences(null)).toEqual(plain);
});

it('remembers what was chosen', () => {
  const chosen = {
    locale: 'es',
    text: '125',
    scheme: 'dark',
    density: 'touch',
    customerDisplay: 'on',
  };
  expect(readPreferences(JSON.stringify(chosen))).toEqual(chosen);
});

it('something unreadable or unknown counts as not chosen', () => {
  expect(readPreferences('{')).toEqual(plain);
  expect(readPreferences('7')).toEqual(plain);
  expect(readPreferences('{"locale":"fr","text":"400","scheme":1}')).toEqual(plain);
});
