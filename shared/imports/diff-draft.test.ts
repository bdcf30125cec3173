import { expect, test } from 'vitest';
import { cents, ONE, type Thousandths } from '../money.ts';
import { diffCustomer, diffPiece, mergeNote, rowOutcome } from './diff-draft.ts';
import type { CustomerDraft, PieceDraft } from './drafts.ts';

const RING: PieceDraft = {
  stockNumber: '100-1',
  description: 'Ring',
  category: 'Rings',
  costCents: cents(5_000),
  tagPriceCents: cents(124_000),
  taxed: true,
  quantityThousandths: ONE,
  kind: 'piece',
};
const ALL = { taxed: 'Taxed', quantity: 'Qty', taxExempt: 'Exempt' };

const ANN: CustomerDraft = {
  givenName: 'Ann',
  familyName: 'Lee',
  phoneE164: '+18324081631',
  phoneTyped: '(832) 408-1631',
  email: 'ann@example.com',
  address: { line1: '1 Oak', line2: '', city: 'Boston', state: 'MA', zip: '02134', country: 'US' },
  note: 'Call after six',
  taxExempt: true,
  askedElsewhere: { sms: true },
};

test('the same row again changes nothing and is skipped', () => {
  expect(diffPiece(RING, RING, ALL)).toEqual([]);
  expect(diffCustomer(ANN, ANN, ALL)).toEqual([]);
  expect(rowOutcome(diffPiece(RING, RING, ALL))).toBe('skipped');
  expect(rowOutcome(undefined)).toBe('created');
});

test('a new price shows as money, before and after', () => {
  const changes = diffPiece(RING, { ...RING, tagPriceCents: cents(99_900) }, ALL);
  expect(changes).toEqual([{ field: 'tagPriceCents', before: '$1,240.00', after: '$999.00' }]);
  expect(rowOutcome(changes)).toBe('changed');
});

test('an empty cell never empties a field of ours', () => {
  const { category: _category, costCents: _cost, ...bare } = RING;
  expect(diffPiece(RING, bare, ALL)).toEqual([]);
  const bareCustomer: CustomerDraft = {
    givenName: 'Ann',
    familyName: '',
    taxExempt: true,
    askedElsewhere: {},
  };
  expect(diffCustomer(ANN, bareCustomer, ALL)).toEqual([]);
});

test('what the file does not have is no change, though a draft must say something', () => {
  const counted: PieceDraft = {
    ...RING,
    taxed: false,
    kind: 'counted',
    quantityThousandths: 7_000 as Thousandths,
  };
  expect(diffPiece(counted, RING, {})).toEqual([]);
  expect(diffCustomer(ANN, { ...ANN, taxExempt: false }, {})).toEqual([]);
  expect(diffCustomer(ANN, { ...ANN, taxExempt: false }, ALL)).toEqual([
    { field: 'taxExempt', before: 'yes', after: 'no' },
  ]);
});

test('counted goods of which one is left stay counted goods', () => {
  const counted: PieceDraft = {
    ...RING,
    kind: 'counted',
    quantityThousandths: 7_000 as Thousandths,
  };
  expect(diffPiece(counted, RING, ALL)).toEqual([
    { field: 'quantityThousandths', before: '7', after: '1' },
  ]);
  expect(diffPiece(RING, counted, ALL).map(({ field }) => field)).toEqual([
    'quantityThousandths',
    'kind',
  ]);
});

test('the same phone written another way is no change', () => {
  expect(diffCustomer(ANN, { ...ANN, phoneTyped: '832.408.1631' }, ALL)).toEqual([]);
  const other = { ...ANN, phoneE164: '+16148543078', phoneTyped: '614-854-3078' };
  expect(diffCustomer(ANN, other, ALL)).toEqual([
    { field: 'phone', before: '(832) 408-1631', after: '614-854-3078' },
  ]);
});

test('an address changes as one', () => {
  const moved = {
    ...ANN,
    address: {
      line1: '2 Elm',
      line2: 'Apt 4',
      city: 'Salem',
      state: 'MA',
      zip: '01970',
      country: 'US',
    },
  };
  expect(diffCustomer(ANN, moved, ALL)).toEqual([
    {
      field: 'address',
      before: '1 Oak, Boston, MA 02134, US',
      after: '2 Elm, Apt 4, Salem, MA 01970, US',
    },
  ]);
});

test('a note of the file comes below what staff wrote, once', () => {
  expect(mergeNote('Call after six', 'Tags: vip')).toBe('Call after six\nTags: vip');
  expect(mergeNote('Call after six\nTags: vip', 'Tags: vip')).toBe('Call after six\nTags: vip');
  expect(mergeNote(undefined, 'Tags: vip')).toBe('Tags: vip');
  expect(mergeNote('Call after six', undefined)).toBe('Call after six');
  expect(mergeNote('x'.repeat(1_995), 'Tags: vip')).toBe('x'.repeat(1_995));
});
