import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Row } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Chip } from '../../ui/messages/chip.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { shortDay } from '../find/found-row.tsx';
import { useSelling } from '../selling-context.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { CustomerNeeds } from './customer-needs.tsx';

/** Whose sale it is, with what must be read before anything is sold to them. */
export function CartCustomer() {
  const { t } = useTranslation('sell');
  const { cart, customer } = useCart();
  const { openDialog } = useSelling();
  const choose = () => openDialog({ kind: 'customer' });
  return (
    <section className="cart-customer" aria-label={t('customer.title')}>
      <Row apart>
        <Text
          as="h2"
          size="lead"
          strong={customer !== null}
          {...(customer === null && { tone: 'muted' })}
          clip
        >
          {customer?.name ?? (cart.customerId === null ? t('customer.walkIn') : '…')}
        </Text>
        <Button kind="quiet" hint="F4" onClick={choose}>
          {customer === null ? t('customer.choose') : t('customer.change')}
        </Button>
      </Row>
      {customer === null ? null : <CustomerFacts customer={customer} />}
      <CustomerNeeds />
    </section>
  );
}

type Customer = NonNullable<ReturnType<typeof useCart>['customer']>;

function CustomerFacts({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('sell');
  const format = useFormat();
  const { town, phoneLast4, lastVisitOn, taxExempt, note } = customer;
  const facts = [
    town,
    phoneLast4 && `··${phoneLast4}`,
    lastVisitOn && t('customer.lastHere', { date: shortDay(lastVisitOn, format) }),
  ];
  return (
    <>
      <Row apart>
        <Text size="second" tone="muted">
          {facts.filter(Boolean).join(' · ')}
        </Text>
        {taxExempt ? <Chip tone="info">{t('customer.exempt')}</Chip> : null}
      </Row>
      {note === '' ? null : (
        <div className="cart-note" tabIndex={0} role="group" aria-label={t('customer.mustRead')}>
          <Note tone="warning" title={t('customer.mustRead')}>
            {note}
          </Note>
        </div>
      )}
    </>
  );
}
