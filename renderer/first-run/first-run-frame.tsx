import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../app/preferences.ts';
import { Segmented } from '../ui/choices/segmented.tsx';
import { Steps } from '../ui/choices/steps.tsx';
import { BrandMark } from '../ui/icons/icon.tsx';
import { Spacer } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';

export interface FirstRunFrameProps {
  /** Index of the step on screen; left out where there are no steps. */
  readonly at?: number;
  readonly children: ReactNode;
}

/** Name, language and the way so far, around every page of the first run. */
export function FirstRunFrame({ at, children }: FirstRunFrameProps) {
  const { t, i18n } = useTranslation('wizard');
  const [, change] = usePreferences();
  const steps = [
    t('step.store'),
    t('step.owner'),
    t('step.tax'),
    t('step.printer'),
    t('step.code'),
  ];
  return (
    <div className="first-run">
      <header className="first-run-head">
        <BrandMark />
        <Text as="h1" strong>
          {t('product')}
        </Text>
        <Spacer />
        <Segmented
          label={t('language')}
          value={i18n.language === 'es' ? 'es' : 'en'}
          choices={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Español' },
          ]}
          onChange={(locale) => change({ locale })}
        />
      </header>
      <main className="first-run-main">
        {at === undefined ? null : <Steps label={t('steps')} steps={steps} at={at} />}
        {children}
      </main>
    </div>
  );
}
