import type { StoreFields } from '#shared/settings/contract.ts';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneChoices } from '../app/time-zones.ts';
import { intlLocale } from '../i18n/i18n.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { SelectField } from '../ui/choices/select-field.tsx';
import { PhoneField } from '../ui/fields/phone-field.tsx';
import { TextArea, TextField } from '../ui/fields/text-field.tsx';
import { Row } from '../ui/layout/layout.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SettingsLoaded } from './settings-loaded.tsx';

export function StorePart() {
  return <SettingsLoaded>{({ store }) => <StoreForm stored={store} />}</SettingsLoaded>;
}

/** What stands at the head and foot of every paper. */
function StoreForm({ stored }: { readonly stored: StoreFields }) {
  const { t, i18n } = useTranslation(['settings', 'wizard']);
  const [fields, setFields] = useState(stored);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<StoreFields>) => setFields({ ...fields, ...part });
  const command = useCommand((shop, store: StoreFields, commandId) =>
    shop.settings.saveStore({ commandId, store }),
  );
  const zones = useMemo(
    () => zoneChoices(stored.zone, intlLocale(i18n.language)),
    [stored.zone, i18n.language],
  );
  const nameless = fields.name.trim() === '';
  return (
    <SettingsForm
      title={t('part.store')}
      command={command}
      input={nameless ? undefined : fields}
      onWrong={() => setTried(true)}
    >
      <TextField
        label={t('wizard:store.name')}
        value={fields.name}
        onChange={(name) => change({ name })}
        error={tried && nameless ? t('wizard:problem.nameMissing') : undefined}
        maxLength={80}
      />
      <Row align="start" gap={16}>
        <TextArea
          label={t('wizard:store.address')}
          value={fields.addressLines}
          onChange={(addressLines) => change({ addressLines })}
          maxLength={240}
        />
        <PhoneField
          label={t('wizard:store.phone')}
          value={fields.phone}
          onChange={(phone) => change({ phone })}
        />
      </Row>
      <SelectField
        label={t('wizard:store.zone')}
        value={fields.zone}
        choices={zones}
        onChange={(zone) => change({ zone })}
      />
      <TextArea
        label={t('store.footer')}
        help={t('store.footerHelp')}
        value={fields.receiptFooter}
        onChange={(receiptFooter) => change({ receiptFooter })}
        maxLength={400}
        rows={4}
      />
    </SettingsForm>
  );
}
