import type { ImportBatch, UndoneImport } from '#shared/imports/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../i18n/refusal-text.ts';
import { useFormat } from '../i18n/format.ts';
import { useCommand, useStore } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { badRowsName } from './bad-rows-name.ts';
import { saveFile } from './save-file.ts';

export interface UndoButtonProps {
  readonly batch: ImportBatch;
  readonly onUndone: () => void;
}

/** Takes an import back: one click, and it says what it could not. */
export function UndoButton({ batch, onUndone }: UndoButtonProps) {
  const { t } = useTranslation(['import', 'common']);
  const format = useFormat();
  const inWords = useRefusalText();
  const { show } = useToasts();
  const { batchId } = batch;
  const undo = useCommand((store, _input: null, commandId) =>
    store.imports.undo({ commandId, batchId }),
  );
  if (!mayUndo(batch)) return null;
  const run = async () => {
    const answer = await undo.run(null);
    if (answer === undefined)
      return void show({ tone: 'danger', text: t('common:failure.storeBusy.title') });
    if (!answer.ok) {
      const { what, next } = inWords(answer.refusal);
      return void show({ tone: 'warning', text: `${what} ${next}` });
    }
    const { removedCount, restoredCount, keptCount, kept } = answer.value;
    show({
      tone: keptCount > 0 ? 'warning' : 'success',
      text: [
        t('undone.removed', { count: removedCount, shown: format.count(removedCount) }),
        ...(restoredCount > 0
          ? [t('undone.restored', { count: restoredCount, shown: format.count(restoredCount) })]
          : []),
        ...(keptCount > 0
          ? [t('undone.kept', { count: keptCount, shown: format.count(keptCount) }), namesOf(kept)]
          : []),
      ].join(' '),
      seconds: keptCount > 0 ? 120 : 20,
    });
    onUndone();
  };
  return (
    <Button
      icon="undo"
      busy={undo.pending}
      label={t('undoLabel', { name: batch.fileName })}
      onClick={() => void run()}
    >
      {t('common:undo')}
    </Button>
  );
}

/** As many as fit into a message; the rest are on their own pages, unchanged. */
const MOST_NAMED = 6;

function namesOf(kept: UndoneImport['kept']): string {
  const names = kept.slice(0, MOST_NAMED).map(({ title }) => title);
  return `${names.join(', ')}${kept.length > names.length ? ', …' : '.'}`;
}

function mayUndo({ state, createdCount, changedCount }: ImportBatch): boolean {
  return state !== 'staged' && state !== 'undone' && createdCount + changedCount > 0;
}

/** The rows that were not imported, as they stood in the file, each with its reason. */
export function BadRowsButton({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('import');
  const { save, saving } = useSaveBadRows(batch);
  if (batch.errorCount === 0 || batch.state === 'undone') return null;
  return (
    <Button
      busy={saving}
      label={t('badRowsLabel', { name: batch.fileName })}
      onClick={() => void save()}
    >
      {t('badRows')}
    </Button>
  );
}

export function useSaveBadRows({ batchId, fileName }: Pick<ImportBatch, 'batchId' | 'fileName'>) {
  const { t } = useTranslation('common');
  const store = useStore();
  const { show } = useToasts();
  const [saving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    try {
      saveFile(badRowsName(fileName), await store.imports.badRows({ batchId }));
    } catch {
      show({ tone: 'danger', text: t('failure.storeBusy.title') });
    } finally {
      setSaving(false);
    }
  };
  return { save, saving };
}
