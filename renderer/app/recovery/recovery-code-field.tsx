import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/fields/text-field.tsx';

export interface RecoveryCodeFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
  readonly autoFocus?: boolean;
}

/** The printed code, typed back: any case, with or without dashes. */
export function RecoveryCodeField({ value, onChange, onEnter, autoFocus }: RecoveryCodeFieldProps) {
  const { t } = useTranslation('system');
  return (
    <TextField
      label={t('recovery.field')}
      help={t('recovery.fieldHelp')}
      value={value}
      onChange={onChange}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onEnter();
      }}
      size={56}
      maxLength={100}
      placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
      {...(autoFocus !== undefined && { autoFocus })}
    />
  );
}
