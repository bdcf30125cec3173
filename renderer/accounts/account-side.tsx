import type { HouseAccount } from '#shared/house-accounts/contract.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/actions/button.tsx';
import { AmountDue } from '../ui/figures/money.tsx';
import { SectionTitle } from '../ui/layout/card.tsx';
import { Sums } from '../ui/layout/facts.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Note } from '../ui/messages/note.tsx';

export interface AccountSideProps {
  readonly account: HouseAccount | null;
  readonly onCustomer: () => void;
  /** Undefined: not here, or nothing to pay on. */
  readonly onPay: (() => void) | undefined;
}

const BUCKETS = [
  'currentCents',
  'days1To30Cents',
  'days31To60Cents',
  'days61To90Cents',
  'over90Cents',
] as const;

/** The account in figures: owed, how old, what may still be charged; and the payment at the place of Pay. */
export function AccountSide({ account, onCustomer, onPay }: AccountSideProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const fields = account?.fields ?? null;
  const buckets = account?.ageing.buckets;
  return (
    <div className="accounts-side">
      <div className="accounts-figures">
        {account === null ? (
          <Text as="p" tone="muted">
            {t('house.notYet')}
          </Text>
        ) : (
          <>
            <AmountDue label={t('balance')} amount={account.balanceCents} size="total" />
            {fields?.onStop === true ? (
              <Note tone="danger" title={t('house.stopped')}>
                {t('house.stoppedNext')}
              </Note>
            ) : null}
            <SectionTitle>{t('terms.title')}</SectionTitle>
            <Sums
              facts={
                fields === null
                  ? [{ label: t('terms.limit'), value: t('house.noAccount') }]
                  : [
                      { label: t('terms.limit'), value: format.money(fields.limitCents) },
                      { label: t('terms.left'), value: format.money(account.leftCents) },
                      { label: t('terms.days'), value: format.count(fields.termsDays) },
                    ]
              }
            />
            <SectionTitle>{t('age.title')}</SectionTitle>
            <Sums
              facts={[
                ...BUCKETS.map((bucket) => ({
                  label: t(`age.${bucket}`),
                  value: format.money(buckets?.[bucket] ?? account.balanceCents),
                })),
                ...(account.ageing.unusedCents > 0
                  ? [{ label: t('age.unused'), value: format.money(account.ageing.unusedCents) }]
                  : []),
              ]}
            />
          </>
        )}
      </div>
      <div className="accounts-acts">
        <Button size={44} wide icon="customer" onClick={onCustomer}>
          {t('house.customer')}
        </Button>
        {onPay === undefined ? null : (
          <Button kind="primary" size={56} wide hint="Enter" onClick={onPay}>
            {t('house.pay')}
          </Button>
        )}
      </div>
    </div>
  );
}
