import './shell.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLinkState } from '../../store-client/store-hooks.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { useSystemStatus } from '../system-status.ts';
import { Progress } from '../../ui/messages/progress.tsx';

/** Before the store was reached there is nothing true to show. */
export function StoreGate({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('shell');
  const link = useLinkState();
  if (link === 'refused') {
    return (
      <main className="app-page">
        <Note tone="warning" title={t('access.title')} code="NO_ACCESS">
          {t('access.next')}
        </Note>
      </main>
    );
  }
  if (link === 'connecting') {
    return (
      <main className="app-page">
        <Progress label={t('connecting')} />
      </main>
    );
  }
  return children;
}

/**
 * Facts about the store itself that every screen shows: it is being started again (screens stay as they are, so that
 * nothing typed is lost), a new series of numbers began, or the clock is wrong, which never stops a sale.
 */
export function StoreBanner() {
  const { t } = useTranslation('shell');
  const link = useLinkState();
  const { data: status } = useSystemStatus();
  return (
    <>
      {link === 'lost' ? (
        <Note tone="warning" code="STORE_RESTARTS">
          {t('reconnecting')}
        </Note>
      ) : null}
      {status?.newSeries ? (
        <Note tone="warning" title={t(`newSeries.${status.newSeries}`)} code="NEW_SERIES">
          {t('newSeries.next')}
        </Note>
      ) : null}
      {status?.clockUnsure === true ? (
        <Note tone="warning" title={t('clock.title')} code="CLOCK_UNSURE">
          {t('clock.next')}
        </Note>
      ) : null}
    </>
  );
}
