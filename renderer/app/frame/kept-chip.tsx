import './shell.css';
import type { SystemStatus } from '#shared/settings/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Button } from '../../ui/actions/button.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Chip } from '../../ui/messages/chip.tsx';
import { Dialog } from '../../ui/messages/dialog.tsx';
import { useGo } from '../navigation.ts';

/** Where the store is kept, said in words: on this computer alone, or with so many changes that others have not seen. */
export function KeptChip({ status }: { readonly status: SystemStatus }) {
  const { t } = useTranslation('shell');
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const waiting = status.waitingChangesets ?? 0;
  return (
    <>
      {waiting > 0 ? (
        <Chip tone="warning" icon="offline" onClick={() => setOpen(true)}>
          {t('kept.waitingChip', { count: waiting })}
        </Chip>
      ) : (
        <Chip icon="store" onClick={() => setOpen(true)}>
          {t('kept.chip')}
        </Chip>
      )}
      <Dialog open={open} title={t('kept.title')} width="narrow" help="offline" onClose={close}>
        <KeptFacts status={status} waiting={waiting} onGo={close} />
      </Dialog>
    </>
  );
}

interface KeptFactsProps {
  readonly status: SystemStatus;
  readonly waiting: number;
  readonly onGo: () => void;
}

function KeptFacts({ status, waiting, onGo }: KeptFactsProps) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const go = useGo();
  const { newestAtMs } = status.backup;
  return (
    <Stack gap={16}>
      <Text as="p">{waiting > 0 ? t('kept.waiting', { count: waiting }) : t('kept.alone')}</Text>
      <Text as="p">{t('kept.copies')}</Text>
      <Facts
        facts={[
          { label: t('kept.store'), value: status.name ?? '' },
          { label: t('kept.register'), value: status.registerName ?? '' },
          {
            label: t('kept.newest'),
            value: newestAtMs === null ? t('kept.never') : format.dateTime(newestAtMs),
          },
        ]}
      />
      <div>
        <Button
          onClick={() => {
            onGo();
            go('/settings/backup');
          }}
        >
          {t('kept.backups')}
        </Button>
      </div>
    </Stack>
  );
}
