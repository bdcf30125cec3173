import { describe, expect, test } from 'vitest';
import { listPromises, listProofs } from './scan.ts';

describe('promises in doc comments', () => {
  test('belong to the symbol that the comment stands over', () => {
    const text =
      '/**\n * Makes a sale final.\n *\n * M1: payments - change = total (M8).\n */\nexport function completeSale() {}\n';
    expect(listPromises('db/sales/complete-sale.ts', text)).toEqual([
      { id: 'M1', file: 'db/sales/complete-sale.ts', what: 'completeSale' },
      { id: 'M8', file: 'db/sales/complete-sale.ts', what: 'completeSale' },
    ]);
  });

  test('may be several in a row, and may end the sentence', () => {
    const text =
      '/** The one write path (I4, I6). */\nexport class Writer {\n  /** A fact stands. I8. */\n  insert() {}\n}';
    expect(listPromises('w.ts', text).map(({ id, what }) => `${id} ${what}`)).toEqual([
      'I4 Writer',
      'I6 Writer',
      'I8 insert',
    ]);
  });

  test('are not paper sizes, control characters or line comments', () => {
    const text = '/** Prints on A4 paper, drops C0 and C1 controls. */\nconst a = 1; // M1: no\n';
    expect(listPromises('a.ts', text)).toEqual([]);
  });
});

describe('proofs in test titles', () => {
  test('start with one id or several', () => {
    const text =
      'test(\'M1: change comes from cash\', () => {});\ntest.each(kinds)(\n  "I9, M8: never one number twice", () => {});';
    expect(listProofs('a.test.ts', text)).toEqual([
      { id: 'M1', file: 'a.test.ts', what: 'change comes from cash' },
      { id: 'I9', file: 'a.test.ts', what: 'never one number twice' },
      { id: 'M8', file: 'a.test.ts', what: 'never one number twice' },
    ]);
  });

  test('are not titles that only mention an id', () => {
    expect(listProofs('a.test.ts', "test('change is due, see M1: cash', () => {});")).toEqual([]);
  });
});
