import { describe, expect, it } from 'vitest';
import css from './tokens.css?raw';

type Theme = Readonly<Record<string, string>>;

/** The colours of the first block that starts with this selector. */
function themeOf(selector: string): Theme {
  const from = css.indexOf(selector);
  const block = css.slice(css.indexOf('{', from) + 1, css.indexOf('}', from));
  const pairs = [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/gi)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
}

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio of two colours. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['bg', 'surface', 'sunken'];
const TONES = ['gold', 'success', 'warning', 'danger', 'info', 'accent'];

/** Every pair of words and ground the parts use. */
const TEXT_PAIRS: readonly (readonly [string, string])[] = [
  ...GROUNDS.flatMap((ground) => [
    ['text', ground] as const,
    ['muted', ground] as const,
    ['accent', ground] as const,
  ]),
  ...TONES.flatMap((tone) => [
    [tone, 'surface'] as const,
    [tone, `${tone}-soft`] as const,
    ['text', `${tone}-soft`] as const,
  ]),
  ...TONES.map((tone) => ['muted', `${tone}-soft`] as const),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['surface', 'text'],
];

const themes = {
  light: themeOf(':root {'),
  dark: themeOf(":root[data-mantine-color-scheme='dark']"),
};

describe.each(Object.entries(themes))('the %s theme', (_, theme) => {
  const ratio = ([ink, ground]: readonly [string, string]) =>
    contrast(theme[ink] ?? '', theme[ground] ?? '');

  it('has every colour of the table', () => {
    expect(Object.keys(theme).toSorted()).toEqual(Object.keys(themes.light).toSorted());
    expect(Object.keys(theme)).toHaveLength(23);
  });

  it.each(TEXT_PAIRS)('%s on %s passes AA', (ink, ground) => {
    expect(ratio([ink, ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GROUNDS)('body text on %s passes AAA', (ground) => {
    expect(ratio(['text', ground])).toBeGreaterThanOrEqual(7);
  });

  it.each([
    ['control', 'surface'],
    ['control', 'bg'],
    ['focus', 'surface'],
    ['focus', 'bg'],
    ['accent', 'bg'],
  ] as const)('the edge %s on %s can be seen (3:1)', (edge, ground) => {
    expect(ratio([edge, ground])).toBeGreaterThanOrEqual(3);
  });
});

it('the measure knows the two ends of the scale', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
