import type { PaperWish } from '#shared/printing/paper-wish.ts';
import { expect, it } from 'vitest';
import { paperAddress, readPaperAddress } from './paper-address.ts';

const subjectId = '01890a5d-ac96-774b-bcce-b302099a8057';
const wishes: readonly PaperWish[] = [
  { kind: 'receipt', subjectId, options: {} },
  { kind: 'giftReceipt', subjectId, options: { positions: [1, 3] } },
  { kind: 'worksheet8300', subjectId, options: {} },
  {
    kind: 'statement',
    subjectId,
    options: { fromDate: '2026-11-01', toDate: '2026-11-30' } as PaperWish['options'],
  },
];

it.each(wishes)('$kind is found again under its address, which main lets through', (wish) => {
  for (const form of ['roll', 'letter'] as const) {
    const address = paperAddress(wish, form);
    expect(address.kind).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
    expect(address.id).toMatch(/^[\w-]{1,64}$/);
    expect(readPaperAddress(address)).toEqual({ wish, form });
  }
});

it('an address of no paper is none', () => {
  expect(readPaperAddress({ kind: 'roll-invoice', id: subjectId })).toBeUndefined();
  expect(readPaperAddress({ kind: 'receipt', id: subjectId })).toBeUndefined();
});
