import type { Paper, PaperLocale } from '#shared/documents/paper.ts';
import {
  type ReceiptFacts,
  type ReceiptLine,
  receiptPaper,
} from '#shared/documents/receipt-paper.ts';
import { aLine, aReceipt, NOON_MS, storeOf } from './paper-samples.ts';

type Sample = (locale: PaperLocale) => Paper;

const DAY_MS = 86_400_000;

/** One line of every kind that costs money, and one that brings some back. */
const WHOLE_SALE: readonly ReceiptLine[] = [
  aLine({ discountCents: 25_000, saleDiscountCents: 12_500, netCents: 100_000 }),
  aLine({
    description: 'Tissot PRX 40 mm, blue dial',
    stockNumber: 'W-118',
    serial: 'T137A0842',
    unitCents: 72_500,
    discountCents: 7250,
    saleDiscountCents: 7250,
    netCents: 65_250,
  }),
  aLine({
    kind: 'service',
    description: 'Watch battery',
    stockNumber: 'BAT',
    unitCents: 1200,
    netCents: 2400,
    quantityThousandths: 2000,
  }),
  aLine({
    kind: 'care_plan',
    description: 'Care plan, 3 years',
    stockNumber: 'CARE3',
    unitCents: 9900,
    netCents: 9900,
    taxed: false,
    belongsTo: '10-2034',
  }),
  aLine({
    kind: 'gift_wrap',
    description: 'Gift wrap',
    stockNumber: 'WRAP',
    unitCents: 500,
    netCents: 500,
    belongsTo: '10-2034',
  }),
  aLine({
    kind: 'shipping',
    description: 'Insured overnight',
    stockNumber: 'SHIP',
    unitCents: 4500,
    netCents: 4500,
    taxed: false,
    shipment: {
      recipient: 'Inés Whitfield',
      addressLines: ['900 Rue Chartres', 'New Orleans, LA 70116'],
      carrier: 'FedEx',
      tracking: '7946 1234 5678',
      insuredCents: 165_250,
    },
  }),
  giftCardLine(),
  accountLine(),
];

function giftCardLine(): ReceiptLine {
  return {
    kind: 'gift_card',
    description: '',
    quantityThousandths: 1000,
    unitCents: 25_000,
    discountCents: 0,
    netCents: 25_000,
    taxed: false,
    giftCard: { code: '7K2M-9QXT-4WBEZ', balanceCents: 25_000 },
  };
}

function accountLine(): ReceiptLine {
  return {
    kind: 'account_payment',
    description: '',
    quantityThousandths: 1000,
    unitCents: 60_000,
    discountCents: 0,
    netCents: 60_000,
    taxed: false,
    accountBalanceCents: 123_313,
  };
}

function adjustmentLine(): ReceiptLine {
  return {
    kind: 'price_adjustment',
    description: '',
    quantityThousandths: 1000,
    unitCents: 1,
    discountCents: 0,
    netCents: 1,
    taxed: false,
  };
}

const wholeSaleFacts = (): Partial<ReceiptFacts> => ({
  customerName: 'Dana Whitfield',
  sellers: ['AM', 'RK'],
  taxes: [
    { name: 'Missouri', ratePpm: 42_250, baseCents: 168_150, taxCents: 7104 },
    {
      name: 'Springfield',
      ratePpm: 40_250,
      baseCents: 160_000,
      taxCents: 6440,
      excessCents: 8150,
    },
  ],
  totalCents: 281_094,
  payments: [
    {
      tender: 'check',
      checkKind: 'personal',
      amountCents: 50_000,
      reference: '1042',
      holdUntil: '2026-12-01',
    },
    { tender: 'gift_card', amountCents: 7500, endsWith: 'WBEZ4', balanceCents: 2500 },
    { tender: 'store_credit', amountCents: 12_050, balanceCents: 7950 },
    {
      tender: 'house_account',
      amountCents: 40_000,
      balanceCents: 163_313,
      dueOn: '2026-12-23',
    },
    {
      tender: 'finance',
      amountCents: 100_000,
      brand: 'Synchrony',
      reference: 'A-778120',
      plan: '12 months, no interest',
    },
    { tender: 'card', amountCents: 41_544, brand: 'Visa', reference: '084213', unknown: true },
    { tender: 'other', amountCents: 10_000, brand: 'Zelle', reference: 'Z-1177' },
    { tender: 'cash', amountCents: 20_000, tenderedCents: 22_000 },
  ],
  changeCents: 2000,
});

const inStore = (locale: PaperLocale, facts: Partial<ReceiptFacts>): Partial<ReceiptFacts> => ({
  store: storeOf(locale),
  registerName: locale === 'en' ? 'Register 1' : 'Caja 1',
  ...facts,
});

const wholeSale: Sample = (locale) =>
  receiptPaper(aReceipt(WHOLE_SALE, inStore(locale, wholeSaleFacts())), locale);

/** More came back than was bought: money goes back to what paid, and the rest becomes store credit. */
const refund: Sample = (locale) => {
  const lines: readonly ReceiptLine[] = [
    aLine({
      kind: 'return',
      quantityThousandths: -1000,
      discountCents: -12_500,
      netCents: -112_500,
      soldOn: 'S1-9377',
    }),
    aLine({
      kind: 'return',
      description: 'Sterling silver charm, heart',
      stockNumber: '22-0007',
      quantityThousandths: -2000,
      unitCents: 2525,
      netCents: -5050,
      soldOn: 'S1-9377',
    }),
    {
      kind: 'restocking_fee',
      description: '',
      quantityThousandths: 1000,
      unitCents: 11_250,
      discountCents: 0,
      netCents: 11_250,
      taxed: false,
      belongsTo: '10-2034',
    },
    aLine({
      description: 'Cable chain 14k, 18 in',
      stockNumber: 'CH-14',
      unitCents: 33_000,
      netCents: 33_000,
    }),
  ];
  return receiptPaper(
    aReceipt(
      lines,
      inStore(locale, {
        customerName: 'Dana Whitfield',
        taxes: [
          { name: 'Missouri', ratePpm: 42_250, baseCents: -84_550, taxCents: -3572 },
          { name: 'Springfield', ratePpm: 40_250, baseCents: -84_550, taxCents: -3403 },
        ],
        totalCents: -80_275,
        payments: [
          { tender: 'card', amountCents: -60_000, brand: 'Visa', reference: '114480' },
          { tender: 'gift_card', amountCents: -10_000, endsWith: 'QXT4W', balanceCents: 10_000 },
          { tender: 'store_credit', amountCents: -10_275, balanceCents: 10_275 },
        ],
      }),
    ),
    locale,
  );
};

/** A stone we sold comes back at the price paid, and the total is rounded to what coins can pay. */
const tradeUp: Sample = (locale) =>
  receiptPaper(
    aReceipt(
      [
        aLine({
          description: 'Round brilliant 2.01 ct, G VS2, GIA 2201448890',
          stockNumber: 'D-2201',
          unitCents: 1_480_000,
          netCents: 1_480_000,
        }),
        aLine({
          kind: 'trade_up',
          description: 'Round brilliant 1.01 ct, H SI1',
          stockNumber: 'D-1107',
          quantityThousandths: -1000,
          unitCents: 520_000,
          netCents: -520_000,
          soldOn: 'S1-2210',
          tradeUpPpm: 1_000_000,
        }),
        adjustmentLine(),
      ],
      inStore(locale, {
        taxes: [{ name: 'Missouri', ratePpm: 42_250, baseCents: 960_000, taxCents: 40_560 }],
        totalCents: 1_000_561,
        roundingCents: -1,
        payments: [{ tender: 'cash', amountCents: 1_000_560 }],
      }),
    ),
    locale,
  );

/** A reseller with a certificate, corrected and printed again; a lease bought the second piece. */
const exempt: Sample = (locale) =>
  receiptPaper(
    aReceipt(
      [
        aLine({ taxed: false }),
        aLine({
          description: 'Tennis bracelet 3.00 ct total weight',
          stockNumber: 'BR-90',
          unitCents: 298_000,
          netCents: 298_000,
          taxed: false,
        }),
      ],
      inStore(locale, {
        customerName: 'Ozark Estate Jewelry LLC',
        correctedAtMs: NOON_MS + DAY_MS,
        certificate: 'MO-149-22871',
        taxes: [],
        totalCents: 423_000,
        payments: [
          {
            tender: 'lease',
            amountCents: 298_000,
            brand: 'Acima',
            reference: 'L-55201',
            plan: '12 months',
          },
          { tender: 'check', checkKind: 'cashiers_check', amountCents: 125_000, reference: '7781' },
        ],
        copy: true,
      }),
    ),
    locale,
  );

/** The receipts of a whole sale: every kind of line and of tender, both ways. */
export const SALE_PAPERS: Readonly<Record<string, Sample>> = {
  'whole-sale': wholeSale,
  refund,
  'trade-up': tradeUp,
  exempt,
};
