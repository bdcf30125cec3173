import { setCustomer } from '#shared/sales/cart.ts';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../app/navigation.ts';
import { usePalette } from '../../app/palette.ts';
import { useCommands } from '../../commands/command-context.tsx';
import { commandQuery, findCommands } from '../../commands/find-commands.ts';
import { useStore, useStoreQuery } from '../../store-client/store-hooks.tsx';
import { SearchField } from '../../ui/choices/search-field.tsx';
import { useOptionalCart } from '../cart/cart-context.tsx';
import { useSelling } from '../selling-context.tsx';
import {
  type Answered,
  enterOpens,
  flattenHits,
  type Found,
  onlyMeant,
  withCommands,
} from './found.ts';
import { FoundRow } from './found-row.tsx';

/** The one box: name, part of a phone, last 4, ticket, stock number, command. F2 or Ctrl+K from anywhere. */
export function FindBox() {
  const { t } = useTranslation('sell');
  const box = useFindBox();
  return (
    <div onKeyDownCapture={box.onKeyDown}>
      <SearchField
        label={t('find')}
        placeholder={t('findPlaceholder')}
        hint="F2"
        value={box.text}
        onChange={box.type}
        inputRef={box.input}
        items={box.found}
        itemKey={(item) => item.key}
        renderItem={(item) => <FoundRow item={item} />}
        groupOf={(item) => t(`found.${item.kind}`)}
        onChoose={box.choose}
        loading={!box.current}
        current={box.current}
        only={box.only}
        empty={t('findNothing')}
      />
    </div>
  );
}

function useFindBox() {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const typed = useRef('');
  const store = useStore();
  const open = useOpenFound();
  const palette = usePalette();
  const commandsOnly = commandQuery(text)?.only === true;
  const hits = useStoreQuery<Answered>({
    key: ['sales.find', text],
    tables: ['customer', 'piece', 'piece_state', 'sale'],
    enabled: asksStore(text),
    keepLast: asksStore(text),
    read: async (store) => ({ text, found: flattenHits(await store.sales.find({ text })) }),
  });
  const type = (next: string) => {
    typed.current = next;
    setText(next);
  };
  const leave = () => {
    type('');
    input.current?.blur();
  };
  const choose = (item: Found) => {
    leave();
    open(item);
  };
  const focus = () => {
    input.current?.focus();
    input.current?.select();
  };
  useCommands([
    { id: 'sell.find', chord: 'F2', label: 'shell:keys.search', run: focus },
    { id: 'sell.find-k', chord: 'Ctrl+K', label: 'shell:keys.search', quiet: true, run: focus },
  ]);
  // Enter was pressed before the answer came: it counts when it comes, if the words are still the same.
  const enterLate = async (asked: string) => {
    const found = flattenHits(await store.sales.find({ text: asked }));
    const opens = enterOpens({ text: asked, found }, typed.current);
    if (opens !== undefined && opens !== 'wait') choose(opens);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const field = input.current;
    if (event.key === 'Escape' && field?.ariaExpanded !== 'true') leave();
    // An item chosen with the arrows is the list's own affair.
    if (event.key !== 'Enter' || field?.getAttribute('aria-activedescendant')) return;
    if (asksStore(text) && enterOpens(hits.data, text) === 'wait') void enterLate(text);
  };
  const stored = asksStore(text) ? (hits.data?.found ?? []) : [];
  const found = withCommands(stored, findCommands(palette(), text));
  return {
    text,
    type,
    input,
    found,
    current: commandsOnly || hits.data?.text === text,
    only: onlyMeant(found, commandsOnly),
    choose,
    onKeyDown,
  };
}

/** After `>` only commands are asked for, and the store has none. */
function asksStore(text: string): boolean {
  return text.trim() !== '' && commandQuery(text)?.only !== true;
}

/** A customer joins the sale, a piece goes into the cart, a sale shows its receipt. */
function useOpenFound(): (item: Found) => void {
  const cart = useOptionalCart();
  const selling = useSelling();
  const go = useGo();
  return (item) => {
    switch (item.kind) {
      case 'customer': {
        const { customerId } = item.customer;
        cart?.change((now) => setCustomer(now, customerId));
        go(cart ? '/sell' : `/customers/${customerId}`);
        return;
      }
      case 'piece':
        if (cart && item.piece.status === 'in_stock') {
          cart.add(item.piece);
          selling.forgetSold();
          go('/sell');
        } else go(`/stock/${item.piece.pieceId}`);
        return;
      case 'sale':
        selling.showReceipt(item.sale.saleId);
        return;
      case 'command':
        item.command.run();
        return;
    }
  };
}
