import type { HouseAccount } from '#shared/house-accounts/contract.ts';
import type { CustomerId } from '#shared/ids.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { todayHere } from '../app/day.ts';
import { useGo, usePathParts } from '../app/navigation.ts';
import { PaperDialog } from '../app/papers/paper-dialog.tsx';
import { useSaleDesk } from '../app/sale-desk.ts';
import { useMay } from '../app/session/session.ts';
import { Side } from '../app/slots.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { ScreenHead } from '../ui/layout/card.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { AccountSide } from './account-side.tsx';
import { Answered } from './accounts-frame.tsx';
import { AdjustDialog } from './adjust-dialog.tsx';
import { periodOf } from './periods.ts';
import { StatementCard } from './statement-card.tsx';
import { TermsDialog } from './terms-dialog.tsx';
import { type Period, useHouseAccount } from './use-house-account.ts';

export function AccountPage() {
  const { t } = useTranslation('accounts');
  // Parsing: the address is text, the store checks that it is an id.
  const customerId = (usePathParts()['customerId'] ?? '') as CustomerId;
  const maySell = useMay('sales.sell');
  const account = useHouseAccount(customerId, maySell);
  const customer = useStoreQuery({
    key: ['customers.get', customerId],
    tables: ['customer', 'sale', 'sale_void'],
    enabled: maySell,
    read: (store) => store.customers.get({ customerId }),
  });
  if (!maySell) return <EmptyState icon="lock" title={t('mayNotOpen')} />;
  const name = customer.data?.name ?? '';
  return (
    <Answered answer={account}>
      {(known) => <KnownAccount key={customerId} {...{ customerId, name, account: known }} />}
    </Answered>
  );
}

interface KnownAccountProps {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly account: HouseAccount | null;
}

/** One account: what moved in a period, the statement of it, and what can be done. */
function KnownAccount({ customerId, name, account }: KnownAccountProps) {
  const { t } = useTranslation('accounts');
  const go = useGo();
  const desk = useSaleDesk();
  const mayManage = useMay('accounts.manage');
  const [period, setPeriod] = useState<Period>(() => periodOf('thisMonth', todayHere()));
  const [dialog, setDialog] = useState<'terms' | 'adjust' | 'paper'>();
  const close = () => setDialog(undefined);
  const back = () => go('/accounts');
  const pay = () => {
    desk?.payAccount?.(customerId);
    go('/sell');
  };
  const isOpen = (account?.fields ?? null) !== null;
  useCommands([
    { id: 'account.back', chord: 'Esc', label: 'accounts:house.all', run: back },
    {
      id: 'account.paper',
      chord: 'Ctrl+P',
      label: 'accounts:statement.paper',
      run: () => setDialog('paper'),
    },
    {
      id: 'account.terms',
      chord: 'E',
      label: isOpen ? 'accounts:terms.edit' : 'accounts:house.open',
      when: () => mayManage,
      run: () => setDialog('terms'),
    },
    {
      id: 'account.adjust',
      chord: 'F',
      label: 'accounts:adjust.title',
      when: () => mayManage && isOpen,
      run: () => setDialog('adjust'),
    },
    {
      id: 'account.pay',
      chord: 'Enter',
      label: 'accounts:house.pay',
      order: 0,
      when: () => account !== null && desk?.payAccount !== undefined,
      run: pay,
    },
  ]);
  return (
    <>
      <ScreenHead title={name} detail={t('house.one')}>
        <Button hint="Esc" onClick={back}>
          {t('house.all')}
        </Button>
        <Button icon="print" hint="Ctrl+P" onClick={() => setDialog('paper')}>
          {t('statement.paper')}
        </Button>
        {mayManage && isOpen ? (
          <Button hint="F" onClick={() => setDialog('adjust')}>
            {t('adjust.title')}
          </Button>
        ) : null}
        {mayManage ? (
          <Button icon="edit" hint="E" onClick={() => setDialog('terms')}>
            {isOpen ? t('terms.edit') : t('house.open')}
          </Button>
        ) : null}
      </ScreenHead>
      <StatementCard customerId={customerId} period={period} onPeriod={setPeriod} />
      <Side>
        <AccountSide
          account={account}
          onCustomer={() => go(`/customers/${customerId}`)}
          onPay={account !== null && desk?.payAccount ? pay : undefined}
        />
      </Side>
      <TermsDialog
        open={dialog === 'terms'}
        customer={{ customerId, name }}
        stored={account?.fields ?? null}
        onClose={close}
        onSaved={() => undefined}
      />
      <AdjustDialog customerId={customerId} open={dialog === 'adjust'} onClose={close} />
      <PaperDialog
        wish={
          dialog === 'paper'
            ? { kind: 'statement', subjectId: customerId, options: period }
            : undefined
        }
        form="letter"
        onClose={close}
      />
    </>
  );
}
