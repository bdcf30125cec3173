import type { ImportProblem } from '#shared/imports/contract.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { useLabels } from '../i18n/labels.ts';
import { Text } from '../ui/layout/text.tsx';
import { SimpleTable } from '../ui/lists/simple-table.tsx';

export interface ProblemListProps {
  readonly label: string;
  readonly problems: readonly ImportProblem[];
  /** How many there are in all; the list shows the first hundred. */
  readonly count: number;
}

/** Row by row what is wrong or worth a look, in words. */
export function ProblemList({ label, problems, count }: ProblemListProps) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const words = useLabels();
  const left = count - problems.length;
  return (
    <div className="imports-scroll" tabIndex={0} role="group" aria-label={label}>
      <SimpleTable
        label={label}
        rows={problems.map((problem, index) => ({ ...problem, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            id: 'row',
            head: t('problem.row'),
            width: '3.5rem',
            cell: ({ row }) => format.count(row),
          },
          {
            id: 'field',
            head: t('problem.field'),
            width: '38%',
            cell: ({ field, value }) => (
              <>
                <b>{words(`import:fields.${field}`)}</b>
                <span className="imports-value">{value}</span>
              </>
            ),
          },
          {
            id: 'words',
            head: t('problem.words'),
            cell: ({ code, firstRow }) => (
              <>
                {words(`import:problems.${code}`)}
                {firstRow === undefined ? null : (
                  <> {t('problem.firstRow', { row: format.count(firstRow) })}</>
                )}
              </>
            ),
          },
        ]}
      />
      {left > 0 ? (
        <p className="imports-left-out">
          <Text tone="muted">{t('more', { count: left, shown: format.count(left) })}</Text>
        </p>
      ) : null}
    </div>
  );
}
