import { containsCardNumber } from '#shared/card-number.ts';
import { CHECK_KINDS } from '#shared/sales/tenders.ts';
import { useTranslation } from 'react-i18next';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { IconButton } from '../../ui/actions/icon-button.tsx';
import { SelectField } from '../../ui/choices/select-field.tsx';
import { MoneyField } from '../../ui/fields/money-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { FIXABLE, type TenderFix } from './tender-fix.ts';

export interface TenderFixRowProps {
  readonly fix: TenderFix;
  /** The field that is missing, once somebody went on with it. */
  readonly lacks: keyof TenderFix | undefined;
  readonly onFix: (part: Partial<TenderFix>) => void;
  /** Undefined: it is the only one. */
  readonly onRemove: (() => void) | undefined;
}

/** One tender as it truly was. */
export function TenderFixRow({ fix, lacks, onFix, onRemove }: TenderFixRowProps) {
  const { t } = useTranslation(['corrections', 'pay']);
  return (
    <div className="correct-fix">
      <SelectField
        label={t('tender.kind')}
        size={44}
        value={fix.kind}
        choices={FIXABLE.map((value) => ({ value, label: t(`pay:tender.${value}`) }))}
        onChange={(kind) => onFix({ kind })}
      />
      <MoneyField
        label={t('tender.amount')}
        size={44}
        value={fix.amountCents}
        onChange={(amountCents) => onFix({ amountCents })}
        error={lacks === 'amountCents' ? t('tender.amountMissing') : undefined}
      />
      <FixWords fix={fix} lacks={lacks} onFix={onFix} />
      {onRemove === undefined ? null : (
        <IconButton icon="close" label={t('tender.remove')} onClick={onRemove} />
      )}
    </div>
  );
}

const BRANDS = ['', 'Visa', 'Mastercard', 'American Express', 'Discover', 'Debit'] as const;

function FixWords({ fix, lacks, onFix }: Omit<TenderFixRowProps, 'onRemove'>) {
  const { t } = useTranslation(['corrections', 'pay']);
  switch (fix.kind) {
    case 'card':
      return (
        <>
          <SelectField
            label={t('pay:brand')}
            size={44}
            value={BRANDS.find((each) => each === fix.brand) ?? ''}
            choices={BRANDS.map((value) => ({ value, label: value || t('pay:brandNone') }))}
            onChange={(brand) => onFix({ brand })}
          />
          <Words fix={fix} field="reference" label={t('pay:approval')} onFix={onFix} />
        </>
      );
    case 'check':
      return (
        <>
          <Words
            fix={fix}
            field="reference"
            label={t('pay:check.number')}
            onFix={onFix}
            lacks={lacks}
          />
          <SelectField
            label={t('pay:check.kind')}
            size={44}
            value={fix.checkKind}
            choices={CHECK_KINDS.map((value) => ({ value, label: t(`pay:check.kinds.${value}`) }))}
            onChange={(checkKind) => onFix({ checkKind })}
          />
        </>
      );
    case 'gift_card':
      return (
        <Words
          fix={fix}
          field="giftCardCode"
          label={t('pay:gift.code')}
          onFix={onFix}
          lacks={lacks}
        />
      );
    case 'finance':
      return (
        <>
          <Lender fix={fix} lacks={lacks} onFix={onFix} />
          <Words
            fix={fix}
            field="reference"
            label={t('pay:lender.application')}
            onFix={onFix}
            lacks={lacks}
          />
        </>
      );
    case 'other':
      return (
        <>
          <Words fix={fix} field="brand" label={t('pay:other.name')} onFix={onFix} lacks={lacks} />
          <Words fix={fix} field="reference" label={t('pay:other.reference')} onFix={onFix} />
        </>
      );
    case 'cash':
    case 'store_credit':
    case 'house_account':
    case 'lease':
      return null;
  }
}

interface WordsProps {
  readonly fix: TenderFix;
  readonly field: 'brand' | 'reference' | 'giftCardCode';
  readonly label: string;
  readonly lacks?: keyof TenderFix | undefined;
  readonly onFix: TenderFixRowProps['onFix'];
}

/** Words of a tender. A card number is gone as soon as it stands there. */
function Words({ fix, field, label, lacks, onFix }: WordsProps) {
  const { t } = useTranslation('corrections');
  return (
    <TextField
      label={label}
      size={44}
      value={fix[field]}
      onChange={(text) => onFix({ [field]: containsCardNumber(text) ? '' : text })}
      maxLength={40}
      error={lacks === field ? t('tender.wordMissing') : undefined}
    />
  );
}

function Lender({ fix, lacks, onFix }: Omit<TenderFixRowProps, 'onRemove'>) {
  const { t } = useTranslation(['corrections', 'pay']);
  const providers = useStoreQuery({
    key: ['payments.providers'],
    tables: ['finance_provider'],
    read: (store) => store.payments.providers({}),
  }).data;
  const lenders = (providers ?? []).filter((provider) => provider.kind === 'finance');
  return (
    <SelectField
      label={t('pay:lender.provider')}
      size={44}
      value={fix.providerId ?? undefined}
      placeholder={t('pay:lender.choose')}
      choices={lenders.map(({ providerId, name }) => ({ value: providerId, label: name }))}
      onChange={(providerId) => onFix({ providerId })}
      error={lacks === 'providerId' ? t('tender.wordMissing') : undefined}
    />
  );
}
