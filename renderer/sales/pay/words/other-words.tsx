import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/choices/checkbox.tsx';
import type { PayPartProps } from '../pay-handed.tsx';
import { TextWordField } from './text-word.tsx';

/** Whatever else somebody pays with: what it was, and its number where it has one. */
export function OtherWords({ state }: PayPartProps) {
  const { t } = useTranslation('pay');
  const { till, tell } = state;
  return (
    <>
      <TextWordField state={state} word="otherName" label={t('other.name')} autoFocus />
      <TextWordField state={state} word="otherReference" label={t('other.reference')} optional />
      <div className="pay-words-row">
        <Checkbox
          label={t('other.unsure')}
          detail={t('other.unsureDetail')}
          checked={till.next.otherUnsure}
          onChange={(checked) => tell({ type: 'words', words: { otherUnsure: checked } })}
        />
      </div>
    </>
  );
}
