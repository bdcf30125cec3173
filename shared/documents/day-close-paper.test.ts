import { expect, test } from 'vitest';
import { type DayCloseFacts, dayClosePaper } from './day-close-paper.ts';
import { paperTextLines } from './paper-text.ts';

const Z: DayCloseFacts = {
  report: 'Z',
  store: { name: 'Marlowe & Sons', addressLines: [], phone: '', footer: '' },
  number: 'Z1-31',
  registerName: 'Register 1',
  zone: 'America/Chicago',
  businessDate: '2026-11-23',
  openedAtMs: Date.UTC(2026, 10, 23, 15, 2),
  openedBy: 'AM',
  closedAtMs: Date.UTC(2026, 10, 24, 0, 11),
  closedBy: 'RK',
  salesCount: 0,
  subtotalCents: 0,
  discountCents: 0,
  netCents: 0,
  taxCents: 0,
  totalCents: 0,
  voids: { count: 0, totalCents: 0 },
  taxes: [],
  tenders: [],
  floatCents: 20_000,
  cashSalesCents: 0,
  movements: [],
  expectedCents: 20_000,
  countedCents: 20_000,
  overShortCents: 0,
  copy: false,
  demo: false,
};

const lines = (facts: DayCloseFacts, locale: 'en' | 'es') =>
  paperTextLines(dayClosePaper(facts, locale), 42).map((line) => line.replaceAll(/ {2,}/g, '  '));

test('the Z says what stays in the drawer and what goes to the bank, in both languages', () => {
  const facts = { ...Z, leftCents: 15_000, toBankCents: 5000 };
  expect(lines(facts, 'en')).toEqual(
    expect.arrayContaining(['Left in drawer  $150.00', 'Cash to the bank  $50.00']),
  );
  expect(lines(facts, 'es')).toEqual(
    expect.arrayContaining(['Se deja en el cajón  $150.00', 'Efectivo al banco  $50.00']),
  );
});

test('an empty bag for the bank is said too', () => {
  expect(lines({ ...Z, leftCents: 20_000, toBankCents: 0 }, 'en')).toContain(
    'Cash to the bank  $0.00',
  );
});

test('a Z of before these were kept prints without them', () => {
  const text = lines(Z, 'en').join('\n');
  expect(text).toContain('Counted  $200.00');
  expect(text).not.toMatch(/Left in drawer|bank/);
});

test('a reason is said as the books know it, with the words beside it, and one that was erased says so', () => {
  const at = { atMs: Z.openedAtMs, by: 'AM', amountCents: 500 };
  const facts: DayCloseFacts = {
    ...Z,
    movements: [
      { ...at, kind: 'paid_out', reasonCode: 'postage', reason: '' },
      { ...at, kind: 'paid_out', reasonCode: 'other', reason: 'Flowers' },
      { ...at, kind: 'drop', reason: '' },
    ],
    overShortCents: -100,
    overShortReason: '',
    voided: [{ number: 'S1-7', totalCents: 100, atMs: Z.openedAtMs, by: 'AM', reason: '' }],
    accounts: [{ account: 'paid_out', detail: 'postage', amountCents: 500 }],
  };
  const text = lines(facts, 'en').join('\n');
  expect(text).toContain('9:02 AM · AM · Postage');
  expect(text).toContain('Other: Flowers');
  expect(text).toContain('9:02 AM · AM · (erased)');
  expect(text).toContain('Reason: (erased)');
  expect(text).toContain('Paid out · Postage');
  expect(lines(facts, 'es').join('\n')).toContain('(borrado)');
});

test('a department says how its net came about, where something came off', () => {
  const department = { name: 'Rings', count: 3, netCents: 8000 };
  const told = { grossCents: 10_000, discountCents: 500, returnsCents: 1500 };
  const text = lines({ ...Z, departments: [{ ...department, ...told }] }, 'en').join('\n');
  expect(text).toContain('Rings (3)');
  for (const word of ['Gross $100.00', 'Discounts -$5.00', 'Returns -$15.00'])
    expect(text).toContain(word);
  expect(lines({ ...Z, departments: [department] }, 'en').join('\n')).not.toContain('Gross');
});

test('what was corrected, what is recognised and what nobody charged are told', () => {
  const text = lines(
    {
      ...Z,
      recognisedCents: 12_300,
      moneyTakenCents: 45_600,
      corrections: [{ number: 'S1-9', kind: 'tender', by: 'RK', atMs: Z.openedAtMs }],
      uncollected: [{ number: 'S1-8', tender: 'card', amountCents: 700 }],
      batches: [{ terminal: '', brand: '', batchCents: 5, oursCents: 5 }],
    },
    'en',
  ).join('\n');
  for (const word of [
    'Sales recognized  $123.00',
    'Money taken  $456.00',
    'How it was paid',
    'S1-8 · Card  $7.00',
    'All cards',
  ])
    expect(text).toContain(word);
});
