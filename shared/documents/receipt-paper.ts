import type { LineKind } from '../sales/line-kinds.ts';
import type { CheckKind, TenderKind } from '../sales/tenders.ts';
import {
  type CustomerLanguage,
  type FlatBlock,
  type Paper,
  type PaperBlock,
  rowBlock,
  textBlock,
} from './paper.ts';
import type { PaperLocale } from './paper.ts';
import { paperAmount, paperDate, paperInstant } from './paper-format.ts';
import { footerBlocks, markBlocks, type PaperStore, storeBlocks } from './paper-head.ts';
import { lineBlock } from './receipt-line.ts';
import { paymentBlocks } from './receipt-payment.ts';
import { sumBlocks } from './receipt-sums.ts';
import { fillText, type PaperTexts, paperTexts } from './texts/paper-texts.ts';

/**
 * All that a receipt says, as stored with the sale, with its corrections already made. Plain JSON; amounts in integer
 * cents, quantities in thousandths. Never a card number and no expiry date (15 USC 1681c(g)).
 */
export interface ReceiptFacts extends CustomerLanguage {
  readonly store: PaperStore;
  /** The number people read, `S1-10482`. */
  readonly number: string;
  /** The number with its check character, for the barcode. */
  readonly printedCode: string;
  readonly completedAtMs: number;
  /** The store's time zone, `America/Chicago`. */
  readonly zone: string;
  /** The day whose drawer took the money; printed when it is not the calendar day. */
  readonly businessDate: string;
  readonly registerName: string;
  /** Initials. */
  readonly soldBy: string;
  /** Initials of all who share the sale, where more than one does; in what parts is no matter of the customer's. */
  readonly sellers?: readonly string[];
  readonly customerName?: string;
  /** When the tender, the salesperson or the customer was last corrected. */
  readonly correctedAtMs?: number;
  readonly lines: readonly ReceiptLine[];
  /** Lines before discounts. Subtotal − discount + taxes = total (M1). */
  readonly subtotalCents: number;
  readonly discountCents: number;
  /** By rule, each with the jurisdiction in its name. Negative where more came back than was sold. */
  readonly taxes: readonly ReceiptTax[];
  /** Number of the exemption certificate. */
  readonly certificate?: string;
  /** Negative when money goes back. */
  readonly totalCents: number;
  /** What cash rounding put on the total or took off it: payments − change = total + rounding (M1). */
  readonly roundingCents?: number;
  readonly payments: readonly ReceiptPayment[];
  readonly changeCents: number;
  /** A reprint, marked COPY. */
  readonly copy: boolean;
  readonly voided?: { readonly atMs: number; readonly reason: string };
  /** From the demo shop: says DEMO and that it is no receipt. */
  readonly demo: boolean;
}

export interface ReceiptLine {
  /** `item` where the store of the sale knew no other. */
  readonly kind?: LineKind;
  readonly description: string;
  readonly stockNumber?: string;
  /** The maker's number, as on a watch. */
  readonly serial?: string;
  /** Negative on a return and a trade-up. */
  readonly quantityThousandths: number;
  /** Price of one before the discount. */
  readonly unitCents: number;
  /** Taken off the whole line; negative when the price was raised, which a receipt does not mention. */
  readonly discountCents: number;
  /** The part of the discount that was given on the sale as a whole. */
  readonly saleDiscountCents?: number;
  /** What the line costs, before tax. */
  readonly netCents: number;
  readonly taxed: boolean;
  /** Number of the sale that a return or a trade-up takes back from. */
  readonly soldOn?: string;
  /** What share of the price paid a trade-up credits. */
  readonly tradeUpPpm?: number;
  /** The piece that a care plan, a wrap or a restocking fee is for, by its stock number or description. */
  readonly belongsTo?: string;
  /** On the line that sells or fills it, with the whole code: the buyer hands it on. */
  readonly giftCard?: { readonly code: string; readonly balanceCents: number };
  /** What the house account owes after a payment on it. */
  readonly accountBalanceCents?: number;
  readonly shipment?: ReceiptShipment;
}

export interface ReceiptShipment {
  readonly recipient: string;
  readonly addressLines: readonly string[];
  readonly carrier: string;
  readonly tracking?: string;
  readonly insuredCents?: number;
}

export interface ReceiptTax {
  readonly name: string;
  readonly ratePpm: number;
  readonly baseCents: number;
  readonly taxCents: number;
  /** What a cap left out of the base. */
  readonly excessCents?: number;
}

export interface ReceiptPayment {
  readonly tender: TenderKind;
  /** Negative when it goes back. */
  readonly amountCents: number;
  /** The cash handed over, where it is more than the amount. */
  readonly tenderedCents?: number;
  /** Of a card; the provider of a finance or lease; what an other tender is called. */
  readonly brand?: string;
  /** The card terminal's approval code, the check's number, the finance company's application. */
  readonly reference?: string;
  readonly checkKind?: CheckKind;
  /** The goods stay here until the check has cleared, at least to this day. */
  readonly holdUntil?: string;
  /** The last characters of a gift card's code; at most five are printed. */
  readonly endsWith?: string;
  /** What is left on the gift card, the store credit, or owed on the house account after this. */
  readonly balanceCents?: number;
  /** When a charge to the house account is due. */
  readonly dueOn?: string;
  /** The plan of a finance or lease. */
  readonly plan?: string;
  /** Taken, and nobody knows whether it was charged. */
  readonly unknown?: boolean;
}

/**
 * The sales receipt (reference: tax stated apart, refund policy, terms of the goods as sold). Amounts of lines stand
 * before discounts, so that the column adds up to the subtotal.
 */
export function receiptPaper(facts: ReceiptFacts, printerLocale: PaperLocale): Paper {
  const locale = facts.language ?? printerLocale;
  const texts = paperTexts(locale);
  const anyTax = facts.taxes.length > 0;
  return {
    kind: 'receipt',
    locale,
    title: fillText(texts.receiptTitle, { number: facts.number }),
    blocks: [
      ...markBlocks(
        { demo: facts.demo, voided: facts.voided !== undefined, copy: facts.copy },
        texts,
      ),
      {
        type: 'head',
        store: storeBlocks(facts.store),
        document: headBlocks(facts, texts, locale),
      },
      { type: 'rule', style: 'single' },
      ...facts.lines.map((line) => lineBlock(line, { anyTax }, texts)),
      { type: 'rule', style: 'single' },
      ...sumBlocks(facts, texts),
      { type: 'space', lines: 1 },
      ...facts.payments.flatMap((payment) => paymentBlocks(payment, texts, locale)),
      ...(facts.changeCents > 0
        ? [rowBlock(texts.changeDue, paperAmount(facts.changeCents), 'bold')]
        : []),
      ...footBlocks(facts, texts),
    ],
  };
}

function headBlocks(facts: ReceiptFacts, texts: PaperTexts, locale: PaperLocale): FlatBlock[] {
  const instant = (atMs: number): string => paperInstant(atMs, facts.zone, locale);
  const at = instant(facts.completedAtMs);
  const day = paperDate(facts.businessDate, locale);
  const blocks: FlatBlock[] = [
    textBlock(fillText(texts.sale, { number: facts.number }), { weight: 'bold' }),
    textBlock(at),
  ];
  if (!at.startsWith(day)) blocks.push(textBlock(fillText(texts.businessDate, { date: day })));
  const register = facts.registerName;
  const seller = facts.sellers?.join(', ') ?? facts.soldBy;
  blocks.push(textBlock(fillText(texts.registerAndSeller, { register, seller })));
  if (facts.customerName !== undefined) {
    blocks.push(textBlock(fillText(texts.customer, { name: facts.customerName })));
  }
  if (facts.correctedAtMs !== undefined) {
    blocks.push(textBlock(fillText(texts.correctedAt, { at: instant(facts.correctedAtMs) })));
  }
  if (facts.voided) {
    const voidedAt = instant(facts.voided.atMs);
    blocks.push(textBlock(fillText(texts.voidedAt, { at: voidedAt }), { weight: 'bold' }));
    blocks.push(textBlock(fillText(texts.reason, { reason: facts.voided.reason })));
  }
  return blocks;
}

function footBlocks(facts: ReceiptFacts, texts: PaperTexts): PaperBlock[] {
  return [
    { type: 'space', lines: 1 },
    ...footerBlocks(facts.store),
    { type: 'barcode', symbology: 'code128', value: facts.printedCode, ofDocument: true },
    ...(facts.demo ? [textBlock(texts.demoNotice, { align: 'center' })] : []),
    { type: 'cut' },
  ];
}
