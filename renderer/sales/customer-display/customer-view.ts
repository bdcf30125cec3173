import type { CustomerView, CustomerViewLine } from '#shared/customer-display/view.ts';
import type { PricedTicket } from '#shared/sales/cart-totals.ts';
import type { Cart, CartLine } from '#shared/sales/cart.ts';
import type { Cents } from '#shared/money.ts';

/** Lines told by their kind: their own words may hold a code or somebody's name. */
export type ToldByKind = 'gift_card' | 'account_payment' | 'return' | 'trade_up';

const TOLD_BY_KIND: readonly ToldByKind[] = ['gift_card', 'account_payment', 'return', 'trade_up'];

export interface AtTheCounter {
  readonly storeName: string;
  readonly cart: Cart | undefined;
  readonly totals: PricedTicket | undefined;
  readonly sold: { readonly totalCents: Cents; readonly changeCents: Cents } | undefined;
  readonly kindWords: (kind: ToldByKind) => string;
}

/** What the customer sees of what happens at the counter: the sale, then thanks, else the shop's name. */
export function customerViewOf(now: AtTheCounter): CustomerView {
  const { storeName, cart, totals, sold } = now;
  if (cart !== undefined && totals !== undefined && cart.lines.length > 0)
    return {
      kind: 'sale',
      lines: cart.lines.map((line) => viewLine(line, totals, now.kindWords)),
      taxCents: totals.taxCents,
      totalCents: totals.totalCents,
    };
  if (cart !== undefined && sold !== undefined)
    return {
      kind: 'thanks',
      storeName,
      totalCents: sold.totalCents,
      changeCents: sold.changeCents,
    };
  return { kind: 'idle', storeName };
}

function viewLine(
  line: CartLine,
  totals: PricedTicket,
  kindWords: AtTheCounter['kindWords'],
): CustomerViewLine {
  const priced = totals.lines.find(({ lineId }) => lineId === line.lineId);
  const kind = TOLD_BY_KIND.find((each) => each === line.kind);
  return {
    words: kind === undefined ? line.description : kindWords(kind),
    quantityThousandths: line.quantityThousandths,
    amountCents: priced?.netCents ?? line.tagPriceCents,
  };
}
