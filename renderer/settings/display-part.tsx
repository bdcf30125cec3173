import { useTranslation } from 'react-i18next';
import { customerDisplayOf } from '../app/customer-display.ts';
import { usePreferences } from '../app/preferences.ts';
import { Segmented } from '../ui/choices/segmented.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import type { ReactNode } from 'react';

/** How this window looks: language, light, and the size of its words. Others are not touched. */
export function DisplayPart() {
  return (
    <>
      <LookCard />
      <CustomerCard />
    </>
  );
}

/** The screen that faces the customer, where there is a program that can open one. */
function CustomerCard() {
  const { t } = useTranslation('settings');
  const [{ customerDisplay }, change] = usePreferences();
  const possible = customerDisplayOf(window) !== undefined;
  return (
    <Card title={t('display.customer')} padded>
      <Stack gap={12}>
        <Text as="p" tone="muted">
          {t('display.customerWhat')}
        </Text>
        {possible ? (
          <div>
            <Segmented
              label={t('display.customer')}
              value={customerDisplay}
              choices={[
                { value: 'off', label: t('display.off') },
                { value: 'on', label: t('display.on') },
              ]}
              onChange={(chosen) => change({ customerDisplay: chosen })}
            />
          </div>
        ) : (
          <Text as="p">{t('display.customerBrowser')}</Text>
        )}
      </Stack>
    </Card>
  );
}

function LookCard() {
  const { t, i18n } = useTranslation('settings');
  const [{ text, scheme, density }, change] = usePreferences();
  return (
    <Card title={t('part.display')} padded>
      <Stack gap={16}>
        <Text as="p" tone="muted">
          {t('display.what')}
        </Text>
        <Choice label={t('display.language')}>
          <Segmented
            label={t('display.language')}
            value={i18n.language === 'es' ? 'es' : 'en'}
            choices={[
              { value: 'en', label: 'English' },
              { value: 'es', label: 'Español' },
            ]}
            onChange={(locale) => change({ locale })}
          />
        </Choice>
        <Choice label={t('display.scheme')}>
          <Segmented
            label={t('display.scheme')}
            value={scheme ?? 'auto'}
            choices={[
              { value: 'auto', label: t('display.auto') },
              { value: 'light', label: t('display.light') },
              { value: 'dark', label: t('display.dark') },
            ]}
            onChange={(chosen) => change({ scheme: chosen === 'auto' ? null : chosen })}
          />
        </Choice>
        <Choice label={t('display.text')}>
          <Segmented
            label={t('display.text')}
            value={text}
            choices={[
              { value: '100', label: '100 %' },
              { value: '125', label: '125 %' },
              { value: '150', label: '150 %' },
            ]}
            onChange={(size) => change({ text: size })}
          />
        </Choice>
        <Choice label={t('display.density')} help={t('display.densityWhat')}>
          <Segmented
            label={t('display.density')}
            value={density}
            choices={[
              { value: 'compact', label: t('display.compact') },
              { value: 'standard', label: t('display.standard') },
              { value: 'touch', label: t('display.touch') },
            ]}
            onChange={(chosen) => change({ density: chosen })}
          />
        </Choice>
      </Stack>
    </Card>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly help?: string;
  readonly children: ReactNode;
}

function Choice({ label, help, children }: ChoiceProps) {
  return (
    <Stack gap={4}>
      <Text size="meta" tone="muted">
        {label}
      </Text>
      <div>{children}</div>
      {help === undefined ? null : (
        <Text size="meta" tone="muted">
          {help}
        </Text>
      )}
    </Stack>
  );
}
