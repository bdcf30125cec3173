import type { Settings } from '#shared/settings/contract.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { useSettings } from './settings-data.ts';

/** Fields need what is set before they can be filled. */
export function SettingsLoaded({
  children,
}: {
  readonly children: (settings: Settings) => ReactNode;
}) {
  const { t } = useTranslation('common');
  const { data, failure, again } = useSettings();
  if (data !== undefined) return children(data);
  if (failure === undefined) return <Progress label={t('loading')} />;
  return <FailureNote failure={failure} action={<Button onClick={again}>{t('retry')}</Button>} />;
}
