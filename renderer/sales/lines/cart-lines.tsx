import { formatGiftCardCode, readGiftCardCode } from '#shared/gift-cards/code.ts';
import type { CartLine } from '#shared/sales/cart.ts';
import type { PricedLine } from '#shared/sales/cart-totals.ts';
import { DISCOUNTABLE } from '#shared/sales/line-kinds.ts';
import { useEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/actions/button.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Money } from '../../ui/figures/money.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { useTalkWords } from '../price/use-talk-words.ts';
import { useCart } from '../cart/cart-context.tsx';
import { quantityText, readQuantity } from './quantity.ts';
import { type CartLinesState, isCounted, isPriced, useCartLines } from './use-cart-lines.ts';

/** What is sold, one line each; what can be done with the chosen one stands below it. */
export function CartLines() {
  const { t } = useTranslation('sell');
  const { totals, cart, isKept } = useCart();
  const quantity = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const state = useCartLines(() => quantity.current?.focus());
  const chosenId = state.chosen?.lineId;
  useEffect(() => {
    list.current?.querySelector('[data-chosen="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  const press = (line: CartLine) => {
    if (line.lineId !== chosenId) state.choose(line.lineId);
    else if (isPriced(line)) state.price(line);
  };
  if (state.lines.length === 0) return <div className="cart-empty">{t('cartEmpty')}</div>;
  return (
    <ul ref={list} className="cart-lines" aria-label={t('lines')} aria-busy={!isKept}>
      {state.lines.map((line, index) => (
        <li key={line.lineId} data-chosen={line.lineId === chosenId}>
          <LineWords
            line={line}
            sums={totals?.lines[index]}
            belongsTo={cart.lines.find((each) => each.lineId === line.links.forLineId)}
            chosen={line.lineId === chosenId}
            onPress={() => press(line)}
          />
          {line.lineId === chosenId ? (
            <LineActs line={line} state={state} quantityRef={quantity} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** Money kept for later is no sale yet: nobody expects tax on it, so nothing is said of it. */
const NEVER_TAXED: ReadonlySet<CartLine['kind']> = new Set([
  'gift_card',
  'account_payment',
  'restocking_fee',
  'trade_up',
]);

function cardWords(typed: string | undefined): string {
  const code = typed === undefined ? undefined : readGiftCardCode(typed);
  return code === undefined ? '' : formatGiftCardCode(code);
}

interface LineWordsProps {
  readonly line: CartLine;
  readonly sums: PricedLine | undefined;
  /** The line it was taken for: the ring of a care plan. */
  readonly belongsTo: CartLine | undefined;
  readonly chosen: boolean;
  /** Chooses the line; on the chosen one, opens its price. */
  readonly onPress: () => void;
}

function LineWords({ line, sums, belongsTo, chosen, onPress }: LineWordsProps) {
  const { t } = useTranslation('sell');
  const format = useFormat();
  const { shipTo } = useCart().cart;
  // What comes back is said to, and its amount is negative: the count itself is how many.
  const count = Math.abs(line.quantityThousandths) / 1000;
  const talk = useTalkWords()(line);
  const facts = [
    line.stockNumber,
    cardWords(line.links.giftCardCode),
    line.kind === 'gift_wrap' && belongsTo && t('line.for', { name: belongsTo.description }),
    line.links.originalNumber !== undefined &&
      t(line.kind === 'trade_up' ? 'line.tradedUp' : 'line.returned', {
        number: line.links.originalNumber,
      }),
    line.links.blindId !== undefined && t('line.blind'),
    line.kind === 'restocking_fee' && belongsTo && t('line.for', { name: belongsTo.description }),
    line.kind === 'shipping' && shipTo && t('line.to', { name: shipTo.recipient }),
    count === 1
      ? ''
      : t('line.times', { count: format.count(count), price: format.money(line.tagPriceCents) }),
    line.taxed || NEVER_TAXED.has(line.kind) ? '' : t('line.untaxed'),
  ];
  return (
    <button
      className="cart-line"
      type="button"
      aria-current={chosen ? 'true' : undefined}
      tabIndex={chosen ? 0 : -1}
      onClick={onPress}
    >
      <Text strong>{line.description}</Text>
      {sums === undefined ? null : <Money amount={sums.netCents} />}
      <Text size="meta" tone="muted">
        {facts.filter(Boolean).join(' · ')}
      </Text>
      {talk === '' ? null : (
        <span className="cart-line-price">
          {[talk, sums && t('line.tagWas', { tag: format.money(sums.grossCents) })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
    </button>
  );
}

interface LineActsProps {
  readonly line: CartLine;
  readonly state: CartLinesState;
  readonly quantityRef: Ref<HTMLInputElement>;
}

function LineActs({ line, state, quantityRef }: LineActsProps) {
  const { t } = useTranslation('sell');
  const name = line.description;
  return (
    <div className="cart-line-acts">
      {!isCounted(line) ? null : (
        <>
          <IconButton
            icon="minus"
            label={t('line.less', { name })}
            hint="-"
            onClick={() => state.step(line, -1)}
          />
          <Quantity
            key={`${line.lineId} ${line.quantityThousandths}`}
            line={line}
            state={state}
            inputRef={quantityRef}
          />
          <IconButton
            icon="add"
            label={t('line.more', { name })}
            hint="+"
            onClick={() => state.step(line, 1)}
          />
        </>
      )}
      <span className="ui-grow" />
      {isPriced(line) ? (
        <Button kind="quiet" hint="P" onClick={() => state.price(line)}>
          {t(DISCOUNTABLE.has(line.kind) ? 'line.price' : 'line.change')}
          <span className="ui-hidden">: {name}</span>
        </Button>
      ) : null}
      <IconButton
        icon="trash"
        label={t('line.remove', { name })}
        hint="Del"
        onClick={() => state.remove(line)}
      />
    </div>
  );
}

/** How many, typed: Enter or leaving the field takes it, Esc puts back what was there. */
function Quantity({
  line,
  state,
  inputRef,
}: {
  readonly line: CartLine;
  readonly state: CartLinesState;
  readonly inputRef: Ref<HTMLInputElement>;
}) {
  const { t } = useTranslation('sell');
  const [typed, setTyped] = useState(quantityText(line.quantityThousandths));
  const dropped = useRef(false);
  const before = quantityText(line.quantityThousandths);
  const leave = () => {
    const quantity = dropped.current ? undefined : readQuantity(typed);
    dropped.current = false;
    if (quantity === undefined) setTyped(before);
    else if (quantity !== line.quantityThousandths) state.setQuantity(line, quantity);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    dropped.current = event.key === 'Escape';
    event.stopPropagation();
    event.currentTarget.blur();
  };
  return (
    <TextField
      label={t('line.quantity', { name: line.description })}
      hideLabel
      inputRef={inputRef}
      inputMode="decimal"
      maxLength={9}
      value={typed}
      onChange={setTyped}
      onBlur={leave}
      onKeyDown={onKeyDown}
    />
  );
}
