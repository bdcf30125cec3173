import { useTranslation } from 'react-i18next';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Checkbox } from '../../ui/choices/checkbox.tsx';
import { SectionTitle } from '../../ui/layout/card.tsx';
import { Stack } from '../../ui/layout/layout.tsx';
import { RefundPlan } from '../returns/refund-plan.tsx';
import { useSelling } from '../selling-context.tsx';
import { CashAdviceNote } from './cash-advice-note.tsx';
import { Handed, type PayPartProps } from './pay-handed.tsx';
import { DueAmount } from './pay-sums.tsx';
import { SaleRefusal } from './sale-refusal.tsx';
import { TenderTiles } from './tender-tiles.tsx';
import { useFocusBack } from './use-focus-back.ts';

/** What is due, how it is paid, and whether it is printed. */
export function PayMain({ state }: PayPartProps) {
  const part = useFocusBack();
  return (
    <div className="pay-main" ref={part}>
      {state.due.totalCents < 0 ? <GivingBack state={state} /> : <Taking state={state} />}
      <Receipt />
    </div>
  );
}

function Taking({ state }: PayPartProps) {
  return (
    <>
      <DueAmount state={state} />
      <SaleRefusal state={state} />
      <CashAdviceNote state={state} />
      <Handed state={state} />
      <TenderTiles state={state} />
    </>
  );
}

function GivingBack({ state }: PayPartProps) {
  return (
    <>
      {state.refund.plan?.ok === false ? null : <SaleRefusal state={state} />}
      <RefundPlan state={state} />
    </>
  );
}

function Receipt() {
  const { t } = useTranslation('pay');
  const { print, setPrint } = useSelling();
  const settings = useStoreQuery({
    key: ['settings.get'],
    tables: ['setting', 'store', 'tax_rule', 'register_setting'],
    read: (store) => store.settings.get({}),
  }).data;
  const printer = settings?.printer ?? null;
  return (
    <Stack gap={8}>
      <SectionTitle>{t('receipt')}</SectionTitle>
      <div className="pay-tiles">
        <Checkbox
          tile
          label={t('print')}
          detail={settings !== undefined && printer === null ? t('printerNone') : t('printDetail')}
          checked={print}
          onChange={setPrint}
        />
      </div>
    </Stack>
  );
}
