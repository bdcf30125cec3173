import { useTranslation } from 'react-i18next';
import { Hint } from '../../ui/actions/hint.tsx';
import { Chip } from '../../ui/messages/chip.tsx';
import { useSystemStatus } from '../system-status.ts';
import { KeptChip } from './kept-chip.tsx';

/** What needs to be known on every screen, each in words: the demo, what waits, what failed. Quiet when all is well. */
export function StatusChips() {
  const { t } = useTranslation('shell');
  const { data: status } = useSystemStatus();
  if (status === undefined) return null;
  return (
    <>
      {status.demo ? (
        <Hint label={t('demoNote')}>
          <span>
            <Chip tone="gold">{t('demo')}</Chip>
          </span>
        </Hint>
      ) : null}
      {status.demo || status.store.state !== 'ready' ? null : <KeptChip status={status} />}
      {status.printing.problem === null ? null : (
        <Chip tone="warning" icon="print">
          {t('printing', { count: status.printing.waiting })}
        </Chip>
      )}
      {status.backup.problem === null ? null : (
        <Chip tone="danger" icon="alert">
          {t('backupFailed')}
        </Chip>
      )}
    </>
  );
}
