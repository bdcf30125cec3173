import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { useSystemStatus } from '../app/system-status.ts';
import { Button } from '../ui/actions/button.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { StoreRefusedPage } from './store-refused-page.tsx';

/** Before anything else: is the store open, and if not, why not and what now. */
export function SystemGate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation(['system', 'common']);
  const status = useSystemStatus();
  const store = status.data?.store;
  if (store === undefined && status.failure !== undefined) {
    return (
      <main className="app-page">
        <FailureNote
          failure={status.failure}
          action={<Button onClick={status.again}>{t('common:retry')}</Button>}
        />
      </main>
    );
  }
  if (store === undefined || store.state === 'opening') {
    return (
      <main className="app-page">
        <Progress label={t('opening')} />
      </main>
    );
  }
  if (store.state === 'refused') {
    return <StoreRefusedPage refusal={store.refusal} demo={status.data?.demo === true} />;
  }
  return children;
}
