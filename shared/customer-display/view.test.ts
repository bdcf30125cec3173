import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '../money.ts';
import { type CustomerView, readCustomerView } from './view.ts';

const sale: CustomerView = {
  kind: 'sale',
  lines: [{ words: 'Solitaire 0.7 ct', quantityThousandths: 1000, amountCents: cents(129_900) }],
  taxCents: cents(10_717),
  totalCents: cents(140_617),
};

test('a view of the sale comes through as it is', () => {
  expect(readCustomerView(sale)).toEqual(sale);
});

test('a cost, a note or a name that rides along is left behind', () => {
  const [line] = sale.lines;
  const sly = {
    ...sale,
    customer: 'Rosa Delgado',
    note: 'pays late',
    lines: [{ ...line, costCents: 61_000, note: 'keystone', soldBy: 'AR' }],
  };
  expect(readCustomerView(sly)).toEqual(sale);
});

test('whatever a page sends is a view of known fields or nothing', () => {
  const known = new Set([
    'kind',
    'storeName',
    'lines',
    'taxCents',
    'totalCents',
    'changeCents',
    'words',
    'quantityThousandths',
    'amountCents',
  ]);
  const namesIn = (value: unknown): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, inner]) => [
          ...(Array.isArray(value) ? [] : [name]),
          ...namesIn(inner),
        ])
      : [];
  const kind = fc.constantFrom('idle', 'sale', 'thanks', 'cost');
  const line = fc.record({
    words: fc.string(),
    quantityThousandths: fc.integer(),
    amountCents: fc.integer(),
    costCents: fc.integer(),
  });
  const anything = fc.record({
    kind,
    storeName: fc.string(),
    lines: fc.array(fc.oneof(line, fc.anything())),
    taxCents: fc.oneof(fc.integer(), fc.double()),
    totalCents: fc.integer(),
    changeCents: fc.integer(),
    costCents: fc.integer(),
    customer: fc.string(),
  });
  fc.assert(
    fc.property(fc.oneof(anything, fc.anything()), (value) => {
      const strange = namesIn(readCustomerView(value)).filter((name) => !known.has(name));
      expect(strange).toEqual([]);
    }),
  );
});
