import type { StagedFile } from '#shared/imports/contract.ts';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../i18n/labels.ts';
import { SelectField } from '../ui/choices/select-field.tsx';
import { Card } from '../ui/layout/card.tsx';
import { Text } from '../ui/layout/text.tsx';
import { SimpleTable } from '../ui/lists/simple-table.tsx';
import { Chip } from '../ui/messages/chip.tsx';
import { mapField, samplesOf, unusedHeaders, type Mapping } from './mapping.ts';

export interface MapColumnsProps {
  readonly file: StagedFile;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Which column of the file fills which field of ours, with what is in it. */
export function MapColumns({ file, mapping, onChange }: MapColumnsProps) {
  const { t } = useTranslation('import');
  const label = useLabels();
  const nameOf = (field: string) => label(`import:fields.${field}`);
  const choices = [
    { value: '', label: t('columns.none') },
    ...file.headers.map((header) => ({ value: header, label: header })),
  ];
  const unused = unusedHeaders(file, mapping);
  return (
    <Card title={t('columns.title')} label={t('columns.title')}>
      <SimpleTable
        label={t('columns.title')}
        rows={file.fields}
        rowKey={({ field }) => field}
        columns={[
          {
            id: 'field',
            head: t('columns.field'),
            width: '32%',
            cell: ({ field, required }) => (
              <span className="imports-field">
                <Text strong>{nameOf(field)}</Text>
                {required ? (
                  <Chip {...(mapping[field] === undefined ? { tone: 'danger' } : {})}>
                    {t('columns.required')}
                  </Chip>
                ) : null}
              </span>
            ),
          },
          {
            id: 'header',
            head: t('columns.header'),
            width: '34%',
            cell: ({ field }) => (
              <div className="imports-choice">
                <SelectField
                  label={t('columns.for', { field: nameOf(field) })}
                  hideLabel
                  value={mapping[field] ?? ''}
                  choices={choices}
                  onChange={(header) => onChange(mapField(mapping, field, header))}
                />
              </div>
            ),
          },
          {
            id: 'sample',
            head: t('columns.sample'),
            cell: ({ field }) => (
              <Text size="second" tone="muted">
                {samplesOf(file, mapping[field]).join(' · ')}
              </Text>
            ),
          },
        ]}
      />
      {unused.length === 0 ? null : (
        <p className="imports-left-out">{t('columns.unused', { list: unused.join(', ') })}</p>
      )}
    </Card>
  );
}
