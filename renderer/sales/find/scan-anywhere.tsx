import { containsCardNumber } from '#shared/card-number.ts';
import { readGiftCardCode } from '#shared/gift-cards/code.ts';
import { type ExchangeCode, readExchangeCode } from '#shared/documents/exchange-code.ts';
import { readPrintedCode } from '#shared/document-number.ts';
import type { PieceSummary } from '#shared/stock/contract.ts';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../app/navigation.ts';
import { useFormat } from '../../i18n/format.ts';
import { useScan } from '../../scanner/scan-context.tsx';
import { useStore } from '../../store-client/store-hooks.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { useSelling } from '../selling-context.tsx';
import { scanOutcome } from './scan-outcome.ts';

/** From any screen and any field: a tag goes into the cart, a receipt opens, anything else is said and not lost. */
export function ScanAnywhere() {
  const selling = useSelling();
  const take = useScanned();
  const latest = useRef(take);
  latest.current = take;
  const { t } = useTranslation('sell');
  const { show } = useToasts();
  useScan(
    ({ code, repeat }) => {
      if (selling.paying)
        show({
          text: t(saidAloud(code) ? 'scanWhilePaying' : 'cardWhilePaying', { code }),
          tone: 'warning',
        });
      else selling.inTurn(() => latest.current(code, repeat));
    },
    { fallback: true },
  );
  return null;
}

/** A swiped payment card is never shown. */
function saidAloud(code: string): boolean {
  return !containsCardNumber(code);
}

function useScanned(): (code: string, repeat: boolean) => Promise<void> {
  const selling = useSelling();
  const store = useStore();
  const put = usePutIntoCart();
  const go = useGo();
  const openSale = async (code: string, number: string) => {
    const { sales } = await store.sales.find({ text: number });
    const sale = sales.find((each) => each.number === number);
    if (sale) selling.showReceipt(sale.saleId);
    else selling.setNotice({ kind: 'missing', code });
  };
  /** A gift receipt names what may be exchanged: the return desk opens with just that. */
  const openGift = async (code: string, { positions }: ExchangeCode) => {
    const [sale] = await store.returns.findSales({ text: code, limit: 1 });
    if (sale) selling.openDialog({ kind: 'return', saleId: sale.saleId, positions, searched: '' });
    else selling.setNotice({ kind: 'missing', code });
  };
  const tellSold = async (piece: PieceSummary) => {
    const known = await store.stock.get({ pieceId: piece.pieceId });
    const soldAs = known?.movements.find((movement) => movement.kind === 'sold')?.document ?? null;
    selling.setNotice({ kind: 'sold', piece, soldAs });
  };
  /** A gift card of this store opens with what is on it. */
  const tellMissing = async (code: string) => {
    const cardCode = readGiftCardCode(code);
    if (cardCode !== undefined && (await store.credit.giftCard({ code: cardCode })) !== null)
      return selling.openDialog({ kind: 'giftCard', lineId: null, typed: cardCode });
    return selling.setNotice(saidAloud(code) ? { kind: 'missing', code } : { kind: 'cardNumber' });
  };
  return async (code, repeat) => {
    const gift = readExchangeCode(code);
    if (gift !== undefined) return openGift(code, gift);
    const document = readPrintedCode(code);
    if (document?.kind === 'sale') return openSale(code, document.number);
    if (document?.kind === 'approval') return go('/sell/approvals', { number: document.number });
    if (document?.kind === 'quote') return go('/sell/quotes', { number: document.number });
    const outcome = scanOutcome(await store.stock.findByCode({ code }));
    selling.setNotice(undefined);
    switch (outcome.kind) {
      case 'add':
        return put(outcome.piece, repeat);
      case 'choose':
        return selling.openDialog({ kind: 'pieces', pieces: outcome.pieces });
      case 'sold':
        return tellSold(outcome.piece);
      case 'away':
      case 'removed':
        return selling.setNotice({ kind: outcome.kind, piece: outcome.piece });
      case 'missing':
        return tellMissing(code);
    }
  };
}

/** Puts a piece into the cart and shows the cart; a piece that is there already is said, but for a held trigger. */
export function usePutIntoCart(): (piece: PieceSummary, repeat?: boolean) => void {
  const { t } = useTranslation('sell');
  const selling = useSelling();
  const { add } = useCart();
  const go = useGo();
  const format = useFormat();
  const { show } = useToasts();
  return (piece, repeat = false) => {
    const { dialog } = selling;
    if (dialog?.kind === 'item' || dialog?.kind === 'pieces') selling.closeDialog();
    selling.forgetSold();
    selling.showReceipt(undefined);
    go('/sell');
    if (add(piece) || repeat) return;
    const price = format.money(piece.tagPriceCents);
    show({ text: t('pieceThere', { description: piece.description, price }) });
  };
}
