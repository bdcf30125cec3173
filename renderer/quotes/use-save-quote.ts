import type { Id } from '#shared/ids.ts';
import type { Cart } from '#shared/sales/cart.ts';
import type { SaveQuoteInput } from '#shared/sales/quotes/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { useTranslation } from 'react-i18next';
import type { CartInHand } from '../app/sale-desk.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';

interface Wanted {
  readonly quoteId: Id<'quote'>;
  readonly expiresOn: BusinessDate;
  readonly note: string;
  readonly print: boolean;
}

/** Keeps the cart as a quote, which takes it off the counter. */
export function useSaveQuote(inHand: CartInHand, onSaved: () => void) {
  const { t } = useTranslation('quotes');
  const { show } = useToasts();
  const command = useCommand(
    (store, { cart, ...wanted }: Wanted & { readonly cart: Cart }, commandId) =>
      store.quotes.save({ commandId, ...wanted, cart: forStore(cart) }),
    { attemptKey: ({ quoteId }) => quoteId },
  );
  const save = async (wanted: Wanted) => {
    await inHand.settled(); // the promise is made from what the disk holds
    const answer = await command.run({ ...wanted, cart: inHand.cart });
    if (answer?.ok !== true) return;
    inHand.begin();
    show({ text: t('saved', { number: answer.value.number }), tone: 'success', seconds: 4 });
    onSaved();
  };
  return {
    run: (wanted: Wanted) => void save(wanted),
    pending: command.pending,
    refusal: command.refusal,
    failure: command.failure,
  };
}

/** The contract gives plain arrays; ours are read only. */
function forStore(cart: Cart): SaveQuoteInput['cart'] {
  return { ...cart, lines: [...cart.lines], shares: cart.shares && [...cart.shares] };
}
