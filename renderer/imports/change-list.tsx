import type { DryRun } from '#shared/imports/contract.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { useLabels } from '../i18n/labels.ts';
import { Text } from '../ui/layout/text.tsx';

export interface ChangeListProps {
  readonly changes: DryRun['changes'];
  /** How many there are in all. */
  readonly count: number;
}

/** What would change on whatever is here already: before → after. */
export function ChangeList({ changes, count }: ChangeListProps) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const words = useLabels();
  const left = count - changes.length;
  return (
    <div className="imports-scroll" tabIndex={0} role="group" aria-label={t('check.changes')}>
      <ul className="imports-changes">
        {changes.map((change) => (
          <li key={change.row}>
            <span>
              <b>{change.title}</b>{' '}
              <Text size="second" tone="muted">
                {t('problem.ofRow', { row: format.count(change.row) })}
              </Text>
            </span>
            <ul>
              {change.fields.map(({ field, before, after }) => (
                <li key={field}>
                  <Text size="second" tone="muted">
                    {words(`import:fields.${field}`)}
                  </Text>{' '}
                  <del>{before === '' ? t('check.empty') : before}</del>{' '}
                  <span aria-label={t('check.becomes')}>→</span> <ins>{after}</ins>
                </li>
              ))}
            </ul>
          </li>
        ))}
        {left > 0 ? (
          <li>
            <Text tone="muted">{t('more', { count: left, shown: format.count(left) })}</Text>
          </li>
        ) : null}
      </ul>
    </div>
  );
}
