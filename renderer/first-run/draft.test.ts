import { expect, it } from 'vitest';
import {
  type Draft,
  firstOpenStep,
  problemsOf,
  setUpFields,
  stepOfField,
  taxOf,
  USUAL_FLOAT,
} from './draft.ts';

const filled: Draft = {
  storeName: 'Rivas Jewelers',
  address: '12 Main St\nNashville, TN',
  phone: '(615) 555-0142',
  zone: 'America/Chicago',
  registerName: 'Register 1',
  ownerName: 'Ana Rivas',
  initials: 'ar',
  pin: '805319',
  pinAgain: '805319',
  noTax: false,
  taxName: 'Sales tax',
  rate: '9.25',
  printerHost: '',
  printerPort: 9100,
  columns: 48,
  hasDrawer: true,
};

it('a filled wizard makes the store in one command', () => {
  expect(firstOpenStep(filled)).toBeUndefined();
  expect(setUpFields(filled, 'Sales tax')).toEqual({
    store: {
      name: 'Rivas Jewelers',
      addressLines: '12 Main St\nNashville, TN',
      phone: '(615) 555-0142',
      zone: 'America/Chicago',
      receiptFooter: '',
    },
    registerName: 'Register 1',
    tax: { name: 'Sales tax', ratePpm: 92_500 },
    owner: { name: 'Ana Rivas', initials: 'AR', pin: '805319' },
    floatCents: USUAL_FLOAT,
  });
});

it('only the name of the store, the register, the owner and a PIN are needed', () => {
  const least = { ...filled, address: '', phone: '', noTax: true, taxName: '', rate: '' };
  expect(firstOpenStep(least)).toBeUndefined();
  expect(taxOf(least, 'Sales tax')).toEqual({ name: 'Sales tax', ratePpm: 0 });
});

it.each([
  [{ storeName: ' ' }, 'store', { storeName: 'nameMissing' }],
  [{ registerName: '' }, 'store', { registerName: 'registerMissing' }],
  [
    { ownerName: '', initials: '' },
    'owner',
    { ownerName: 'ownerMissing', initials: 'initialsMissing' },
  ],
  [{ pin: '8053', pinAgain: '8053' }, 'owner', { pin: 'pinShort' }],
  [{ pin: '123456', pinAgain: '123456' }, 'owner', { pin: 'pinEasy' }],
  [{ pin: '12ab', pinAgain: '12ab' }, 'owner', { pin: 'pinDigits' }],
  [{ pinAgain: '805318' }, 'owner', { pinAgain: 'pinDiffers' }],
  [{ taxName: '' }, 'tax', { taxName: 'taxNameMissing' }],
  [{ rate: '45' }, 'tax', { rate: 'rateWrong' }],
  [{ printerHost: '10.0.0.9', printerPort: undefined }, 'printer', { printerPort: 'portMissing' }],
] as const)('%j stops at the step %s', (change, step, problems) => {
  const draft: Draft = { ...filled, ...change };
  expect(firstOpenStep(draft)).toBe(step);
  expect(problemsOf(step, draft)).toEqual(problems);
});

it('what the store finds wrong leads back to its step', () => {
  expect(
    ['store.name', 'owner.pin', 'tax.ratePpm', 'registerName', undefined].map(stepOfField),
  ).toEqual(['store', 'owner', 'tax', 'store', 'store']);
});
