import { useTranslation } from 'react-i18next';
import { TextField } from '../../../ui/fields/text-field.tsx';
import type { TextWord } from '../tender-draft.ts';
import type { TillState } from '../use-till.ts';

export interface TextWordFieldProps {
  readonly state: TillState;
  readonly word: TextWord;
  readonly label: string;
  readonly optional?: boolean;
  readonly help?: string;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
}

/** One text of a payment. A card number in it is gone at once, and Enter takes the payment. */
export function TextWordField(props: TextWordFieldProps) {
  const { t } = useTranslation('pay');
  const { state, word, optional = false, maxLength = 40 } = props;
  const { till, tell, take } = state;
  return (
    <div data-fix={word}>
      <TextField
        label={props.label}
        note={optional ? t('optional') : undefined}
        value={till.next[word]}
        onChange={(text) => tell({ type: 'words', words: { [word]: text } })}
        maxLength={maxLength}
        size={56}
        help={props.help}
        autoFocus={props.autoFocus ?? false}
        error={till.cardNumberIn === word ? t('cardNumber') : undefined}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </div>
  );
}
