import type { Id, SaleLineId } from '#shared/ids.ts';
import { type Cents, sumCents, type Thousandths } from '#shared/money.ts';
import { addLine, type Cart, setCustomer } from '#shared/sales/cart.ts';
import type { ReturnDisposition } from '#shared/sales/line-kinds.ts';
import type { ReturnableLine, ReturnableTicket } from '#shared/sales/returns/contract.ts';
import {
  broughtBackCents,
  chosenAmounts,
  chosenBefore,
  chosenFee,
  feeLine,
  returnLine,
  withoutReturnsOf,
} from '#shared/sales/returns/return-lines.ts';

/** What is said of one line at the return desk. */
export interface LineDraft {
  /** Of the cart line it becomes; a manager's word for its fee names it. */
  readonly lineId: SaleLineId;
  readonly ticked: boolean;
  readonly kind: 'return' | 'trade_up';
  /** Undefined while what stands in the field is no quantity. */
  readonly quantityThousandths: Thousandths | undefined;
  readonly disposition: ReturnDisposition;
  /** The fee is let go; by whose word, where it took one. */
  readonly waived: { readonly overrideId: Id<'override'> | null } | undefined;
}

export type ReturnDraft = ReadonlyMap<SaleLineId, LineDraft>;

/** One of one that is in the case, or with somebody on approval, cannot be brought. */
export function isBringable({ leftThousandths, oneOfOne, pieceStatus }: ReturnableLine): boolean {
  return leftThousandths > 0 && (!oneOfOne || pieceStatus === 'sold');
}

/**
 * The desk as it opens: what the cart takes back of the sale already, what a gift receipt names, or the one line there is.
 */
export function draftOf(
  { lines }: ReturnableTicket,
  cart: Cart,
  positions: readonly number[],
  freshId: () => SaleLineId,
): ReturnDraft {
  const bringable = lines.filter(isBringable);
  return new Map(
    bringable.map((line) => {
      const before = chosenBefore(cart, line.saleLineId);
      const ticked =
        before !== undefined || positions.includes(line.position) || bringable.length === 1;
      const draft: LineDraft = {
        lineId: freshId(),
        ticked,
        kind: before?.kind ?? 'return',
        quantityThousandths: before?.quantityThousandths ?? line.leftThousandths,
        disposition: before?.disposition ?? 'stock',
        waived: undefined,
      };
      return [line.saleLineId, draft];
    }),
  );
}

/** Changes what is said of a line. A fee is let go for one amount: another quantity or kind asks again. */
export function withLine(
  draft: ReturnDraft,
  saleLineId: SaleLineId,
  change: Partial<LineDraft>,
): ReturnDraft {
  const before = draft.get(saleLineId);
  if (!before) return draft;
  const another = 'quantityThousandths' in change || 'kind' in change;
  const next = { ...before, ...(another && { waived: undefined }), ...change };
  return new Map(draft).set(saleLineId, next);
}

export function withAllTicked(draft: ReturnDraft, ticked: boolean): ReturnDraft {
  return new Map([...draft].map(([id, line]) => [id, { ...line, ticked }]));
}

/** A ticked line with its amounts. */
export interface ChosenLine {
  readonly line: ReturnableLine;
  readonly draft: LineDraft & { readonly quantityThousandths: Thousandths };
  readonly feeCents: Cents;
  /** What it brings with tax, before the fee. */
  readonly backCents: Cents;
}

/** What is ticked; a line whose quantity is none, or more than is left, is not among them. */
export function chosenLines(ticket: ReturnableTicket, draft: ReturnDraft): readonly ChosenLine[] {
  return ticket.lines.flatMap((line): ChosenLine[] => {
    const said = draft.get(line.saleLineId);
    const quantityThousandths = said?.quantityThousandths;
    if (!said?.ticked || quantityThousandths === undefined) return [];
    if (quantityThousandths > line.leftThousandths) return [];
    const chosen = { ...said, quantityThousandths };
    const amounts = chosenAmounts(ticket, line, chosen);
    const feeCents = chosenFee(ticket, line, chosen);
    return [{ line, draft: chosen, feeCents, backCents: broughtBackCents([amounts], 0 as Cents) }];
  });
}

/** Whether something ticked cannot be taken back as it is typed. */
export function hasProblem(ticket: ReturnableTicket, draft: ReturnDraft): boolean {
  const ticked = [...draft.values()].filter((line) => line.ticked).length;
  return ticked !== chosenLines(ticket, draft).length;
}

/** What all of it brings, less the fees that are kept. */
export function sumBack(chosen: readonly ChosenLine[]): Cents {
  return sumCents(
    chosen.map(({ backCents, feeCents, draft }) =>
      draft.waived ? backCents : ((backCents - feeCents) as Cents),
    ),
  );
}

/** The cart with what is brought back, in place of what it took back of this sale before, in the name of the sale. */
export function cartWithReturns(
  cart: Cart,
  ticket: ReturnableTicket,
  chosen: readonly ChosenLine[],
  words: { readonly fee: string; readonly freshId: () => SaleLineId },
): Cart {
  const named =
    cart.customerId === null && ticket.customerId !== null
      ? setCustomer(cart, ticket.customerId)
      : cart;
  const lines = chosen.flatMap(({ line, draft, feeCents }) => {
    const back = returnLine(ticket, line, draft, draft.lineId);
    const overrideId = draft.waived?.overrideId ?? null;
    if (overrideId !== null)
      return [{ ...back, links: { ...back.links, returnOverrideId: overrideId } }];
    if (feeCents === 0 || draft.waived) return [back];
    return [back, feeLine(draft.lineId, feeCents, words.freshId(), words.fee)];
  });
  return lines.reduce(addLine, withoutReturnsOf(named, ticket.saleId));
}
