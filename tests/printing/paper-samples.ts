import { printedCode } from '#shared/document-number.ts';
import type { DayCloseFacts } from '#shared/documents/day-close-paper.ts';
import { dayClosePaper } from '#shared/documents/day-close-paper.ts';
import type { Paper, PaperLocale } from '#shared/documents/paper.ts';
import type { PaperStore } from '#shared/documents/paper-head.ts';
import {
  type ReceiptFacts,
  type ReceiptLine,
  receiptPaper,
} from '#shared/documents/receipt-paper.ts';
import { testPagePaper } from '#shared/documents/test-page-paper.ts';

export const NOON_MS = Date.UTC(2026, 10, 23, 21, 42);
export const ZONE = 'America/Chicago';
const TAX_PPM = 82_500;

const STORE: PaperStore = {
  name: 'Marlowe & Sons',
  addressLines: ['118 Walnut Street', 'Springfield, MO 65806'],
  phone: '(417) 555-0134',
  footer:
    'Returns within 30 days with this receipt.\nSized and engraved pieces are final.\nThank you.',
};

const TIENDA: PaperStore = {
  name: 'Joyería Peña',
  addressLines: ['2200 Calle Ocho', 'Miami, FL 33135'],
  phone: '(305) 555-0178',
  footer:
    '¿Preguntas? Estamos aquí de martes a sábado.\nDevoluciones dentro de 30 días con este recibo.',
};

/** The store as its papers in that language name it. */
export function storeOf(locale: PaperLocale): PaperStore {
  return locale === 'en' ? STORE : TIENDA;
}

/** One line of goods; a ring at $1,250.00 unless told. */
export function aLine(line: Partial<ReceiptLine> = {}): ReceiptLine {
  return {
    description: '14k yellow gold band, 4 mm',
    stockNumber: '10-2034',
    quantityThousandths: 1000,
    unitCents: 125_000,
    discountCents: 0,
    netCents: 125_000,
    taxed: true,
    ...line,
  };
}

/** A receipt whose sums agree: tax on the taxed lines, paid in cash to the cent unless told. */
export function aReceipt(
  lines: readonly ReceiptLine[],
  facts: Partial<ReceiptFacts> = {},
): ReceiptFacts {
  const netCents = lines.reduce((sum, line) => sum + line.netCents, 0);
  const discountCents = lines.reduce((sum, line) => sum + line.discountCents, 0);
  const baseCents = lines.reduce((sum, line) => sum + (line.taxed ? line.netCents : 0), 0);
  const taxCents = Math.round((baseCents * TAX_PPM) / 1_000_000);
  const number = 'S1-10482';
  return {
    store: STORE,
    number,
    printedCode: printedCode(number),
    completedAtMs: NOON_MS,
    zone: ZONE,
    businessDate: '2026-11-23',
    registerName: 'Register 1',
    soldBy: 'AM',
    lines,
    subtotalCents: netCents + discountCents,
    discountCents,
    taxes: [{ name: 'Sales tax', ratePpm: TAX_PPM, baseCents, taxCents }],
    totalCents: netCents + taxCents,
    payments: [{ tender: 'cash', amountCents: netCents + taxCents }],
    changeCents: 0,
    copy: false,
    demo: false,
    ...facts,
  };
}

/** A day with cash, cards and every kind of drawer movement; a dollar short. */
export function aDayClose(facts: Partial<DayCloseFacts> = {}): DayCloseFacts {
  return {
    report: 'Z',
    store: STORE,
    number: 'Z1-31',
    registerName: 'Register 1',
    zone: ZONE,
    businessDate: '2026-11-23',
    openedAtMs: Date.UTC(2026, 10, 23, 15, 2),
    openedBy: 'AM',
    closedAtMs: Date.UTC(2026, 10, 24, 0, 11),
    closedBy: 'RK',
    salesCount: 14,
    subtotalCents: 1_284_050,
    discountCents: 34_000,
    netCents: 1_250_050,
    taxCents: 101_066,
    totalCents: 1_351_116,
    voids: { count: 1, totalCents: 12_990 },
    taxes: [{ name: 'Sales tax', ratePpm: TAX_PPM, baseCents: 1_225_050, taxCents: 101_066 }],
    tenders: [
      { tender: 'cash', count: 4, amountCents: 118_940 },
      { tender: 'card', brand: 'Visa', count: 8, amountCents: 932_176 },
      { tender: 'card', count: 2, amountCents: 300_000 },
    ],
    floatCents: 20_000,
    cashSalesCents: 118_940,
    movements: [
      {
        kind: 'paid_out',
        amountCents: 1850,
        atMs: Date.UTC(2026, 10, 23, 18, 40),
        by: 'AM',
        reason: 'Stamps and ribbon',
      },
      {
        kind: 'paid_in',
        amountCents: 5000,
        atMs: Date.UTC(2026, 10, 23, 20, 5),
        by: 'RK',
        reason: 'Change from the bank',
      },
      {
        kind: 'drop',
        amountCents: 100_000,
        atMs: Date.UTC(2026, 10, 23, 22, 0),
        by: 'RK',
        reason: 'Over the limit of the drawer',
      },
      {
        kind: 'no_sale',
        amountCents: 0,
        atMs: Date.UTC(2026, 10, 23, 22, 12),
        by: 'AM',
        reason: 'Changed a twenty for a customer',
      },
    ],
    expectedCents: 42_090,
    countedCents: 41_990,
    overShortCents: -100,
    overShortReason: 'A dollar given as courtesy for the parking meter',
    leftCents: 20_000,
    toBankCents: 21_990,
    copy: false,
    demo: false,
    ...facts,
  };
}

const FORTY_LINES = Array.from({ length: 40 }, (_, index) =>
  aLine({
    description: `Sterling silver charm no. ${index + 1}`,
    stockNumber: `22-${String(index + 1).padStart(4, '0')}`,
    unitCents: 2400 + index * 125,
    netCents: 2400 + index * 125,
  }),
);

const LONG_LINE = aLine({
  description:
    'Platinum cathedral engagement ring, 1.52 ct oval brilliant laboratory-grown diamond, E, VS1, IGI LG612345678, two tapered baguettes 0.30 ct total weight',
  stockNumber: 'PLAT-CATHEDRAL-ENGAGEMENT-RING-1042-SIZE-6.25-LAB',
  unitCents: 845_000,
  netCents: 845_000,
});

/** The papers every printer, preview and mail must agree on, by the name of their golden file. */
export const SAMPLE_PAPERS: Readonly<Record<string, Paper>> = {
  'english-cash-with-change': receiptPaper(
    aReceipt(
      [
        aLine(),
        aLine({
          description: 'Watch battery',
          stockNumber: 'BAT-377',
          unitCents: 1200,
          netCents: 2400,
          quantityThousandths: 2000,
        }),
      ],
      {
        customerName: 'Dana Whitfield',
        payments: [{ tender: 'cash', amountCents: 137_911, tenderedCents: 140_000 }],
        changeCents: 2089,
      },
    ),
    'en',
  ),
  'spanish-accents': receiptPaper(
    aReceipt(
      [
        aLine({
          description: 'Anillo “Corazón” de oro blanco 18 k – 0,25 qt',
          stockNumber: 'Ñ-77',
        }),
        aLine({
          description: 'Limpieza de joyería',
          unitCents: 1500,
          netCents: 1500,
          taxed: false,
          stockNumber: 'SERV',
        }),
      ],
      {
        store: TIENDA,
        registerName: 'Caja 2',
        soldBy: 'ÍÑ',
        customerName: 'María José Núñez Ibáñez',
      },
    ),
    'es',
  ),
  'long-description': receiptPaper(aReceipt([LONG_LINE]), 'en'),
  'forty-lines': receiptPaper(aReceipt(FORTY_LINES), 'en'),
  'names-from-everywhere': receiptPaper(
    aReceipt(
      [aLine({ description: 'Łańcuszek żółty, Český granát, Ørsted – «édition» ½ ct · €' })],
      {
        customerName: 'Żaneta Świątek-Dvořák',
      },
    ),
    'en',
  ),
  'voided-with-negative-price': receiptPaper(
    aReceipt(
      [
        aLine(),
        aLine({
          description: 'Trade-in credit, 10k chain',
          unitCents: -15_000,
          netCents: -15_000,
          taxed: false,
        }),
      ],
      {
        voided: { atMs: NOON_MS + 240_000, reason: 'Wrong ring scanned' },
      },
    ),
    'en',
  ),
  'copy-after-midnight': receiptPaper(
    aReceipt([aLine()], { copy: true, completedAtMs: Date.UTC(2026, 10, 24, 6, 20) }),
    'en',
  ),
  'no-tax-at-all': receiptPaper(
    aReceipt(
      [
        aLine({
          description: '1 oz gold American Eagle',
          unitCents: 412_500,
          netCents: 412_500,
          taxed: false,
        }),
      ],
      {
        taxes: [],
        totalCents: 412_500,
        payments: [{ tender: 'cash', amountCents: 412_500 }],
      },
    ),
    'en',
  ),
  'demo-shop': receiptPaper(aReceipt([aLine()], { demo: true, copy: true }), 'es'),
  'card-with-reference': receiptPaper(
    aReceipt([aLine()], {
      payments: [
        { tender: 'card', amountCents: 100_000, brand: 'Visa', reference: '084213' },
        { tender: 'card', amountCents: 35_313 },
      ],
    }),
    'en',
  ),
  discounts: receiptPaper(
    aReceipt([
      aLine({ discountCents: 12_500, netCents: 112_500 }),
      aLine({
        description: 'Pearl strand 18 in',
        stockNumber: 'PRL-18',
        unitCents: 52_000,
        discountCents: -3000,
        netCents: 55_000,
      }),
      aLine({
        description: 'Cable chain 14k',
        stockNumber: 'CH-14',
        unitCents: 1875,
        quantityThousandths: 18_500,
        discountCents: 1688,
        netCents: 33_000,
      }),
    ]),
    'en',
  ),
  'day-close': dayClosePaper(aDayClose(), 'en'),
  'day-close-spanish': dayClosePaper(exactZ(), 'es'),
  'x-report-spanish': dayClosePaper(xReport(), 'es'),
  'test-page': testPagePaper(
    {
      storeName: 'Marlowe & Sons',
      registerName: 'Register 1',
      printerName: '192.168.1.40',
      atMs: NOON_MS,
      zone: ZONE,
    },
    'en',
  ),
};

/** Before the count: what is expected in the drawer is not told. */
function xReport(): DayCloseFacts {
  const {
    number: _n,
    expectedCents: _e,
    countedCents: _c,
    overShortCents: _o,
    overShortReason: _r,
    leftCents: _l,
    toBankCents: _b,
    ...rest
  } = aDayClose();
  return {
    ...rest,
    report: 'X',
    store: TIENDA,
    registerName: 'Caja 2',
    movements: [],
    taxes: [],
    tenders: [],
  };
}

/** Nothing over or short, and all of it but the float goes to the bank. */
function exactZ(): DayCloseFacts {
  const { overShortReason: _r, ...rest } = aDayClose();
  return {
    ...rest,
    store: TIENDA,
    registerName: 'Caja 2',
    countedCents: 42_090,
    overShortCents: 0,
    toBankCents: 22_090,
  };
}
