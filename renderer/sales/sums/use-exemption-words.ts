import type { BusinessDate } from '#shared/time.ts';
import { certificateInForce } from '#shared/taxes/exemption.ts';
import { useTranslation } from 'react-i18next';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { useDrawerState } from '../drawer-state.ts';

/** Why nothing is taxed, in words: `Not taxed: certificate 4471`. Undefined where it is taxed. */
export function useExemptionWords(): string | undefined {
  const { t } = useTranslation('sell');
  const { cart, exempt } = useCart();
  const { customerId, providerId } = cart;
  const drawer = useDrawerState().data;
  const asked = exempt && providerId === null && customerId !== null;
  const certificates = useStoreQuery({
    key: ['taxes.listCertificates', customerId],
    tables: ['exemption_certificate'],
    enabled: asked,
    read: async (store) =>
      customerId === null ? [] : await store.taxes.listCertificates({ customerId }),
  }).data;
  if (!exempt) return undefined;
  if (providerId !== null) return t('sums.notTaxedLessor');
  const day = drawer?.open?.businessDate ?? drawer?.today;
  // Branding: the day crossed the port as a plain text.
  const inForce =
    asked && certificates !== undefined && day !== undefined
      ? certificateInForce(certificates, day as BusinessDate)
      : undefined;
  return inForce === undefined
    ? t('sums.notTaxed')
    : t('sums.notTaxedNumber', { number: inForce.number });
}
