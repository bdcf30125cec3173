import './accounts.css';
import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import type { CustomerCardProps } from '../app/screen.ts';
import { useMay } from '../app/session/session.ts';
import { useFormat } from '../i18n/format.ts';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { SectionTitle } from '../ui/layout/card.tsx';
import { Sums } from '../ui/layout/facts.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { useHouseAccount } from './use-house-account.ts';

/** Beside a customer: what they owe us and what we owe them, and the way to their account. */
export function AccountCard({ customerId }: CustomerCardProps) {
  const { t } = useTranslation('accounts');
  const go = useGo();
  const format = useFormat();
  const maySell = useMay('sales.sell');
  const mayManage = useMay('accounts.manage');
  const { data: account } = useHouseAccount(customerId, maySell);
  const { data: creditCents } = useStoreQuery({
    key: ['credit.storeCredit', customerId],
    tables: ['store_credit_entry'],
    enabled: maySell,
    read: (store) => store.credit.storeCredit({ customerId }),
  });
  if (!maySell || account === undefined) return null;
  if (account === null && !mayManage && !creditCents) return null;
  const fields = account?.fields;
  const stopped = fields?.onStop === true ? <Chip tone="danger">{t('house.stopped')}</Chip> : null;
  return (
    <section className="accounts-card" aria-label={t('house.one')}>
      <SectionTitle hint={stopped}>{t('balances')}</SectionTitle>
      <Sums
        facts={[
          ...(account === null
            ? []
            : [
                {
                  label: t('house.one'),
                  value: format.money(account.balanceCents),
                  strong: account.balanceCents > 0,
                },
                ...(fields
                  ? [{ label: t('terms.left'), value: format.money(account.leftCents) }]
                  : []),
              ]),
          ...(creditCents ? [{ label: t('part.credit'), value: format.money(creditCents) }] : []),
        ]}
      />
      {account === null && !mayManage ? null : (
        <Button wide onClick={() => go(`/accounts/house/${customerId}`)}>
          {account === null ? t('house.openOne') : t('house.show')}
        </Button>
      )}
    </section>
  );
}
