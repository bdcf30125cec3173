import type { CartId } from '#shared/ids.ts';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useCommand, useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Money } from '../../ui/figures/money.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { List, type ListRow } from '../../ui/lists/list.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { EmptyState } from '../../ui/messages/empty-state.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { useSelling } from '../selling-context.tsx';

/** Parked carts as rows; opening one brings it back and parks what was being rung up. */
export function useParked() {
  const { t } = useTranslation('sell');
  const format = useFormat();
  const { replace, settled } = useCart();
  const { forgetSold, closeDialog } = useSelling();
  const parked = useStoreQuery({
    key: ['sales.listParked'],
    tables: ['cart', 'tax_rule', 'customer'],
    read: (store) => store.sales.listParked({}),
  });
  const recall = useCommand((store, cartId: CartId, commandId) =>
    store.sales.recall({ commandId, cartId }),
  );
  const open = async (cartId: CartId) => {
    await settled(); // what is being rung up must be on disk before it is parked
    const answer = await recall.run(cartId);
    if (answer?.ok !== true) return;
    forgetSold();
    closeDialog();
    replace(answer.value);
  };
  const rows: readonly ListRow[] = (parked.data ?? []).map((cart) => ({
    key: cart.cartId,
    onOpen: () => void open(cart.cartId),
    content: (
      <span className="sell-row">
        <Text clip>
          <b>{cart.customerName ?? t('noName')}</b>{' '}
          <Text size="second" tone="muted">
            {cart.lineCount > 1
              ? t('andMore', { first: cart.firstLine, count: cart.lineCount - 1 })
              : cart.firstLine}
          </Text>
        </Text>
        <Text size="second" tone="muted">
          {format.time(cart.parkedAtMs)}
        </Text>
        <Money amount={cart.totalCents} />
      </span>
    ),
  }));
  return { rows, recall: open, refusal: recall.refusal, failure: recall.failure };
}

/** F8 with an empty cart: which parked cart comes back. */
export function RecallDialog() {
  const { t } = useTranslation('sell');
  const { dialog, closeDialog } = useSelling();
  const open = dialog?.kind === 'recall';
  return (
    <Dialog help="park" open={open} title={t('recallTitle')} width="wide" onClose={closeDialog}>
      {open ? <RecallList /> : null}
    </Dialog>
  );
}

function RecallList() {
  const { t } = useTranslation('sell');
  const { rows, refusal, failure } = useParked();
  return (
    <>
      <RefusalNote refusal={refusal} />
      <FailureNote failure={failure} />
      {rows.length === 0 ? (
        <EmptyState icon="park" title={t('parkedNone')}>
          {t('parkedNext')}
        </EmptyState>
      ) : (
        <List label={t('parked')} rows={rows} rowHeight={48} autoFocus />
      )}
    </>
  );
}
