import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../app/answer-notes.tsx';
import { RecoveryCode } from '../app/recovery/recovery-code.tsx';
import { useMay } from '../app/session/session.ts';
import { useSystemStatus } from '../app/system-status.ts';
import { useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { Note } from '../ui/messages/note.tsx';
import { Progress } from '../ui/messages/progress.tsx';

/** Stays on every screen of the owner until somebody has said that the code is on paper. */
export function RecoveryBanner() {
  const { t } = useTranslation('system');
  const { data: status } = useSystemStatus();
  const mayRead = useMay('backups.restore');
  const [open, setOpen] = useState(false);
  if (status?.recoveryCodeUnseen !== true || status.demo || !mayRead) return null;
  return (
    <>
      <Note
        tone="warning"
        title={t('recovery.banner')}
        action={<Button onClick={() => setOpen(true)}>{t('recovery.show')}</Button>}
      >
        {t('recovery.bannerNext')}
      </Note>
      <Dialog open={open} title={t('recovery.title')} width="wide" onClose={() => setOpen(false)}>
        <UnseenCode onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function UnseenCode({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('common');
  const code = useStoreQuery({
    key: ['system.recoveryCode'],
    tables: ['store_state'],
    read: (store) => store.system.recoveryCode({}),
  });
  if (code.failure !== undefined) return <FailureNote failure={code.failure} />;
  if (code.data === undefined) return <Progress label={t('loading')} />;
  return code.data === null ? null : (
    <RecoveryCode code={code.data} onConfirmed={onDone} onLater={onDone} />
  );
}
