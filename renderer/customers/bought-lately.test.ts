import type { CustomerSale } from '#shared/customers/contract.ts';
import { expect, it } from 'vitest';
import { newId } from '../store-client/new-id.ts';
import { boughtInTwelveMonths } from './bought-lately.ts';

const sale = (businessDate: string, totalCents: number, voided = false): CustomerSale => ({
  saleId: newId<'sale'>(),
  number: 'S1-1',
  firstLine: 'Ring',
  lineCount: 1,
  businessDate,
  totalCents,
  voided,
});

it('adds up a year, without void sales and without what is older', () => {
  const sales = [
    sale('2026-11-20', 10_000),
    sale('2026-03-01', 5_000, true),
    sale('2025-11-24', 2_000),
    sale('2025-11-23', 700),
  ];
  expect(boughtInTwelveMonths(sales, '2026-11-23')).toBe(12_000);
  expect(boughtInTwelveMonths([], '2026-11-23')).toBe(0);
});

it('says nothing when the list ends before the year does', () => {
  const many = Array.from({ length: 50 }, () => sale('2026-11-20', 100));
  expect(boughtInTwelveMonths(many, '2026-11-23')).toBeUndefined();
  expect(boughtInTwelveMonths([...many.slice(1), sale('2025-01-01', 100)], '2026-11-23')).toBe(
    4_900,
  );
});
