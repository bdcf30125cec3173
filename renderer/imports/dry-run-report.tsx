import type { DryRun } from '#shared/imports/contract.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { Button } from '../ui/actions/button.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Text } from '../ui/layout/text.tsx';
import { Note } from '../ui/messages/note.tsx';
import { ChangeList } from './change-list.tsx';
import { ProblemList } from './problem-list.tsx';

export interface DryRunReportProps {
  readonly dryRun: DryRun;
  readonly onBadRows: () => void;
  readonly saving: boolean;
}

/** What the import would do, before anything is done. */
export function DryRunReport({ dryRun, onBadRows, saving }: DryRunReportProps) {
  const { t } = useTranslation('import');
  const { errorCount, warningCount, changedCount, changes, newSample } = dryRun;
  return (
    <>
      <Counts dryRun={dryRun} />
      {errorCount === 0 ? null : (
        <Card
          title={t('check.errors')}
          label={t('check.errors')}
          edge="danger"
          aside={
            <Button busy={saving} onClick={onBadRows}>
              {t('badRows')}
            </Button>
          }
        >
          <ProblemList label={t('check.errors')} problems={dryRun.errors} count={errorCount} />
        </Card>
      )}
      {warningCount === 0 ? null : (
        <Card title={t('check.warnings')} label={t('check.warnings')} edge="warning">
          <ProblemList
            label={t('check.warnings')}
            problems={dryRun.warnings}
            count={warningCount}
          />
        </Card>
      )}
      {changedCount === 0 ? null : (
        <Card title={t('check.changes')} label={t('check.changes')}>
          <ChangeList changes={changes} count={changedCount} />
        </Card>
      )}
      {newSample.length === 0 ? null : (
        <Card title={t('check.newOnes')} label={t('check.newOnes')}>
          <ul className="imports-new">
            {newSample.map((title, index) => (
              <li key={`${index} ${title}`}>{title}</li>
            ))}
            {dryRun.newCount > newSample.length ? (
              <More count={dryRun.newCount - newSample.length} />
            ) : null}
          </ul>
        </Card>
      )}
      {dryRun.newCount + changedCount === 0 ? (
        <Note tone="info" title={t('check.nothing')}>
          {t('check.nothingNext')}
        </Note>
      ) : null}
    </>
  );
}

function More({ count }: { readonly count: number }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  return (
    <li>
      <Text tone="muted">{t('more', { count, shown: format.count(count) })}</Text>
    </li>
  );
}

function Counts({ dryRun }: { readonly dryRun: DryRun }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const counts = [
    { key: 'new', value: dryRun.newCount, tone: 'success' },
    { key: 'changed', value: dryRun.changedCount, tone: 'info' },
    { key: 'skipped', value: dryRun.skippedCount, tone: undefined },
    { key: 'errors', value: dryRun.errorCount, tone: 'danger' },
    { key: 'warnings', value: dryRun.warningCount, tone: 'warning' },
  ] as const;
  return (
    <dl className="imports-counts" aria-label={t('check.counts')}>
      {counts.map(({ key, value, tone }) => (
        <div key={key} data-tone={value === 0 ? undefined : tone}>
          <dt>{t(`check.${key}`)}</dt>
          <dd>{format.count(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
