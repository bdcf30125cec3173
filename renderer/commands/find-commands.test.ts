import { expect, test } from 'vitest';
import { findCommands, type PaletteEntry } from './find-commands.ts';

const entry = (id: string, ...words: readonly [string, ...string[]]): PaletteEntry => ({
  id,
  words,
  run: () => undefined,
});

const ENTRIES = [
  entry('day.report', 'X report', 'Informe X'),
  entry('drawer', 'Drawer', 'Cajón'),
  entry('park', 'Park or recall', 'Apartar o recuperar'),
  entry('return.all', 'All of it comes back', 'Todo se devuelve'),
];

const ids = (text: string) => findCommands(ENTRIES, text).map(({ id }) => id);

test('a command is found by the beginning of its words, in either language, with or without accents', () => {
  expect(ids('park')).toEqual(['park']);
  expect(ids('rec park')).toEqual(['park']);
  expect(ids('cajon')).toEqual(['drawer']);
  expect(ids('CAJÓN')).toEqual(['drawer']);
});

test('the one that begins with what was typed comes first', () => {
  expect(ids('re')).toEqual(['day.report', 'park']);
  expect(ids('all')).toEqual(['return.all']);
});

test('> asks for commands only, and alone shows all of them', () => {
  expect(ids('>dr')).toEqual(['drawer']);
  expect(ids('>')).toHaveLength(4);
});

test('a digit, a single letter and nothing at all mean people and goods', () => {
  expect([ids('0142'), ids('x'), ids(''), ids('P1-20817')]).toEqual([[], [], [], []]);
});
