import type { HouseAccountSummary } from '#shared/house-accounts/contract.ts';
import { type Cents, sumCents } from '#shared/money.ts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../app/kept.ts';
import { focusRow } from '../app/list-filter.tsx';
import { useGo } from '../app/navigation.ts';
import { useMay } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/actions/button.tsx';
import { Money } from '../ui/figures/money.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { DataTable, type Column } from '../ui/lists/data-table.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { AccountsFrame, Answered } from './accounts-frame.tsx';
import { AsOfField, useAsOf } from './as-of.tsx';
import { TermsDialog } from './terms-dialog.tsx';
import { useHouseAccounts } from './use-house-account.ts';

/** What customers owe us, by name and age, as of any day. */
export function HouseAccounts() {
  const { t } = useTranslation('accounts');
  const go = useGo();
  const format = useFormat();
  const day = useAsOf();
  const mayManage = useMay('accounts.manage');
  const list = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useKept(['accounts', 'opened'], '');
  const [adding, setAdding] = useState(false);
  const answer = useHouseAccounts(day.asOf, useMay('sales.read'));
  const add = () => setAdding(true);
  const open = ({ customerId }: HouseAccountSummary) => {
    setOpened(customerId);
    go(`/accounts/house/${customerId}`);
  };
  useCommands([
    {
      id: 'accounts.add',
      chord: 'Alt+N',
      label: 'accounts:house.open',
      when: () => mayManage,
      run: add,
    },
    {
      id: 'accounts.rows',
      chord: '↓',
      label: 'accounts:keys.rows',
      when: () => (answer.data?.length ?? 0) > 0,
      run: () => focusRow(list.current),
    },
  ]);
  const columns = useColumns();
  const owedCents = sumCents((answer.data ?? []).map((row) => row.balanceCents));
  const openButton = mayManage ? (
    <Button kind="primary" icon="add" hint="Alt+N" onClick={add}>
      {t('house.open')}
    </Button>
  ) : null;
  return (
    <AccountsFrame
      part="house"
      detail={answer.data && t('house.owed', { amount: format.money(owedCents) })}
      actions={openButton}
      beside={<AsOfField {...day} />}
    >
      <Answered answer={answer}>
        {(rows) => (
          <Card fill label={t('part.house')}>
            <div ref={list} className="accounts-table">
              <DataTable
                label={t('part.house')}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.customerId}
                chosenKey={opened}
                rowHeight={48}
                onOpen={open}
                empty={
                  <EmptyState icon="bank" title={t('house.empty.title')} actions={openButton}>
                    {t(mayManage ? 'house.empty.next' : 'house.empty.ask')}
                  </EmptyState>
                }
              />
            </div>
          </Card>
        )}
      </Answered>
      <TermsDialog
        open={adding}
        customer={undefined}
        stored={null}
        onClose={() => setAdding(false)}
        onSaved={(customerId) => go(`/accounts/house/${customerId}`)}
      />
    </AccountsFrame>
  );
}

const BUCKETS = [
  'currentCents',
  'days1To30Cents',
  'days31To60Cents',
  'days61To90Cents',
  'over90Cents',
] as const;

function useColumns(): readonly Column<HouseAccountSummary>[] {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  return [
    {
      id: 'name',
      head: t('name'),
      cell: (row) => (
        <Stack gap={0}>
          <Text strong clip>
            {row.name}
          </Text>
          <span className="ui-row" data-gap="8">
            {row.onStop ? <Chip tone="danger">{t('house.stopped')}</Chip> : null}
            <Text size="second" tone="muted" clip>
              {row.limitCents === null
                ? t('house.noAccount')
                : t('house.limitOf', { amount: format.money(row.limitCents) })}
            </Text>
          </span>
        </Stack>
      ),
    },
    ...BUCKETS.map((bucket) => ({
      id: bucket,
      head: t(`ageShort.${bucket}`),
      end: true,
      width: bucket === 'currentCents' ? '5.25rem' : '4.75rem',
      cell: (row: HouseAccountSummary) => (
        <Amount cents={row.buckets[bucket]} late={bucket !== 'currentCents'} />
      ),
    })),
    {
      id: 'balance',
      head: t('balance'),
      end: true,
      width: '5.5rem',
      cell: (row) => <Money amount={row.balanceCents} strong />,
    },
  ];
}

/** Nothing in a bucket is a dash: what is late stands out. */
function Amount({ cents, late }: { readonly cents: Cents; readonly late: boolean }) {
  if (cents === 0) return <Text tone="muted">–</Text>;
  return <Money amount={cents} {...(late && { tone: 'danger' as const })} />;
}
