import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PaperLocale } from '#shared/documents/paper.ts';
import { creditSlipPaper } from '#shared/documents/credit-slip-paper.ts';
import { receiptPaper } from '#shared/documents/receipt-paper.ts';
import { statementPaper } from '#shared/documents/statement-paper.ts';
import { aPaidSale, correctBuyer } from '../../testing/a-correction.ts';
import { aCustomer } from '../../testing/a-customer.ts';
import { aShop, TEST_NOW_MS, type TestShop } from '../../testing/a-shop.ts';
import { creditSlipFacts } from './credit-slip.ts';
import { receiptFacts } from './receipt.ts';
import { statementFacts } from './statement-facts.ts';

let shop: TestShop;
beforeEach(() => {
  shop = aShop();
});
afterEach(() => shop.close());

const marks = { copy: false, demo: false };

test('the receipt of a customer who reads Spanish is in Spanish, whatever the printer is set to', () => {
  const { saleId } = aPaidSale(shop, [['cash', 10_825]]);
  const inLanguage = (printer: PaperLocale) => {
    const facts = receiptFacts(shop.writer, saleId, marks);
    return facts && receiptPaper(facts, printer).locale;
  };
  expect([inLanguage('en'), inLanguage('es')]).toEqual(['en', 'es']);
  expect(correctBuyer(shop, saleId, aCustomer(shop, { language: 'es' })).ok).toBe(true);
  expect([inLanguage('en'), inLanguage('es')]).toEqual(['es', 'es']);
});

test('English on a record is what nobody may have asked: the paper keeps the language of the printer', () => {
  const { saleId } = aPaidSale(shop, [['cash', 10_825]]);
  expect(correctBuyer(shop, saleId, aCustomer(shop)).ok).toBe(true);
  const facts = receiptFacts(shop.writer, saleId, marks);
  expect(facts && receiptPaper(facts, 'es').locale).toBe('es');
});

test('the same holds for a statement and a balance', () => {
  const customerId = aCustomer(shop, { language: 'es' });
  const period = [shop.today, shop.today] as const;
  const statement = statementFacts(shop.writer, customerId, period, TEST_NOW_MS, marks);
  const maker = { registerId: '', staffId: null, nowMs: TEST_NOW_MS };
  const slip = creditSlipFacts(shop.writer, customerId, maker, marks);
  expect(statement && statementPaper(statement, 'en').title).toContain('Estado de cuenta');
  expect(slip && creditSlipPaper(slip, 'en').title).toBe('Saldo de crédito de la tienda');
});
