import { describe, expect, it } from 'vitest';
import { belongsToField, chordLabel, chordOf, isFunctionKey } from './chord.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
  code = '',
) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('the name of a key press', () => {
  it.each([
    [press('F9'), 'F9'],
    [press('Escape'), 'Esc'],
    [press('k', { ctrlKey: true }), 'Ctrl+K'],
    [press('k', { metaKey: true }), 'Ctrl+K'],
    [press('Enter', { ctrlKey: true }), 'Ctrl+Enter'],
    [press('?', { shiftKey: true }), '?'],
    [press('z', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Z'],
    [press('c'), 'C'],
    [press('C', { shiftKey: true }), 'C'],
    [press('¡', { altKey: true }, 'Digit1'), 'Alt+1'],
    [press(' '), 'Space'],
    [press('['), '['],
  ])('%o is %s', (event, chord) => {
    expect(chordOf(event)).toBe(chord);
  });

  it('a modifier alone or a dead key is none', () => {
    expect(chordOf(press('Shift', { shiftKey: true }))).toBeUndefined();
    expect(chordOf(press('Dead'))).toBeUndefined();
  });
});

it('letters, Enter and Ctrl+Z belong to a field; function keys, Esc and Ctrl+K do not', () => {
  expect(['C', '/', 'Enter', 'Ctrl+Z', '↓', 'Del', 'Space'].every(belongsToField)).toBe(true);
  expect(['F9', 'Esc', 'Ctrl+K', 'Alt+1', 'Ctrl+Enter'].some(belongsToField)).toBe(false);
});

it('F1 to F12 are kept from the browser, F13 is not ours', () => {
  expect(['F1', 'F5', 'F12', 'Shift+F10'].every(isFunctionKey)).toBe(true);
  expect(isFunctionKey('F13')).toBe(false);
});

it('is printed as on the keyboard', () => {
  expect(chordLabel('Ctrl+Enter')).toBe('Ctrl ↵');
  expect(chordLabel('+')).toBe('+');
});
