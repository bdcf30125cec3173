import { readExchangeCode } from '#shared/documents/exchange-code.ts';

/** What one field may hold: the code or number of a receipt, or a stock number. */
export function marksOf(typed: string): { readonly text?: string; readonly stockNumber?: string } {
  const text = typed.trim();
  if (text === '') return {};
  const isReceipt = /^s\d{1,4}[a-z]{0,3}-/i.test(text) || readExchangeCode(text) !== undefined;
  return isReceipt ? { text } : { stockNumber: text };
}
