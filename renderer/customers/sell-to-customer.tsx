import type { Customer } from '#shared/customers/contract.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import { useSaleDesk } from '../app/sale-desk.ts';
import { useCommands } from '../commands/command-context.tsx';
import { Button } from '../ui/actions/button.tsx';

/** Goes to Sell with this customer in the sale, at the place where Pay will be. */
export function SellToCustomer({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers');
  const go = useGo();
  const sellTo = useSaleDesk()?.sellTo;
  const sell = () => {
    sellTo?.(customer.customerId);
    go('/sell');
  };
  useCommands([
    {
      id: 'customer.sell',
      chord: 'Enter',
      label: 'customers:keys.sell',
      order: 0,
      when: () => sellTo !== undefined,
      run: sell,
    },
  ]);
  if (sellTo === undefined) return null;
  const { givenName } = customer.fields;
  return (
    <div className="customers-act">
      <Button kind="primary" size={56} wide hint="Enter" onClick={sell}>
        {t('sellTo', { name: givenName === '' ? customer.name : givenName })}
      </Button>
    </div>
  );
}
