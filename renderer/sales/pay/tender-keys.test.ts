import { expect, test } from 'vitest';
import { createTenderKeys } from './tender-keys.ts';

/** A clock that only runs when told. */
function aTill() {
  const chosen: string[] = [];
  let nowMs = 0;
  let due: { readonly atMs: number; readonly act: () => void } | undefined;
  const keys = createTenderKeys(
    (kind) => chosen.push(kind),
    (act, ms) => {
      due = { atMs: nowMs + ms, act };
      return () => {
        due = undefined;
      };
    },
  );
  const pass = (ms: number) => {
    nowMs += ms;
    if (due && due.atMs <= nowMs) {
      const { act } = due;
      due = undefined;
      act();
    }
  };
  const type = (text: string, gapMs: number) =>
    [...text].map((key) => {
      pass(gapMs);
      return keys.press(key, nowMs);
    });
  return { chosen, pass, type, flush: keys.flush };
}

test('K is the card and C the cash, in either case, and neither reaches the amount', () => {
  const till = aTill();
  expect(till.type('Kc', 120)).toEqual([true, true]);
  till.pass(100);
  expect(till.chosen).toEqual(['card', 'cash']);
});

test('every tender has its letter', () => {
  const till = aTill();
  till.type('khgsaflco', 120);
  till.pass(100);
  expect(till.chosen).toEqual([
    'card',
    'check',
    'gift_card',
    'store_credit',
    'house_account',
    'finance',
    'lease',
    'cash',
    'other',
  ]);
});

test('digits are left to the amount', () => {
  expect(aTill().type('20.5', 120)).toEqual([false, false, false, false]);
});

test.each(['P1-20817K', 'K1-7', 'C1-K2C', 'KK-44', '7K3M-Q0ZD-V9T2A', 'HGSAFLO'])(
  'a scan of %s changes no tender',
  (code) => {
    const till = aTill();
    till.pass(1000);
    till.type(code, 8);
    till.pass(1000);
    expect(till.chosen).toEqual([]);
  },
);

test('K and then F9 at once is a card sale, and counts once', () => {
  const till = aTill();
  till.type('k', 120);
  till.flush();
  till.pass(100);
  expect(till.chosen).toEqual(['card']);
});
