import type { StateExample } from '#shared/taxes/state-examples.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { Note } from '../ui/messages/note.tsx';

/** What an example is worth: what its sources said on its day, and nobody's advice. */
export function ExampleNote({ example }: { readonly example: StateExample }) {
  const { t } = useTranslation('taxes');
  const format = useFormat();
  return (
    <Note tone="info" title={t('add.notAdvice', { date: format.date(example.fromDate) })}>
      {example.state === '' ? null : (
        <details className="taxes-sources">
          <summary>{t('add.sources')}</summary>
          <ul>
            {example.source.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </details>
      )}
    </Note>
  );
}
