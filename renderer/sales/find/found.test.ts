import { expect, test } from 'vitest';
import type { CustomerSummary } from '#shared/customers/contract.ts';
import type { CustomerId, PieceId, SaleId } from '#shared/ids.ts';
import type { SaleSummary } from '#shared/sales/contract.ts';
import type { PieceSummary } from '#shared/stock/contract.ts';
import { type Answered, enterOpens, flattenHits, onlyMeant, withCommands } from './found.ts';

const customer = (id: string) => ({ customerId: id as CustomerId }) as CustomerSummary;
const piece = (id: string) => ({ pieceId: id as PieceId }) as PieceSummary;
const sale = (id: string) => ({ saleId: id as SaleId }) as SaleSummary;

const answered = (text: string, ...ids: readonly string[]): Answered => ({
  text,
  found: flattenHits({ customers: ids.map(customer), pieces: [], sales: [] }),
});

test('documents stand before people, people before goods, each with a name of its own', () => {
  const found = flattenHits({
    customers: [customer('1')],
    pieces: [piece('1')],
    sales: [sale('1')],
  });
  expect(found.map((item) => item.key)).toEqual(['sale 1', 'customer 1', 'piece 1']);
});

test('Enter opens the one that is left, and nothing while two are', () => {
  expect(enterOpens(answered('0142', 'rosa'), '0142')).toMatchObject({ key: 'customer rosa' });
  expect(enterOpens(answered('0142', 'rosa', 'ana'), '0142')).toBeUndefined();
  expect(enterOpens(answered('0142'), '0142')).toBeUndefined();
});

test('an answer to what was typed before opens nobody: Enter waits for the right one', () => {
  expect(enterOpens(answered('014', 'ben'), '0142')).toBe('wait');
  expect(enterOpens(undefined, '0142')).toBe('wait');
  expect(enterOpens(answered('', 'ben'), ' ')).toBeUndefined();
});

const park = { id: 'park', words: ['Park'] as const, run: () => undefined };
const drawer = { id: 'drawer', words: ['Drawer'] as const, run: () => undefined };

test('Enter takes the one person also when commands have such a word, and a command when it is alone', () => {
  const [rosa] = flattenHits({ customers: [customer('rosa')], pieces: [], sales: [] });
  if (rosa === undefined) throw new Error('Rosa is missing');
  expect(onlyMeant(withCommands([rosa], [park, drawer]), false)).toBe(rosa);
  expect(onlyMeant(withCommands([], [park]), false)).toMatchObject({ key: 'command park' });
  expect(onlyMeant(withCommands([], [park, drawer]), false)).toBeUndefined();
  expect(onlyMeant(withCommands([], [park, drawer]), true)).toMatchObject({ key: 'command park' });
});
