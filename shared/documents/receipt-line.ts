import { type Cents, cents, portionOfCents } from '../money.ts';
import type { LineKind } from '../sales/line-kinds.ts';
import type { ItemBlock } from './paper.ts';
import { paperAmount, paperQuantity, paperRate } from './paper-format.ts';
import type { ReceiptLine, ReceiptShipment } from './receipt-paper.ts';
import { fillText, type PaperTexts } from './texts/paper-texts.ts';

/**
 * One line as the reader sees it: what it costs before its discounts, with the discounts said below. What comes back
 * (a return, a trade-up) stands with what is credited for it, without a word of the discount it once had.
 */
export function lineBlock(
  line: ReceiptLine,
  { anyTax }: { readonly anyTax: boolean },
  texts: PaperTexts,
): ItemBlock {
  return {
    type: 'item',
    description: lineWords(line, texts),
    amount: paperAmount(shownCents(line)),
    notes: [
      ...goodsNotes(line, texts),
      ...priceNotes(line, texts),
      ...kindNotes(line, texts),
      ...(!line.taxed && anyTax && !NEVER_TAXED.has(kindOf(line)) ? [texts.notTaxed] : []),
    ],
  };
}

/** What the line and the whole sale took off a line, as far as the paper says it. Both are never negative. */
export interface ShownDiscount {
  readonly ownCents: number;
  readonly saleCents: number;
}

/** Splits the discount of a line; a raised price and what comes back show none. */
export function shownDiscount(line: ReceiptLine): ShownDiscount {
  const allCents = comesBack(line) ? 0 : Math.max(0, line.discountCents);
  const saleCents = Math.min(allCents, Math.max(0, line.saleDiscountCents ?? 0));
  return { ownCents: allCents - saleCents, saleCents };
}

/** What the line shows in the column of amounts: net plus the discounts that are shown. */
export function shownCents(line: ReceiptLine): Cents {
  const { ownCents, saleCents } = shownDiscount(line);
  return cents(line.netCents + ownCents + saleCents);
}

/** Money for money, and fees: nobody asks whether these were taxed. */
const NEVER_TAXED: ReadonlySet<LineKind> = new Set<LineKind>([
  'gift_card',
  'account_payment',
  'price_adjustment',
]);

function kindOf(line: ReceiptLine): LineKind {
  return line.kind ?? 'item';
}

function comesBack(line: ReceiptLine): boolean {
  return kindOf(line) === 'return' || kindOf(line) === 'trade_up';
}

/** The words of a line: goods and services by their description, what the house itself puts on a sale by its name. */
export function lineWords(line: ReceiptLine, texts: PaperTexts): string {
  const { description } = line;
  switch (kindOf(line)) {
    case 'item':
    case 'service':
    case 'gift_wrap':
    case 'care_plan':
    case 'shipping':
      return description;
    case 'return':
      return fillText(texts.returnLine, { description });
    case 'trade_up':
      return fillText(texts.tradeUpLine, { description });
    case 'restocking_fee':
      return texts.restockingFee;
    case 'gift_card':
      return texts.giftCardLine;
    case 'account_payment':
      return texts.accountPayment;
    case 'price_adjustment':
      return texts.priceAdjustment;
  }
}

/** Which piece it is: stock number and the maker's serial. */
export function goodsNotes(line: ReceiptLine, texts: PaperTexts): string[] {
  return [
    ...note(line.stockNumber, (number) => fillText(texts.stockNumber, { number })),
    ...note(line.serial, (serial) => fillText(texts.serial, { serial })),
  ];
}

function priceNotes(line: ReceiptLine, texts: PaperTexts): string[] {
  const notes: string[] = [];
  const count = Math.abs(line.quantityThousandths);
  if (count !== 1000) {
    const price = paperAmount(shownUnitCents(line));
    const quantity = paperQuantity(count);
    notes.push(fillText(texts.quantityAtPrice, { quantity, price }));
  }
  const { ownCents } = shownDiscount(line);
  if (ownCents > 0) notes.push(fillText(texts.lineDiscount, { amount: paperAmount(-ownCents) }));
  return notes;
}

/** What one costs as the reader sees it: before a discount, but after a raise, and as credited for what comes back. */
function shownUnitCents(line: ReceiptLine): number {
  if (line.discountCents >= 0 && !comesBack(line)) return line.unitCents;
  const count = Math.abs(line.quantityThousandths);
  return portionOfCents(cents(Math.abs(line.netCents)), 1000, count);
}

function kindNotes(line: ReceiptLine, texts: PaperTexts): string[] {
  return [
    ...note(line.soldOn, (number) => fillText(texts.soldOn, { number })),
    ...note(line.tradeUpPpm, (ppm) => fillText(texts.tradeUpShare, { share: paperRate(ppm) })),
    ...note(line.belongsTo, (piece) => fillText(texts.belongsTo, { piece })),
    ...note(line.giftCard?.code, (code) => fillText(texts.code, { code })),
    ...note(line.giftCard?.balanceCents, (balance) =>
      fillText(texts.balance, { amount: paperAmount(balance) }),
    ),
    ...note(line.accountBalanceCents, (balance) =>
      fillText(texts.newBalance, { amount: paperAmount(balance) }),
    ),
    ...(line.shipment === undefined ? [] : shipmentNotes(line.shipment, texts)),
  ];
}

function shipmentNotes(shipment: ReceiptShipment, texts: PaperTexts): string[] {
  const address = [shipment.recipient, ...shipment.addressLines]
    .filter((each) => each !== '')
    .join(', ');
  const carrier = fillText(texts.tracking, {
    carrier: shipment.carrier,
    tracking: shipment.tracking ?? '',
  }).trim();
  return [
    fillText(texts.shipTo, { address }),
    ...(carrier === '' ? [] : [carrier]),
    ...note(shipment.insuredCents, (insured) =>
      fillText(texts.insuredFor, { amount: paperAmount(insured) }),
    ),
  ];
}

function note<Value>(value: Value | undefined, words: (value: Value) => string): string[] {
  return value === undefined ? [] : [words(value)];
}
