import './settings-frame.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/actions/button.tsx';
import { Card, ScreenHead } from '../ui/layout/card.tsx';
import { List } from '../ui/lists/list.tsx';
import { useGo } from './navigation.ts';
import { useMay } from './session/session.ts';
import { SETTINGS_PARTS, type SettingsPart } from './settings-parts.ts';

export interface SettingsFrameProps {
  readonly part: SettingsPart;
  readonly children: ReactNode;
}

/** The settings around one part: their list on the left, whichever domain shows the part itself. */
export function SettingsFrame({ part, children }: SettingsFrameProps) {
  const { t } = useTranslation('settings');
  const go = useGo();
  const mayImport = useMay('imports.run');
  return (
    <>
      <ScreenHead title={t('title')} detail={t(`part.${part}`)}>
        {mayImport ? (
          <Button icon="upload" onClick={() => go('/imports')}>
            {t('import')}
          </Button>
        ) : null}
      </ScreenHead>
      <div className="settings">
        <Card label={t('parts')}>
          <List
            label={t('parts')}
            rows={SETTINGS_PARTS.map((each) => ({
              key: each,
              content: t(`part.${each}`),
              chosen: each === part,
              onOpen: () => go(`/settings/${each}`),
            }))}
          />
        </Card>
        <section className="settings-part" aria-label={t(`part.${part}`)}>
          {children}
        </section>
      </div>
    </>
  );
}
