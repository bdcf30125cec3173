import type { SaleLineId } from '#shared/ids.ts';
import type { Thousandths } from '#shared/money.ts';
import type { CartLine } from '#shared/sales/cart.ts';
import { DISCOUNTABLE } from '#shared/sales/line-kinds.ts';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../commands/command-context.tsx';
import { nextIndex } from '../../ui/lists/roving.ts';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { type SellingDialog, useSelling } from '../selling-context.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { withoutLine, withQuantity } from './line-changes.ts';
import { stepQuantity } from './quantity.ts';

export interface CartLinesState {
  readonly lines: readonly CartLine[];
  /** The line the keys act on: the one chosen, else the newest. */
  readonly chosen: CartLine | undefined;
  readonly choose: (lineId: SaleLineId) => void;
  readonly remove: (line: CartLine) => void;
  readonly setQuantity: (line: CartLine, quantityThousandths: Thousandths) => void;
  readonly step: (line: CartLine, by: 1 | -1) => void;
  readonly price: (line: CartLine) => void;
}

/** The lines with their keys: arrows choose, Del takes out, + − and Q count, P prices. */
export function useCartLines(focusQuantity: () => void): CartLinesState {
  const { t } = useTranslation('price');
  const { cart, change, chosenLine: chosen, chooseLine: choose } = useCart();
  const { openDialog } = useSelling();
  const { show } = useToasts();
  const { lines } = cart;
  const remove = ({ lineId }: CartLine) => change((now) => withoutLine(now, lineId));
  const setQuantity = ({ lineId, description }: CartLine, quantity: Thousandths) => {
    let toTag = false;
    change((now) => {
      const next = withQuantity(now, lineId, quantity);
      toTag = next.toTag;
      return next.cart;
    });
    if (toTag) show({ text: t('quantityToTag', { name: description }), tone: 'warning' });
  };
  const step = (line: CartLine, by: 1 | -1) => {
    const next = stepQuantity(line.quantityThousandths, by);
    if (next !== line.quantityThousandths) setQuantity(line, next);
  };
  const price = (line: CartLine) => openDialog(dialogOf(line));
  const move = (key: 'ArrowUp' | 'ArrowDown') => {
    const next = nextIndex(key, chosen ? lines.indexOf(chosen) : 0, lines.length, 1);
    const line = next === undefined ? undefined : lines[next];
    if (line) choose(line.lineId);
  };
  const acts = { move, price, remove, step, focusQuantity };
  useLineKeys(chosen, acts);
  useCountKeys(chosen, acts);
  return { lines, chosen, choose, remove, setQuantity, step, price };
}

interface LineActs {
  readonly move: (key: 'ArrowUp' | 'ArrowDown') => void;
  readonly price: (line: CartLine) => void;
  readonly remove: (line: CartLine) => void;
  readonly step: (line: CartLine, by: 1 | -1) => void;
  readonly focusQuantity: () => void;
}

function useLineKeys(chosen: CartLine | undefined, acts: LineActs): void {
  const some = () => chosen !== undefined;
  const priced = () => chosen !== undefined && isPriced(chosen);
  useCommands([
    {
      id: 'line.up',
      chord: '↑',
      label: 'sell:keys.line.up',
      when: some,
      run: () => acts.move('ArrowUp'),
      quiet: true,
    },
    {
      id: 'line.down',
      chord: '↓',
      label: 'sell:keys.line.down',
      when: some,
      run: () => acts.move('ArrowDown'),
      quiet: true,
    },
    {
      id: 'line.price',
      chord: 'P',
      label: 'sell:keys.line.price',
      when: priced,
      run: () => chosen && acts.price(chosen),
    },
    {
      id: 'line.remove',
      chord: 'Del',
      label: 'sell:keys.line.remove',
      when: some,
      run: () => chosen && acts.remove(chosen),
    },
  ]);
}

function useCountKeys(chosen: CartLine | undefined, acts: LineActs): void {
  const counted = () => chosen !== undefined && isCounted(chosen);
  useCommands([
    {
      id: 'line.more',
      chord: '+',
      label: 'sell:keys.line.more',
      when: counted,
      run: () => chosen && acts.step(chosen, 1),
      quiet: true,
    },
    {
      id: 'line.less',
      chord: '-',
      label: 'sell:keys.line.less',
      when: counted,
      run: () => chosen && acts.step(chosen, -1),
      quiet: true,
    },
    {
      id: 'line.quantity',
      chord: 'Q',
      label: 'sell:keys.line.quantity',
      when: counted,
      run: acts.focusQuantity,
      quiet: true,
    },
  ]);
}

/** Where the amount of a line is changed: its price where that may be talked about, else the dialog that made it. */
function dialogOf({ kind, lineId }: CartLine): SellingDialog {
  if (kind === 'gift_card') return { kind: 'giftCard', lineId, typed: '' };
  if (kind === 'account_payment') return { kind: 'accountPayment', lineId };
  return kind === 'shipping' ? { kind: 'shipping', tile: undefined } : { kind: 'price', lineId };
}

/** An amount that can be changed; what is given back is what it was. */
export function isPriced({ kind, fixed }: CartLine): boolean {
  const asked = kind === 'gift_card' || kind === 'account_payment' || kind === 'shipping';
  return fixed === null && (asked || DISCOUNTABLE.has(kind));
}

/** More than one of it can be sold in one line. */
export function isCounted(line: CartLine): boolean {
  return !line.oneOfOne && (line.kind === 'item' || line.kind === 'service');
}
