import { useTranslation } from 'react-i18next';
import { TaxExample } from '../app/tax-example.tsx';
import { parseRate } from '../app/tax-rate.ts';
import { Checkbox } from '../ui/choices/checkbox.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { useProblemText } from './problem-text.ts';
import type { StepProps } from './set-up-page.tsx';

/** One rate to start with, shown at work on an example. */
export function TaxStep({ draft, problems, change }: StepProps) {
  const { t } = useTranslation('wizard');
  const inWords = useProblemText();
  return (
    <>
      <Text as="p" tone="muted">
        {t('tax.what')}
      </Text>
      <Row align="start" gap={16}>
        <TextField
          label={t('tax.name')}
          value={draft.taxName}
          onChange={(taxName) => change({ taxName })}
          error={inWords(problems.taxName)}
          maxLength={40}
          size={44}
          disabled={draft.noTax}
        />
        <TextField
          label={t('tax.rate')}
          help={t('tax.rateHelp')}
          value={draft.rate}
          onChange={(rate) => change({ rate })}
          error={inWords(problems.rate)}
          inputMode="decimal"
          maxLength={9}
          size={44}
          disabled={draft.noTax}
          autoFocus
        />
      </Row>
      <Checkbox
        label={t('tax.none')}
        checked={draft.noTax}
        onChange={(noTax) => change({ noTax })}
      />
      <TaxExample name={draft.taxName} rate={draft.noTax ? undefined : parseRate(draft.rate)} />
    </>
  );
}
