import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneChoices } from '../app/time-zones.ts';
import { intlLocale } from '../i18n/i18n.ts';
import { SelectField } from '../ui/choices/select-field.tsx';
import { PhoneField } from '../ui/fields/phone-field.tsx';
import { TextArea, TextField } from '../ui/fields/text-field.tsx';
import { Row } from '../ui/layout/layout.tsx';
import type { StepProps } from './set-up-page.tsx';
import { useProblemText } from './problem-text.ts';

/** Name and address as they stand on every receipt. */
export function StoreStep({ draft, problems, change }: StepProps) {
  const { t, i18n } = useTranslation(['wizard', 'common']);
  const inWords = useProblemText();
  const zones = useMemo(
    () => zoneChoices(draft.zone, intlLocale(i18n.language)),
    [draft.zone, i18n.language],
  );
  return (
    <>
      <TextField
        label={t('store.name')}
        value={draft.storeName}
        onChange={(storeName) => change({ storeName })}
        error={inWords(problems.storeName)}
        maxLength={80}
        size={44}
        autoFocus
      />
      <Row align="start" gap={16}>
        <TextArea
          label={t('store.address')}
          note={t('common:optional')}
          value={draft.address}
          onChange={(address) => change({ address })}
          maxLength={240}
          rows={3}
        />
        <PhoneField
          label={t('store.phone')}
          note={t('common:optional')}
          value={draft.phone}
          onChange={(phone) => change({ phone })}
        />
      </Row>
      <Row align="start" gap={16}>
        <SelectField
          label={t('store.zone')}
          value={draft.zone}
          choices={zones}
          onChange={(zone) => change({ zone })}
        />
        <TextField
          label={t('store.register')}
          value={draft.registerName}
          onChange={(registerName) => change({ registerName })}
          error={inWords(problems.registerName)}
          maxLength={40}
        />
      </Row>
    </>
  );
}
