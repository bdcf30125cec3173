import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Note } from '../../ui/messages/note.tsx';
import { useCart } from '../cart/cart-context.tsx';

/** What the store asks of this sale and its customer before it can be paid; nothing where all is well. */
export function CustomerNeeds() {
  const { t } = useTranslation('sell');
  const format = useFormat();
  const { cart, customer, exempt, terms, totals } = useCart();
  const from = terms?.ticket.customerFromCents ?? null;
  if (cart.customerId === null) {
    if (cart.lines.some((line) => line.kind === 'account_payment'))
      return <Need title={t('needs.account')} next={t('needs.choose')} />;
    if (from !== null && totals !== undefined && totals.totalCents >= from)
      return (
        <Need title={t('needs.from', { from: format.money(from) })} next={t('needs.choose')} />
      );
    return null;
  }
  // A lessor buys under its own certificate; the mark of the customer says nothing then.
  return customer?.taxExempt === true && !exempt && cart.providerId === null ? (
    <Need title={t('needs.certificate')} next={t('needs.certificateNext')} />
  ) : null;
}

function Need({ title, next }: { readonly title: string; readonly next: string }) {
  return (
    <div className="cart-need">
      <Note tone="warning" title={title}>
        {next}
      </Note>
    </div>
  );
}
