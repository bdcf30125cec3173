import type { PieceId } from '#shared/ids.ts';
import type { Cart, CartPiece } from '#shared/sales/cart.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import { useCartInHand } from '../app/sale-desk.ts';
import { type Failure, failureOf } from '../store-client/failure.ts';
import type { Store } from '../store-client/store-client.ts';
import { useStore } from '../store-client/store-hooks.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { atTodaysPrices } from './quoted-cart.ts';
import type { SavedQuote } from './use-quotes.ts';

/** Puts what was quoted on the counter: with its prices while they hold, else at today's. */
export function useSellQuote({ quote, cart }: SavedQuote) {
  const { t } = useTranslation('quotes');
  const go = useGo();
  const store = useStore();
  const inHand = useCartInHand();
  const { show } = useToasts();
  const [failure, setFailure] = useState<Failure>();
  const [notParked, setNotParked] = useState(false);
  const sell = async () => {
    if (!inHand) return;
    try {
      const wanted = quote.expired
        ? atTodaysPrices(cart, await piecesOf(store, cart))
        : { ...cart, quoteId: quote.quoteId };
      const begun = inHand.cart.lines.length > 0;
      if (!(await inHand.take(wanted))) return setNotParked(true);
      if (begun) show({ text: t('begunParked'), seconds: 4 });
      go('/sell');
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return { run: () => void sell(), failure, notParked };
}

async function piecesOf(store: Store, cart: Cart): Promise<ReadonlyMap<PieceId, CartPiece>> {
  const ids = cart.lines.flatMap((line) => line.pieceId ?? []);
  const pieces = await Promise.all(ids.map((pieceId) => store.stock.get({ pieceId })));
  return new Map(pieces.flatMap((piece) => (piece ? [[piece.pieceId, piece] as const] : [])));
}
