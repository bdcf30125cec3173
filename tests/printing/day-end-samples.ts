import type { DayCloseFacts } from '#shared/documents/day-close-paper.ts';
import { dayClosePaper } from '#shared/documents/day-close-paper.ts';
import type { Paper, PaperLocale } from '#shared/documents/paper.ts';
import { supplementPaper } from '#shared/documents/supplement-paper.ts';
import { aDayClose, NOON_MS, storeOf, ZONE } from './paper-samples.ts';

type Sample = (locale: PaperLocale) => Paper;

const TAXES: DayCloseFacts['taxes'] = [
  {
    name: 'Missouri',
    ratePpm: 42_250,
    baseCents: 1_225_050,
    taxCents: 51_758,
    agency: 'Missouri DOR',
    exemptCents: 423_000,
    notTaxedCents: 25_000,
  },
  {
    name: 'Springfield',
    ratePpm: 40_250,
    baseCents: 1_225_050,
    taxCents: 49_308,
    agency: 'Missouri DOR',
    exemptCents: 423_000,
    excessCents: 8150,
  },
];

/** Everything a day can hold. */
const fullDay = (locale: PaperLocale): DayCloseFacts => ({
  ...aDayClose(),
  store: storeOf(locale),
  registerName: locale === 'en' ? 'Register 1' : 'Caja 1',
  taxes: TAXES,
  returns: { count: 2, netCents: -117_550 },
  roundingCents: -3,
  departments: [
    { name: 'Bridal', count: 3, netCents: 845_000 },
    { name: locale === 'en' ? 'Watches' : 'Relojería', count: 4, netCents: 305_050 },
    { name: '', count: 6, netCents: 100_000 },
  ],
  exemptions: [{ reason: 'MO-149-22871', netCents: 423_000 }],
  tenders: [
    { tender: 'cash', count: 4, amountCents: 118_940 },
    { tender: 'card', brand: 'Visa', count: 8, amountCents: 782_176 },
    { tender: 'check', count: 2, amountCents: 170_000, countedCents: 170_000 },
    { tender: 'gift_card', count: 1, amountCents: 7500 },
    { tender: 'store_credit', count: 2, amountCents: 1775 },
    { tender: 'house_account', count: 1, amountCents: 40_000 },
    { tender: 'finance', brand: 'Synchrony', count: 1, amountCents: 230_725 },
  ],
  batches: [
    { terminal: 'T1', brand: 'Visa', batchCents: 782_176, oursCents: 782_176 },
    { terminal: 'T1', brand: 'Amex', batchCents: 41_545, oursCents: 0 },
  ],
  deposits: [
    { kind: 'repair', takenCents: 4500, appliedCents: 2000 },
    { kind: 'special_order', takenCents: 50_000, appliedCents: 0 },
  ],
  credits: {
    giftCardsSoldCents: 25_000,
    giftCardsRedeemedCents: 7500,
    creditIssuedCents: 10_275,
    creditUsedCents: 12_050,
    accountChargedCents: 40_000,
    accountPaidCents: 60_000,
  },
  voided: [
    {
      number: 'S1-10477',
      totalCents: 12_990,
      atMs: NOON_MS - 3_600_000,
      by: 'RK',
      reason: 'Wrong ring scanned',
    },
  ],
  overrides: [
    {
      what: 'price',
      by: 'RK',
      asker: 'AM',
      atMs: NOON_MS - 1_800_000,
      reason: 'Anniversary, third purchase this year',
    },
    { what: 'credit', by: 'RK', asker: 'AM', atMs: NOON_MS, reason: 'Pays on Friday' },
  ],
  unresolved: [{ number: 'S1-10482', tender: 'card', amountCents: 41_545 }],
  documents: [
    { first: 'S1-10468', last: 'S1-10482', count: 15, missing: [] },
    { first: 'Q1-9', last: 'Q1-9', count: 1, missing: [] },
    { first: 'A1-20', last: 'A1-23', count: 3, missing: ['A1-22'] },
  ],
  accounts: [
    { account: 'cash_drawer', detail: '', amountCents: 118_937 },
    { account: 'card_clearing', detail: 'T1', amountCents: 782_176 },
    { account: 'unresolved_payments', detail: '', amountCents: 41_545 },
    { account: 'sales_tax_payable', detail: 'Missouri DOR', amountCents: -101_066 },
    { account: 'product_income', detail: '', amountCents: -841_592 },
  ],
  grandTotalCents: 84_120_877,
  notSynced: 7,
});

const z: Sample = (locale) => dayClosePaper(fullDay(locale), locale);

const zCopy: Sample = (locale) =>
  dayClosePaper({ ...fullDay(locale), copy: true, supplements: ['Z1-31-1'] }, locale);

/** Before the count, for somebody who may not know what is expected. */
const x: Sample = (locale) => {
  const {
    number: _n,
    expectedCents: _e,
    countedCents: _c,
    overShortCents: _o,
    overShortReason: _r,
    leftCents: _l,
    toBankCents: _b,
    batches: _t,
    accounts: _a,
    grandTotalCents: _g,
    ...rest
  } = fullDay(locale);
  return dayClosePaper({ ...rest, report: 'X' }, locale);
};

const supplement: Sample = (locale) =>
  supplementPaper(
    {
      store: storeOf(locale),
      number: 'Z1-31-1',
      dayCloseNumber: 'Z1-31',
      registerName: locale === 'en' ? 'Register 1' : 'Caja 1',
      zone: ZONE,
      businessDate: '2026-11-23',
      notedAtMs: NOON_MS + 86_400_000,
      documents: [{ number: 'S1-10483', totalCents: 135_313 }],
      salesCount: 1,
      netCents: 125_000,
      taxCents: 10_313,
      totalCents: 135_313,
      taxes: [{ name: 'Missouri', ratePpm: 82_500, baseCents: 125_000, taxCents: 10_313 }],
      tenders: [{ tender: 'card', brand: 'Visa', count: 1, amountCents: 135_313 }],
      accounts: [
        { account: 'card_clearing', detail: 'T1', amountCents: 135_313 },
        { account: 'sales_tax_payable', detail: 'Missouri DOR', amountCents: -10_313 },
        { account: 'product_income', detail: '', amountCents: -125_000 },
      ],
      copy: false,
      demo: false,
    },
    locale,
  );

/** The papers of the day's end with everything they can say. */
export const DAY_END_PAPERS: Readonly<Record<string, Sample>> = {
  z,
  'z-copy': zCopy,
  x,
  supplement,
};
