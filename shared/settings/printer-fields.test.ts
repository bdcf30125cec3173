import { expect, test } from 'vitest';
import { printerFields } from './contract.ts';

test.each([
  { connection: { kind: 'system', queue: '-oraw' } },
  { connection: { kind: 'system', queue: '' } },
  { connection: { kind: 'network', host: 'a b', port: 9100 } },
  { connection: { kind: 'network', host: 'printer', port: 0 } },
  { host: 'a b', port: 9100 },
])('%j is no printer', (where) => {
  const printer = { ...where, columns: 48, drawer: false, locale: 'en' };
  expect(printerFields.safeParse(printer).success).toBe(false);
});

test.each(['Receipts', 'EPSON TM-T88VI Receipt', '\\\\counter-pc\\TM-T20', "Ana's printer"])(
  'a queue may be called %s',
  (queue) => {
    const printer = {
      connection: { kind: 'system', queue },
      columns: 48,
      drawer: false,
      locale: 'en',
    };
    expect(printerFields.safeParse(printer).success).toBe(true);
  },
);
