import type { TagTerms } from '#shared/stock/tags/contract.ts';
import { readCodeWord } from '#shared/stock/tags/coded-cost.ts';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../ui/choices/checkbox.tsx';
import { Segmented } from '../../ui/choices/segmented.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';

interface TagTermFieldsProps {
  readonly terms: TagTerms;
  readonly disabled: boolean;
  readonly onChange: (terms: TagTerms) => void;
}

/** The code for the scanner, and whether the cost stands on the tag in letters. */
export function TagTermFields({ terms, disabled, onChange }: TagTermFieldsProps) {
  const { t } = useTranslation('tags');
  const word = terms.codeWord ?? '';
  const unusable = word.trim() !== '' && readCodeWord(word) === undefined;
  return (
    <Stack gap={16}>
      <Row gap={16} wrap>
        <Text size="second" tone="muted">
          {t('symbology')}
        </Text>
        <Segmented
          label={t('symbology')}
          value={terms.symbology}
          disabled={disabled}
          choices={[
            { value: 'code128', label: 'Code 128' },
            { value: 'datamatrix', label: 'DataMatrix' },
          ]}
          onChange={(symbology) => onChange({ ...terms, symbology })}
        />
      </Row>
      <Checkbox
        label={t('printsCost')}
        detail={t('printsCostHelp')}
        checked={terms.printsCost}
        disabled={disabled}
        onChange={(printsCost) => onChange({ ...terms, printsCost })}
      />
      <TextField
        label={t('codeWord')}
        help={t('codeWordHelp')}
        value={word}
        maxLength={40}
        disabled={disabled}
        error={unusable ? t('codeWordWrong') : undefined}
        onChange={(typed) =>
          onChange({ ...terms, codeWord: typed === '' ? null : typed.toUpperCase() })
        }
      />
    </Stack>
  );
}
