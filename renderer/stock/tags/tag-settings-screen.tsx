import './tags.css';
import type { TagPrinter, TagSettings, TagTerms } from '#shared/stock/tags/contract.ts';
import { cents } from '#shared/money.ts';
import { encodeCost, readCodeWord } from '#shared/stock/tags/coded-cost.ts';
import { layoutTag } from '#shared/stock/tags/tag-layout.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { Form } from '../../app/form.tsx';
import { useMay } from '../../app/session/session.ts';
import { SettingsFrame } from '../../app/settings-frame.tsx';
import { useCommands } from '../../commands/command-context.tsx';
import { useCommand } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Card } from '../../ui/layout/card.tsx';
import { Stack } from '../../ui/layout/layout.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { Progress } from '../../ui/messages/progress.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { TagPrinterFields, usePrinterDraft } from './tag-printer-fields.tsx';
import { TagTermFields } from './tag-term-fields.tsx';
import { TagNotes, TagView } from './tag-view.tsx';
import { useTagSettings } from './use-tags.ts';

/** Settings, Tags: what the store puts on its tags, and the printer and stock of this register. */
export function TagSettingsScreen() {
  const { t } = useTranslation('common');
  const { data, failure } = useTagSettings();
  return (
    <SettingsFrame part="tags">
      <FailureNote failure={failure} />
      {data === undefined ? <Progress label={t('loading')} /> : <TagSettingsForm stored={data} />}
    </SettingsFrame>
  );
}

function TagSettingsForm({ stored }: { readonly stored: TagSettings }) {
  const { t } = useTranslation(['tags', 'common', 'settings']);
  const may = useMay('settings.change');
  const [terms, setTerms] = useState<TagTerms>(stored.terms);
  const printer = usePrinterDraft(stored.printer);
  const save = useSave(terms, printer.value);
  useCommands([
    {
      id: 'settings.save',
      chord: 'Ctrl+Enter',
      label: 'common:save',
      when: () => may,
      run: save.run,
    },
  ]);
  return (
    <Form label={t('settings:part.tags')} onSubmit={save.run}>
      <Stack gap={16}>
        {may ? null : <Note title={t('settings:readOnly')}>{t('settings:readOnlyNext')}</Note>}
        <Card title={t('example')} padded>
          <ExampleTag terms={terms} printer={printer.value} />
        </Card>
        <Card title={t('what')} padded>
          <TagTermFields terms={terms} disabled={!may} onChange={setTerms} />
        </Card>
        <Card title={t('where')} padded>
          <TagPrinterFields draft={printer} disabled={!may} />
        </Card>
        <RefusalNote refusal={save.refusal} />
        <FailureNote failure={save.failure} />
        <div>
          <Button
            kind="primary"
            size={44}
            type="submit"
            hint="Ctrl+Enter"
            disabled={!may || printer.value === undefined}
            busy={save.pending}
          >
            {t('common:save')}
          </Button>
        </div>
      </Stack>
    </Form>
  );
}

/** One button for both: what the store says goes to all registers, the printer is this one's. */
function useSave(terms: TagTerms, printer: TagPrinter | undefined) {
  const { t } = useTranslation(['tags', 'settings']);
  const { show } = useToasts();
  const saveTerms = useCommand((store, said: TagTerms, commandId) =>
    store.tags.saveTerms({ commandId, terms: said }),
  );
  const savePrinter = useCommand((store, set: TagPrinter) =>
    store.tags.savePrinter({ printer: set }),
  );
  const run = async () => {
    if (printer === undefined) return;
    const said = await saveTerms.run(terms);
    if (said?.ok !== true) return;
    const set = await savePrinter.run(printer);
    if (set?.ok !== true) return;
    const what = t('settings:part.tags');
    show({ text: t('settings:saved', { what }), tone: 'success', seconds: 4 });
  };
  return {
    run: () => void run(),
    pending: saveTerms.pending || savePrinter.pending,
    refusal: saveTerms.refusal ?? savePrinter.refusal,
    failure: saveTerms.failure ?? savePrinter.failure,
  };
}

interface ExampleTagProps {
  readonly terms: TagTerms;
  readonly printer: TagPrinter | undefined;
}

const EXAMPLE_COST = cents(194_000);

/** A ring on the stock as it is typed, before anything is saved. */
function ExampleTag({ terms, printer }: ExampleTagProps) {
  const { t } = useTranslation('tags');
  if (printer === undefined) return <Note tone="info">{t('exampleLater')}</Note>;
  const word = terms.printsCost ? readCodeWord(terms.codeWord ?? '') : undefined;
  const facts = {
    stockNumber: '200-00017',
    words: t('exampleWords'),
    priceCents: cents(499_900),
    codedCost: word === undefined ? null : encodeCost(EXAMPLE_COST, word),
  };
  const layout = layoutTag(facts, printer.stock, terms.symbology);
  return (
    <Stack gap={8}>
      <TagView layout={layout} label={t('example')} />
      <TagNotes layout={layout} />
    </Stack>
  );
}
