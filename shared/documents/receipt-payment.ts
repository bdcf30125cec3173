import { type PaperBlock, type PaperLocale, rowBlock } from './paper.ts';
import { paperAmount, paperDate } from './paper-format.ts';
import type { ReceiptPayment } from './receipt-paper.ts';
import { tenderWords } from './tender-words.ts';
import { fillText, type PaperTexts } from './texts/paper-texts.ts';

/** One tender with what the customer has to keep of it. Money that goes back is negative and called a refund. */
export function paymentBlocks(
  payment: ReceiptPayment,
  texts: PaperTexts,
  locale: PaperLocale,
): PaperBlock[] {
  const label = payment.amountCents < 0 ? refundWords(payment, texts) : tenderWords(payment, texts);
  const amount = paperAmount(
    payment.tender === 'cash'
      ? (payment.tenderedCents ?? payment.amountCents)
      : payment.amountCents,
  );
  const notes = paymentNotes(payment, texts, locale);
  if (payment.tender === 'cash' && notes.length === 0) return [rowBlock(label, amount)];
  return [{ type: 'item', description: label, amount, notes }];
}

function refundWords(payment: ReceiptPayment, texts: PaperTexts): string {
  return payment.tender === 'store_credit'
    ? texts.creditIssued
    : fillText(texts.refundTo, { tender: tenderWords(payment, texts) });
}

function paymentNotes(payment: ReceiptPayment, texts: PaperTexts, locale: PaperLocale): string[] {
  const { reference, endsWith, balanceCents } = payment;
  const notes: string[] = [];
  if (reference !== undefined) notes.push(referenceWords(payment, reference, texts));
  if (payment.plan !== undefined) notes.push(fillText(texts.plan, { plan: payment.plan }));
  if (endsWith !== undefined) notes.push(fillText(texts.endsWith, { digits: endsWith.slice(-5) }));
  if (payment.holdUntil !== undefined)
    notes.push(fillText(texts.holdUntil, { date: paperDate(payment.holdUntil, locale) }));
  if (payment.dueOn !== undefined)
    notes.push(fillText(texts.dueOn, { date: paperDate(payment.dueOn, locale) }));
  if (balanceCents !== undefined) notes.push(balanceWords(payment, balanceCents, texts));
  if (payment.unknown === true) notes.push(texts.paymentUnknown);
  return notes;
}

/** A check's number, a finance company's application, a card terminal's approval code. */
function referenceWords({ tender }: ReceiptPayment, reference: string, texts: PaperTexts): string {
  if (tender === 'check') return fillText(texts.checkNumber, { number: reference });
  if (tender === 'finance' || tender === 'lease')
    return fillText(texts.application, { number: reference });
  return fillText(texts.reference, { reference });
}

function balanceWords({ tender }: ReceiptPayment, balanceCents: number, texts: PaperTexts): string {
  const amount = paperAmount(balanceCents);
  return tender === 'gift_card'
    ? fillText(texts.remaining, { amount })
    : fillText(texts.newBalance, { amount });
}
