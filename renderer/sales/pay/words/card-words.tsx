import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/choices/checkbox.tsx';
import { SelectField } from '../../../ui/choices/select-field.tsx';
import type { PayPartProps } from '../pay-handed.tsx';
import { TextWordField } from './text-word.tsx';

const BRANDS = ['', 'Visa', 'Mastercard', 'American Express', 'Discover', 'Debit'] as const;

/** What the terminal said. Never a card number: a field that gets one is empty again and says why. */
export function CardWords({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  const { till, tell } = state;
  const { brand, cardUnsure } = till.next;
  return (
    <>
      <SelectField
        label={t('brand')}
        note={t('optional')}
        value={BRANDS.find((each) => each === brand) ?? ''}
        choices={BRANDS.map((value) => ({ value, label: value === '' ? t('brandNone') : value }))}
        onChange={(text) => tell({ type: 'words', words: { brand: text } })}
        size={56}
      />
      <TextWordField
        state={state}
        word="approval"
        label={t('approval')}
        optional
        help={t('terminal')}
      />
      <div className="pay-words-row">
        <Checkbox
          label={t('unsure')}
          detail={t('unsureDetail')}
          checked={cardUnsure}
          onChange={(checked) => tell({ type: 'words', words: { cardUnsure: checked } })}
        />
      </div>
    </>
  );
}
