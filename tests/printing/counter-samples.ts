import { printedCode } from '#shared/document-number.ts';
import { type ApprovalFacts, approvalPaper } from '#shared/documents/approval-paper.ts';
import { creditSlipPaper } from '#shared/documents/credit-slip-paper.ts';
import { depositSlipPaper } from '#shared/documents/deposit-slip-paper.ts';
import { giftReceiptPaper } from '#shared/documents/gift-receipt-paper.ts';
import type { Paper, PaperLocale } from '#shared/documents/paper.ts';
import { quotePaper } from '#shared/documents/quote-paper.ts';
import { statementPaper } from '#shared/documents/statement-paper.ts';
import { worksheet8300Paper } from '#shared/documents/worksheet-8300-paper.ts';
import { DAY_END_PAPERS } from './day-end-samples.ts';
import { aLine, NOON_MS, storeOf, ZONE } from './paper-samples.ts';
import { SALE_PAPERS } from './sale-samples.ts';

type Sample = (locale: PaperLocale) => Paper;

const here = { zone: ZONE, copy: false, demo: false } as const;
const customer = {
  name: 'Dana Whitfield',
  addressLines: ['77 Elm Street, Apt 4', 'Springfield, MO 65804'],
  phone: '(417) 555-0172',
};

const giftReceipt: Sample = (locale) =>
  giftReceiptPaper(
    {
      ...here,
      store: storeOf(locale),
      number: 'S1-10482',
      printedCode: printedCode('S1-10482'),
      businessDate: '2026-11-23',
      registerName: locale === 'en' ? 'Register 1' : 'Caja 1',
      soldBy: 'AM',
      lines: [
        {
          position: 1,
          description: '14k yellow gold band, 4 mm',
          stockNumber: '10-2034',
          quantityThousandths: 1000,
        },
        {
          position: 2,
          description: 'Tissot PRX 40 mm, blue dial',
          stockNumber: 'W-118',
          serial: 'T137A0842',
          quantityThousandths: 1000,
        },
        {
          position: 5,
          description: 'Sterling silver charm, heart',
          stockNumber: '22-0007',
          quantityThousandths: 2000,
        },
      ],
      exchangeUntil: '2027-01-15',
      message: 'For my María. Happy birthday!',
    },
    locale,
  );

const approvalFacts = (locale: PaperLocale): ApprovalFacts => ({
  ...here,
  store: storeOf(locale),
  number: 'A1-23',
  printedCode: printedCode('A1-23'),
  atMs: NOON_MS,
  registerName: locale === 'en' ? 'Register 1' : 'Caja 1',
  givenBy: 'RK',
  customer,
  idNoted: 'Driver license MO, ends 4471',
  dueOn: '2026-11-30',
  lines: [
    {
      description: 'Platinum solitaire, 1.52 ct oval laboratory-grown diamond, E VS1',
      stockNumber: '10-4410',
      valueCents: 845_000,
    },
    {
      description: 'Rolex Datejust 36, two-tone',
      stockNumber: 'W-77',
      serial: 'R483920',
      valueCents: 1_125_000,
    },
    {
      description: 'Pearl strand 18 in, Akoya 7 mm',
      stockNumber: 'PRL-18',
      valueCents: 52_000,
    },
  ],
  valueCents: 2_022_000,
});

const approval: Sample = (locale) => approvalPaper(approvalFacts(locale), locale);

/** Printed again after some of it was settled, with terms of the store's own. */
const approvalSettled: Sample = (locale) => {
  const facts = approvalFacts(locale);
  const [first, second, third] = facts.lines;
  if (!first || !second || !third) throw new Error('the memo has three pieces');
  return approvalPaper(
    {
      ...facts,
      copy: true,
      lines: [
        { ...first, settled: { how: 'bought', on: '2026-11-26', saleNumber: 'S1-10519' } },
        { ...second, settled: { how: 'returned', on: '2026-11-25' } },
        third,
      ],
      terms: 'Ours until paid.\nBring everything back in its box.',
    },
    locale,
  );
};

const quote: Sample = (locale) =>
  quotePaper(
    {
      ...here,
      store: storeOf(locale),
      number: 'Q1-9',
      printedCode: printedCode('Q1-9'),
      atMs: NOON_MS,
      registerName: locale === 'en' ? 'Register 1' : 'Caja 1',
      quotedBy: 'AM',
      customerName: 'Dana Whitfield',
      expiresOn: '2026-12-07',
      note: 'Held her size 6¼ on file; matching band on request.',
      lines: [
        aLine({ discountCents: 12_500, saleDiscountCents: 12_500, netCents: 112_500 }),
        aLine({
          kind: 'shipping',
          description: 'Insured shipping',
          unitCents: 3500,
          netCents: 3500,
          taxed: false,
          stockNumber: 'SHIP',
        }),
      ],
      taxes: [
        { name: 'Missouri', ratePpm: 42_250, baseCents: 112_500, taxCents: 4753 },
        { name: 'Springfield', ratePpm: 40_250, baseCents: 112_500, taxCents: 4528 },
      ],
      totalCents: 125_281,
    },
    locale,
  );

const statement: Sample = (locale) =>
  statementPaper(
    {
      ...here,
      store: storeOf(locale),
      customer,
      fromDate: '2026-10-01',
      toDate: '2026-10-31',
      printedAtMs: NOON_MS,
      openingCents: 48_000,
      entries: [
        {
          date: '2026-10-03',
          kind: 'charge',
          number: 'S1-10211',
          dueOn: '2026-11-02',
          amountCents: 135_313,
          balanceCents: 183_313,
        },
        {
          date: '2026-10-09',
          kind: 'payment',
          number: 'S1-10260',
          amountCents: -60_000,
          balanceCents: 123_313,
        },
        { date: '2026-10-14', kind: 'returned_check', amountCents: 60_000, balanceCents: 183_313 },
        { date: '2026-10-14', kind: 'fee', amountCents: 3500, balanceCents: 186_813 },
        {
          date: '2026-10-20',
          kind: 'credit',
          number: 'S1-10318',
          amountCents: -12_500,
          balanceCents: 174_313,
        },
      ],
      closingCents: 174_313,
      ageing: {
        notDueCents: 122_813,
        days1To30Cents: 3500,
        days31To60Cents: 48_000,
        days61To90Cents: 0,
        over90Cents: 0,
      },
      limitCents: 250_000,
      termsDays: 30,
    },
    locale,
  );

/** Nothing happened, and the store owes the customer. */
const statementQuiet: Sample = (locale) =>
  statementPaper(
    {
      ...here,
      store: storeOf(locale),
      customer: { name: 'Dana Whitfield', addressLines: [] },
      fromDate: '2026-11-01',
      toDate: '2026-11-30',
      printedAtMs: NOON_MS,
      openingCents: -2500,
      entries: [],
      closingCents: -2500,
      ageing: {
        notDueCents: 0,
        days1To30Cents: 0,
        days31To60Cents: 0,
        days61To90Cents: 0,
        over90Cents: 0,
      },
    },
    locale,
  );

const slip = (locale: PaperLocale) => ({
  ...here,
  store: storeOf(locale),
  atMs: NOON_MS,
  registerName: locale === 'en' ? 'Register 1' : 'Caja 1',
  by: 'AM',
});

const giftCard: Sample = (locale) =>
  creditSlipPaper(
    {
      ...slip(locale),
      of: 'gift_card',
      code: '7K2M-9QXT-4WBEZ',
      saleNumber: 'S1-10482',
      entry: { kind: 'sold', amountCents: 25_000 },
      balanceCents: 25_000,
    },
    locale,
  );

const storeCredit: Sample = (locale) =>
  creditSlipPaper(
    {
      ...slip(locale),
      of: 'store_credit',
      customerName: 'María José Núñez Ibáñez',
      saleNumber: 'S1-10490',
      entry: { kind: 'redeemed', amountCents: -12_050 },
      balanceCents: 7950,
    },
    locale,
  );

const worksheet: Sample = (locale) =>
  worksheet8300Paper(
    {
      ...here,
      store: storeOf(locale),
      customer,
      reachedOn: '2026-11-23',
      fileBy: '2026-12-08',
      statementBy: '2027-01-31',
      payments: [
        {
          date: '2026-08-04',
          saleNumber: 'S1-9377',
          how: 'cash',
          amountCents: 450_000,
          goods: 'Platinum solitaire, 1.52 ct oval',
        },
        {
          date: '2026-11-23',
          saleNumber: 'S1-10482',
          how: 'cash',
          amountCents: 380_000,
          goods: 'Rolex Datejust 36',
        },
        {
          date: '2026-11-23',
          saleNumber: 'S1-10482',
          how: 'cashiers_check',
          amountCents: 745_000,
          goods: 'Rolex Datejust 36',
        },
      ],
      totalCents: 1_575_000,
      filed: { throughDate: '2026-08-04', amountCents: 450_000 },
    },
    locale,
  );

const deposit: Sample = (locale) =>
  depositSlipPaper(
    {
      ...here,
      store: storeOf(locale),
      dayCloseNumber: 'Z1-31',
      registerName: locale === 'en' ? 'Register 1' : 'Caja 1',
      businessDate: '2026-11-23',
      atMs: NOON_MS,
      preparedBy: 'RK',
      cashCents: 21_990,
      denominations: [
        { valueCents: 10_000, count: 1 },
        { valueCents: 2000, count: 5 },
        { valueCents: 500, count: 3 },
        { valueCents: 100, count: 4 },
        { valueCents: 25, count: 11 },
        { valueCents: 5, count: 0 },
        { valueCents: 1, count: 15 },
      ],
      checks: [
        { number: '1042', kind: 'personal', from: 'Dana Whitfield', amountCents: 48_213 },
        { number: '', kind: 'cashiers_check', from: 'Ørsted Holding', amountCents: 745_000 },
        {
          number: '889',
          kind: 'business',
          from: 'Ozark Dental Partners',
          amountCents: 120_000,
          heldUntil: '2026-12-01',
        },
      ],
    },
    locale,
  );

/** Every paper beside the plain receipt, in the language that is asked for. */
export const COUNTER_PAPERS: Readonly<Record<string, Sample>> = {
  ...SALE_PAPERS,
  ...DAY_END_PAPERS,
  'gift-receipt': giftReceipt,
  approval,
  'approval-settled': approvalSettled,
  quote,
  statement,
  'statement-quiet': statementQuiet,
  'gift-card': giftCard,
  'store-credit': storeCredit,
  'worksheet-8300': worksheet,
  'deposit-slip': deposit,
};
