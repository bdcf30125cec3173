import { CHECK_KINDS } from '#shared/sales/tenders.ts';
import { useTranslation } from 'react-i18next';
import { todayHere } from '../../../app/day.ts';
import { DateField } from '../../../ui/fields/date-field.tsx';
import { SelectField } from '../../../ui/choices/select-field.tsx';
import type { PayPartProps } from '../pay-handed.tsx';
import { TextWordField } from './text-word.tsx';

/** The number on the check, what kind of paper it is, and until when the goods stay here. */
export function CheckWords({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  const { till, tell } = state;
  return (
    <>
      <TextWordField state={state} word="checkNumber" label={t('check.number')} autoFocus />

      <div data-fix="checkKind">
        <SelectField
          label={t('check.kind')}
          value={till.next.checkKind}
          choices={CHECK_KINDS.map((value) => ({ value, label: t(`check.kinds.${value}`) }))}
          onChange={(checkKind) => tell({ type: 'words', words: { checkKind } })}
          size={56}
        />
      </div>
      <DateField
        label={t('check.holdUntil')}
        note={t('optional')}
        value={till.next.holdUntil}
        least={todayHere()}
        onChange={(holdUntil) => tell({ type: 'words', words: { holdUntil } })}
        size={56}
      />
      <p className="pay-words-row pay-words-help">{t('check.help')}</p>
    </>
  );
}
