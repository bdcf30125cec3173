import { completeSale } from '#db/sales/complete/complete-sale.ts';
import { findTicketTerms } from '#db/sales/ticket-terms.ts';
import { findPieceForSale } from '#db/stock/find-piece.ts';
import type { BusinessDate } from '#shared/time.ts';
import type { Id, PieceId } from '#shared/ids.ts';
import { cents } from '#shared/money.ts';
import { addPiece, type Cart } from '#shared/sales/cart.ts';
import type { CompletedSale, CompleteSaleInput } from '#shared/sales/contract.ts';
import { cartTotals } from '#shared/sales/cart-totals.ts';
import { plainTender } from '#shared/sales/tendering/plain-tender.ts';
import type { AcknowledgedSale } from './acknowledgement.ts';
import type { Counter } from './counter.ts';
import type { Seeded } from './seeded.ts';

export interface Sale {
  readonly cart: Cart;
  readonly pieceIds: readonly PieceId[];
  readonly businessDate: BusinessDate;
  /** How it is paid; left out, as people pay. */
  readonly tenders?: CompleteSaleInput['tenders'];
}

/** Rings a sale up through the real write path. `tell` hears of it when it is done, or, planted, before the commit. */
export function ringUp(
  counter: Counter,
  chance: Seeded,
  sale: Sale,
  tell: (acknowledged: AcknowledgedSale) => void,
  tellsBeforeCommit: boolean,
): void {
  const input = saleInput(counter, chance, sale);
  const context = { ...counter.context('sales.complete'), commandId: input.commandId };
  const done = counter.writer.write(context, input, (tx) => {
    const completed = completeSale(tx, context, input);
    if (completed.ok && tellsBeforeCommit) tell(acknowledged(input, completed.value));
    return completed;
  });
  if (!done.ok) throw new Error(`the sale was refused: ${JSON.stringify(done.refusal)}`);
  if (!tellsBeforeCommit) tell(acknowledged(input, done.value));
}

function saleInput(
  counter: Counter,
  chance: Seeded,
  { cart, pieceIds, businessDate, tenders: paid }: Sale,
): CompleteSaleInput {
  const full = pieceIds.reduce((before, pieceId) => {
    const piece = findPieceForSale(counter.writer, pieceId);
    if (!piece) throw new Error(`no piece ${pieceId}`);
    return addPiece(before, piece, counter.newId('saleLine')).cart;
  }, cart);
  const totals = cartTotals(full, findTicketTerms(counter.writer, businessDate), false);
  if (!totals.ok) throw new Error('a sale at its tags has a total');
  const expectedTotalCents = totals.value.totalCents;
  return {
    commandId: counter.newId('command'),
    saleId: counter.newId('sale'),
    cart: full,
    tenders: paid ?? tenders(counter, chance, expectedTotalCents),
    expectedTotalCents,
    print: true,
  };
}

/** Cash, often with change; a card; or a card and the rest in cash. Now and then what is on a gift card goes first. */
function tenders(
  counter: Counter,
  chance: Seeded,
  totalCents: number,
): CompleteSaleInput['tenders'] {
  const gift = chance.chance(0.2) ? giftCardWithMoney(counter) : undefined;
  const giftCents = Math.min(gift?.balanceCents ?? 0, totalCents);
  const dueCents = totalCents - giftCents;
  const cardCents = chance.pick([0, 0, dueCents, Math.floor(dueCents / 2)]);
  const restCents = dueCents - cardCents;
  const cashCents = chance.chance(0.5) ? restCents : Math.ceil(restCents / 2000) * 2000;
  const of = (kind: 'cash' | 'card' | 'gift_card', amountCents: number) =>
    plainTender({
      paymentId: counter.newId('payment'),
      kind,
      amountCents: cents(amountCents),
      brand: kind === 'card' ? 'Visa' : '',
      reference: kind === 'card' ? 'A1' : '',
      giftCardId: kind === 'gift_card' ? (gift?.giftCardId ?? null) : null,
    });
  return [
    ...(giftCents > 0 ? [of('gift_card', giftCents)] : []),
    ...(cardCents > 0 ? [of('card', cardCents)] : []),
    ...(restCents > 0 ? [of('cash', cashCents)] : []),
  ];
}

interface FilledGiftCard {
  readonly giftCardId: Id<'giftCard'>;
  readonly balanceCents: number;
}

function giftCardWithMoney({ writer }: Counter): FilledGiftCard | undefined {
  return writer.sqlite
    .prepare<[], FilledGiftCard>(
      `select gift_card_id as giftCardId, sum(amount_cents) as balanceCents from gift_card_entry
       group by gift_card_id having balanceCents > 0 limit 1`,
    )
    .get();
}

function acknowledged(
  { commandId, saleId, cart, tenders: paid }: CompleteSaleInput,
  { number, totalCents, changeCents }: CompletedSale,
): AcknowledgedSale {
  return {
    kind: 'sale',
    commandId,
    saleId,
    number,
    totalCents,
    changeCents,
    lines: cart.lines.map(({ lineId, pieceId, quantityThousandths }) => ({
      lineId,
      pieceId,
      quantityThousandths,
    })),
    payments: paid.map(({ paymentId, amountCents }) => ({ paymentId, amountCents })),
  };
}
