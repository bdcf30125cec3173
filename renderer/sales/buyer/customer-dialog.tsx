import '../cart/item.css';
import type { CustomerSummary } from '#shared/customers/contract.ts';
import type { CustomerId } from '#shared/ids.ts';
import { setCustomer } from '#shared/sales/cart.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../app/answer-notes.tsx';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { SearchField } from '../../ui/choices/search-field.tsx';
import { SectionTitle } from '../../ui/layout/card.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Stack } from '../../ui/layout/layout.tsx';
import { List } from '../../ui/lists/list.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { CustomerFound } from '../find/found-row.tsx';
import { useSelling } from '../selling-context.tsx';
import { useCart } from '../cart/cart-context.tsx';
import { NewCustomerForm } from './new-customer-form.tsx';

/** F4: whose sale it is. The last four digits of a phone are enough; a new customer takes a name. */
export function CustomerDialog() {
  const { t } = useTranslation('sell');
  const { dialog, closeDialog } = useSelling();
  const open = dialog?.kind === 'customer';
  return (
    <Dialog
      help="customers"
      open={open}
      title={t('customer.title')}
      width="wide"
      onClose={closeDialog}
    >
      {open ? <CustomerChoice onClose={closeDialog} /> : null}
    </Dialog>
  );
}

function CustomerChoice({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('sell');
  const { cart, change } = useCart();
  const { forgetSold } = useSelling();
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const choose = (customerId: CustomerId | null) => {
    forgetSold();
    change((now) => setCustomer(now, customerId));
    onClose();
  };
  if (adding)
    return <NewCustomerForm typed={text} onAdded={choose} onBack={() => setAdding(false)} />;
  return (
    <Stack gap={16}>
      <CustomerSearch
        text={text}
        onText={setText}
        onChoose={({ customerId }) => choose(customerId)}
      />
      <div className="customer-acts">
        <Button icon="add" size={44} onClick={() => setAdding(true)}>
          {t('customer.new')}
        </Button>
        {cart.customerId === null ? null : (
          <Button size={44} onClick={() => choose(null)}>
            {t('customer.remove')}
          </Button>
        )}
      </div>
    </Stack>
  );
}

interface CustomerSearchProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onChoose: (customer: CustomerSummary) => void;
}

/** Four digits or a part of the name; Enter takes the one that is left. Before anything is typed: who was here last. */
function CustomerSearch({ text, onText, onChoose }: CustomerSearchProps) {
  const { t } = useTranslation('sell');
  const found = useStoreQuery({
    key: ['customers.search', text],
    tables: ['customer', 'customer_lookup'],
    keepLast: true,
    read: async (store) => ({ text, ...(await store.customers.search({ text, limit: 8 })) }),
  });
  const customers = found.data?.rows ?? [];
  const current = found.data?.text === text;
  const lately = text.trim() === '' && current ? customers.slice(0, 4) : [];
  const rows = lately.map((customer) => ({
    key: customer.customerId,
    onOpen: () => onChoose(customer),
    content: <CustomerFound customer={customer} />,
  }));
  return (
    <Stack gap={8}>
      <SearchField
        label={t('customer.search')}
        placeholder={t('customer.placeholder')}
        size={44}
        value={text}
        onChange={onText}
        items={text.trim() === '' ? [] : customers}
        itemKey={(customer) => customer.customerId}
        renderItem={(customer) => <CustomerFound customer={customer} />}
        onChoose={onChoose}
        current={current}
        loading={!current}
        empty={t('customer.none')}
        autoFocus
      />
      <FailureNote failure={found.failure} />
      <div className="customer-lately">
        {rows.length === 0 ? null : (
          <>
            <SectionTitle>{t('customer.lately')}</SectionTitle>
            <List label={t('customer.lately')} rows={rows} rowHeight={48} />
          </>
        )}
      </div>
    </Stack>
  );
}
