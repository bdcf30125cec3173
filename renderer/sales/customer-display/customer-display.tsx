import type { CustomerView } from '#shared/customer-display/view.ts';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { customerDisplayOf } from '../../app/customer-display.ts';
import { usePreferences } from '../../app/preferences.ts';
import { useSession } from '../../app/session/session.ts';
import { useSystemStatus } from '../../app/system-status.ts';
import { useOptionalCart } from '../cart/cart-context.tsx';
import { useSelling } from '../selling-context.tsx';
import { customerViewOf } from './customer-view.ts';

/** Tells the screen that faces the customer what to show, while it is switched on; nothing of a sale once nobody is signed in. */
export function CustomerDisplay() {
  const [{ customerDisplay }] = usePreferences();
  useEffect(() => {
    if (customerDisplay === 'off') void customerDisplayOf(window)?.close();
  }, [customerDisplay]);
  return customerDisplay === 'on' ? <Shown /> : null;
}

function Shown() {
  const { t } = useTranslation('customer-display');
  const session = useSession();
  const cart = useOptionalCart();
  const { justSold } = useSelling();
  const storeName = useSystemStatus().data?.name ?? '';
  const view = customerViewOf({
    storeName,
    cart: session === undefined ? undefined : cart?.cart,
    totals: cart?.totals,
    sold: justSold,
    kindWords: (kind) => t(`line.${kind}`),
  });
  useShow(view, storeName);
  return null;
}

function useShow(view: CustomerView, storeName: string): void {
  const text = JSON.stringify(view);
  useEffect(() => {
    // The text stands for the view: an equal one is not sent again.
    void customerDisplayOf(window)?.show(JSON.parse(text));
  }, [text]);
  // A locked register takes this away: the window stays where it was put, and is empty.
  useEffect(
    () => () => void customerDisplayOf(window)?.show({ kind: 'idle', storeName }),
    [storeName],
  );
}
