import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { ageOf, isStale, sizeText } from '../app/recovery/backup-age.ts';
import { RestoreWizard } from '../app/recovery/restore-wizard.tsx';
import { useMay, usePersonChanged } from '../app/session/session.ts';
import { useSystemStatus } from '../app/system-status.ts';
import { useFormat } from '../i18n/format.ts';
import { useCommand, useStoreQuery } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Row, Stack } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { List } from '../ui/lists/list.tsx';
import { Dialog } from '../ui/messages/dialog.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { Note } from '../ui/messages/note.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { KeyPlace } from './key-place.tsx';

/** How old the newest backup is, what there is, and how to try one out or put it back. */
export function BackupPart() {
  const { t } = useTranslation(['settings', 'system']);
  const may = useMay('backups.make');
  const mayRestore = useMay('backups.restore');
  const personChanged = usePersonChanged();
  const [restoring, setRestoring] = useState<{ readonly backupId?: string }>();
  return (
    <>
      <BackupNow may={may} />
      <BackupList
        mayRestore={mayRestore}
        onRestore={(backupId) => setRestoring(backupId === undefined ? {} : { backupId })}
      />
      <KeyPlace />
      <Dialog
        open={restoring !== undefined}
        title={t('system:restore.title')}
        width="wide"
        onClose={() => setRestoring(undefined)}
      >
        <RestoreWizard
          needsCode={false}
          {...restoring}
          onRestored={() => void personChanged()}
          onBack={() => setRestoring(undefined)}
        />
      </Dialog>
    </>
  );
}

function BackupNow({ may }: { readonly may: boolean }) {
  const { t } = useTranslation('settings');
  const { show } = useToasts();
  const { data: status } = useSystemStatus();
  const make = useCommand((store, _: object) => store.backups.make({}));
  const [nowMs] = useState(Date.now);
  const newestAtMs = status?.backup.newestAtMs ?? null;
  const age = ageOf(newestAtMs, Math.max(nowMs, newestAtMs ?? 0));
  const words =
    age.unit === 'none' || age.unit === 'now'
      ? t(`backup.age.${age.unit}`)
      : t(`backup.age.${age.unit}`, { count: age.count });
  const start = async () => {
    const answer = await make.run({});
    if (answer?.ok === true) show({ text: t('backup.done'), tone: 'success', seconds: 4 });
  };
  return (
    <Card title={t('backup.title')} padded>
      <Stack gap={12}>
        <Note tone={isStale(newestAtMs, nowMs) ? 'warning' : 'success'} title={words}>
          {t('backup.when')}
        </Note>
        <RefusalNote refusal={make.refusal} />
        <FailureNote failure={make.failure} />
        <Row>
          <Button
            kind="primary"
            size={44}
            disabled={!may}
            busy={make.pending}
            onClick={() => void start()}
          >
            {t('backup.now')}
          </Button>
          {may ? null : (
            <Text size="second" tone="muted">
              {t('readOnlyNext')}
            </Text>
          )}
        </Row>
      </Stack>
    </Card>
  );
}

interface BackupListProps {
  readonly mayRestore: boolean;
  readonly onRestore: (backupId: string | undefined) => void;
}

function BackupList({ mayRestore, onRestore }: BackupListProps) {
  const { t } = useTranslation(['settings', 'system']);
  const format = useFormat();
  const backups = useStoreQuery({
    key: ['backups.list'],
    tables: ['backup', 'store_state'],
    read: (store) => store.backups.list({}),
  });
  const rows = backups.data ?? [];
  return (
    <Card
      title={t('backup.list')}
      aside={
        mayRestore && rows.length > 0 ? (
          <Button onClick={() => onRestore(undefined)}>{t('system:restore.title')}</Button>
        ) : null
      }
    >
      <FailureNote failure={backups.failure} />
      {rows.length === 0 ? (
        <EmptyState icon="lock" title={t('backup.none')}>
          {t('backup.noneNext')}
        </EmptyState>
      ) : (
        <List
          label={t('backup.list')}
          rowHeight={48}
          rows={rows.map((each) => ({
            key: each.backupId,
            content: (
              <>
                <Text strong>{format.dateTime(each.madeAtMs)}</Text>
                <Text size="second" tone="muted">
                  {[
                    t(`system:backup.reason.${each.reason}`),
                    t('system:backup.sales', { count: each.saleCount }),
                    sizeText(each.bytes),
                    t(each.verified ? 'system:backup.verified' : 'system:backup.unverified'),
                  ].join(' · ')}
                </Text>
              </>
            ),
            ...(mayRestore && {
              aside: (
                <Button onClick={() => onRestore(each.backupId)}>
                  {t('system:restore.drill')}
                </Button>
              ),
            }),
          }))}
        />
      )}
    </Card>
  );
}
