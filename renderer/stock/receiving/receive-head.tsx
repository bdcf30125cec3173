import type { ReceiveDraft } from '#shared/stock/receiving/contract.ts';
import { endingOf, PRICE_ENDINGS } from '#shared/stock/reprice/price-rule.ts';
import type { BusinessDate } from '#shared/time.ts';
import { useTranslation } from 'react-i18next';
import { TimesField } from '../../app/times-field.tsx';
import { SelectField } from '../../ui/choices/select-field.tsx';
import { DateField } from '../../ui/fields/date-field.tsx';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { type Missing, repriceDraft } from './receive-draft.ts';

interface ReceiveHeadProps {
  readonly draft: ReceiveDraft;
  /** Empty until receiving was tried. */
  readonly missing: readonly Missing[];
  readonly onChange: (draft: ReceiveDraft) => void;
}

/** What stands at the top of the invoice, and how prices follow from costs. */
export function ReceiveHead({ draft, missing, onChange }: ReceiveHeadProps) {
  const { t } = useTranslation(['receive', 'reprice']);
  const set = (part: Partial<ReceiveDraft>) => onChange({ ...draft, ...part });
  const wrong = (field: Missing) => (missing.includes(field) ? t(`missing.${field}`) : undefined);
  // Branding: the fields give whole days or nothing.
  const day = (text: string) => (text === '' ? undefined : (text as BusinessDate));
  return (
    <Card label={t('head')} padded>
      <div className="receive-head">
        <TextField
          label={t('vendor')}
          value={draft.vendor}
          maxLength={80}
          autoFocus
          error={wrong('vendor')}
          onChange={(vendor) => set({ vendor })}
        />
        <TextField
          label={t('invoiceNumber')}
          value={draft.invoiceNumber}
          maxLength={40}
          error={wrong('invoiceNumber')}
          onChange={(invoiceNumber) => set({ invoiceNumber })}
        />
        <DateField
          label={t('invoiceDate')}
          value={day(draft.invoiceDate)}
          error={wrong('invoiceDate')}
          onChange={(invoiceDate) => set({ invoiceDate: invoiceDate ?? '' })}
        />
        <TextField
          label={t('terms')}
          value={draft.terms}
          maxLength={40}
          placeholder="Net 30"
          onChange={(terms) => set({ terms })}
        />
        <DateField
          label={t('dueOn')}
          value={day(draft.dueOn)}
          onChange={(dueOn) => set({ dueOn: dueOn ?? '' })}
        />
        <MoneyField
          label={t('total')}
          value={draft.invoiceTotalCents ?? undefined}
          error={wrong('total')}
          onChange={(total) => set({ invoiceTotalCents: total ?? null })}
        />
        <MoneyField
          label={t('freight')}
          value={draft.freightCents ?? undefined}
          onChange={(freight) => set({ freightCents: freight ?? null })}
        />
        <SelectField
          label={t('freightWay')}
          value={draft.freightWay}
          choices={[
            { value: 'allocate', label: t('allocate') },
            { value: 'expense', label: t('expense') },
          ]}
          onChange={(freightWay) => set({ freightWay })}
        />
        <TimesField
          label={t('markup')}
          value={draft.timesThousandths ?? undefined}
          onChange={(times) => onChange(repriceDraft(draft, { timesThousandths: times ?? null }))}
        />
        <SelectField
          label={t('reprice:endingHead')}
          value={endingOf(draft.ending)}
          choices={PRICE_ENDINGS.map((ending) => ({
            value: ending,
            label: t(`reprice:ending.${ending}`),
          }))}
          onChange={(ending) => onChange(repriceDraft(draft, { ending }))}
        />
      </div>
    </Card>
  );
}
