import type { StagedFile } from '#shared/imports/contract.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { useLabels } from '../i18n/labels.ts';
import { SectionTitle } from '../ui/layout/card.tsx';
import { Facts } from '../ui/layout/facts.tsx';

/** What was found out about the file. */
export function FileFacts({ file }: { readonly file: StagedFile }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const label = useLabels();
  const source = file.source === null ? t('source.other') : label(`import:source.${file.source}`);
  return (
    <section className="imports-section">
      <SectionTitle>{t('file.facts')}</SectionTitle>
      <Facts
        facts={[
          { label: t('file.name'), value: <span className="imports-name">{file.fileName}</span> },
          { label: t('file.brings'), value: <b>{t(`target.${file.target}`)}</b> },
          { label: t('file.from'), value: source },
          { label: t('file.rows'), value: format.count(file.rowCount) },
          { label: t('file.encoding'), value: label(`import:encoding.${file.encoding}`) },
        ]}
      />
    </section>
  );
}
