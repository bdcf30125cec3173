import './recovery.css';
import type { BackupSummary, Drill } from '#shared/settings/contract.ts';
import { useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { useCommand, useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Checkbox } from '../../ui/choices/checkbox.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { Row, Stack } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { List } from '../../ui/lists/list.tsx';
import { EmptyState } from '../../ui/messages/empty-state.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { Progress } from '../../ui/messages/progress.tsx';
import { FailureNote, RefusalNote } from '../answer-notes.tsx';
import { sizeText } from './backup-age.ts';
import { RecoveryCodeField } from './recovery-code-field.tsx';
import { lossOf, mayRestore, nextRestoreStep } from './restore-steps.ts';

export interface RestoreWizardProps {
  /** Nobody can sign in, so the printed code is the authority. */
  readonly needsCode: boolean;
  /** Starts with this one chosen. */
  readonly backupId?: string;
  readonly onRestored?: () => void;
  /** Left out where there is nothing to go back to. */
  readonly onBack?: () => void;
}

/** Choose a backup, try it out beside the shop, read what would be lost, and only then put it in the shop's place. */
export function RestoreWizard({ needsCode, backupId, onRestored, onBack }: RestoreWizardProps) {
  const { t } = useTranslation(['system', 'common']);
  const [step, tell] = useReducer(nextRestoreStep, { at: 'choose' });
  const [chosenId, setChosenId] = useState(backupId);
  const [code, setCode] = useState('');
  const backups = useStoreQuery({
    key: ['backups.list'],
    tables: ['backup', 'store_state'],
    read: (store) => store.backups.list({}),
  });
  const chosen = backups.data?.find((each) => each.backupId === chosenId) ?? backups.data?.[0];
  const wanted = {
    backupId: chosen?.backupId ?? '',
    ...(needsCode && { recoveryCode: code.trim() }),
  };
  const drill = useCommand((store, input: typeof wanted) => store.backups.drill(input));
  const restore = useCommand((store, input: typeof wanted) => store.backups.restore(input));
  const startDrill = async () => {
    if (chosen === undefined || (needsCode && code.trim() === '')) return;
    const answer = await drill.run(wanted);
    if (answer?.ok === true) tell({ type: 'drilled', drill: answer.value });
  };
  const startRestore = async () => {
    if (!mayRestore(step)) return;
    const answer = await restore.run(wanted);
    if (answer?.ok !== true) return;
    tell({ type: 'restored', drill: answer.value });
    onRestored?.();
  };
  const choose = (id: string) => {
    setChosenId(id);
    tell({ type: 'chosenAnew' });
    drill.reset();
  };
  if (backups.data === undefined) {
    return backups.failure === undefined ? (
      <Progress label={t('common:loading')} />
    ) : (
      <FailureNote
        failure={backups.failure}
        action={<Button onClick={backups.again}>{t('common:retry')}</Button>}
      />
    );
  }
  if (chosen === undefined) return <NoBackups onBack={onBack} />;
  return (
    <Stack gap={16}>
      <BackupChoice backups={backups.data} chosen={chosen} onChoose={choose} />
      {needsCode && step.at === 'choose' ? (
        <RecoveryCodeField value={code} onChange={setCode} onEnter={() => void startDrill()} />
      ) : null}
      <RefusalNote refusal={drill.refusal ?? restore.refusal} />
      <FailureNote failure={drill.failure ?? restore.failure} />
      {step.at === 'choose' ? null : <DrillResult drill={step.drill} />}
      {step.at === 'drilled' ? (
        <Checkbox
          tile
          label={t('restore.understood')}
          checked={step.understood}
          onChange={(understood) => tell({ type: 'understood', understood })}
        />
      ) : null}
      {step.at === 'restored' ? (
        <Note tone="success" title={t('restore.done')}>
          {t('restore.doneNext')}
        </Note>
      ) : (
        <Row wrap>
          {onBack === undefined ? null : (
            <Button size={44} onClick={onBack}>
              {t('common:back')}
            </Button>
          )}
          <Button
            size={44}
            kind={step.at === 'choose' ? 'primary' : 'default'}
            busy={drill.pending}
            onClick={() => void startDrill()}
          >
            {t('restore.drill')}
          </Button>
          {step.at === 'drilled' ? (
            <Button
              kind="danger"
              size={44}
              disabled={!step.understood}
              busy={restore.pending}
              onClick={() => void startRestore()}
            >
              {t('restore.restore')}
            </Button>
          ) : null}
        </Row>
      )}
    </Stack>
  );
}

function NoBackups({ onBack }: { readonly onBack: (() => void) | undefined }) {
  const { t } = useTranslation(['system', 'common']);
  const back =
    onBack === undefined ? undefined : <Button onClick={onBack}>{t('common:back')}</Button>;
  return (
    <EmptyState icon="lock" title={t('restore.none')} actions={back}>
      {t('restore.noneNext')}
    </EmptyState>
  );
}

interface BackupChoiceProps {
  readonly backups: readonly BackupSummary[];
  readonly chosen: BackupSummary;
  readonly onChoose: (backupId: string) => void;
}

function BackupChoice({ backups, chosen, onChoose }: BackupChoiceProps) {
  const { t } = useTranslation('system');
  const format = useFormat();
  return (
    <div className="restore-list">
      <List
        label={t('restore.choose')}
        rowHeight={48}
        rows={backups.map((each) => ({
          key: each.backupId,
          chosen: each.backupId === chosen.backupId,
          onOpen: () => onChoose(each.backupId),
          content: (
            <>
              <Text strong>{format.dateTime(each.madeAtMs)}</Text>
              <Text size="second" tone="muted">
                {[
                  t(`backup.reason.${each.reason}`),
                  t('backup.sales', { count: each.saleCount }),
                  sizeText(each.bytes),
                  t(each.verified ? 'backup.verified' : 'backup.unverified'),
                ].join(' · ')}
              </Text>
            </>
          ),
        }))}
      />
    </div>
  );
}

/** What is in the backup, and what would not be there any more. */
export function DrillResult({ drill }: { readonly drill: Drill }) {
  const { t } = useTranslation('system');
  const format = useFormat();
  const loss = lossOf(drill);
  return (
    <Stack gap={12}>
      <Facts
        facts={[
          { label: t('drill.made'), value: format.dateTime(drill.madeAtMs) },
          { label: t('drill.sales'), value: format.count(drill.saleCount) },
          { label: t('drill.newestSale'), value: drill.newestSaleNumber ?? t('drill.noSale') },
          { label: t('drill.customers'), value: format.count(drill.customerCount) },
          { label: t('drill.pieces'), value: format.count(drill.pieceCount) },
          { label: t('drill.photos'), value: format.count(drill.photoCount) },
        ]}
      />
      {drill.photosMissing === 0 ? null : (
        <Note tone="warning" title={t('drill.photosMissing', { count: drill.photosMissing })}>
          {t('drill.photosMissingNext')}
        </Note>
      )}
      <Note
        tone={loss === 'nothing' ? 'success' : 'warning'}
        title={
          loss === 'counted'
            ? t('drill.lost', { count: drill.lostChangesets ?? 0 })
            : t(loss === 'nothing' ? 'drill.lostNothing' : 'drill.lostUnknown')
        }
      >
        {loss === 'nothing'
          ? t('drill.lostNothingNext')
          : t('drill.lostNext', { at: format.dateTime(drill.madeAtMs) })}
      </Note>
    </Stack>
  );
}
