import './taxes.css';
import type { StoredTaxArea, Taxes } from '#shared/taxes/contract.ts';
import { type StateExample, STATE_EXAMPLES } from '#shared/taxes/state-examples.ts';
import type { TaxAreaId } from '#shared/taxes/tax-rule.ts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { afterLeavingField, focusProblem, useFormDraft } from '../app/form-draft.ts';
import { useAsked, useGo } from '../app/navigation.ts';
import { useMay } from '../app/session/session.ts';
import { Side } from '../app/slots.tsx';
import { useCommands } from '../commands/command-context.tsx';
import { newId } from '../store-client/new-id.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { ScreenHead } from '../ui/layout/card.tsx';
import { EmptyState } from '../ui/messages/empty-state.tsx';
import { Note } from '../ui/messages/note.tsx';
import { Progress } from '../ui/messages/progress.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { areaForm, type AreaForm, areaProblems, exampleForm, readArea } from './area-form.ts';
import { AttestationCard } from './attestation-card.tsx';
import { ExampleNote } from './example-note.tsx';
import { ExampleSide } from './example-side.tsx';
import { PlaceCard } from './place-card.tsx';
import { hasProblems } from './rule-form.ts';
import { RulesCard } from './rules-card.tsx';
import { TradeInCard } from './trade-in-card.tsx';
import { useAreaIdOfPath, useTaxes } from './taxes-data.ts';
import { WorkCard } from './work-card.tsx';

/** One place and all of its taxes, with the tax of an example sale beside it while it is changed. */
export function AreaScreen() {
  const { t } = useTranslation(['taxes', 'common']);
  const go = useGo();
  const taxAreaId = useAreaIdOfPath();
  const from = useAsked()['from'];
  const { data: taxes, failure, again } = useTaxes();
  const example = STATE_EXAMPLES.find(({ name }) => name === from);
  if (taxes === undefined) {
    const retry = <Button onClick={again}>{t('common:retry')}</Button>;
    if (failure !== undefined) return <FailureNote failure={failure} action={retry} />;
    return <Progress label={t('common:loading')} />;
  }
  const area = taxes.areas.find((each) => each.taxAreaId === taxAreaId);
  if (area === undefined && example === undefined) {
    return (
      <EmptyState
        title={t('missing.title')}
        actions={<Button onClick={() => go('/settings/taxes')}>{t('missing.all')}</Button>}
      >
        {t('missing.next')}
      </EmptyState>
    );
  }
  return <KnownArea key={taxAreaId} {...{ taxAreaId, taxes, area, example }} />;
}

interface KnownAreaProps {
  readonly taxAreaId: TaxAreaId;
  readonly taxes: Taxes;
  /** Undefined: a place that is being added, from the example. */
  readonly area: StoredTaxArea | undefined;
  readonly example: StateExample | undefined;
}

/** The form of a place and its saving: what is wrong is shown where it is, and only what fits goes to the store. */
function useAreaEditor({ taxAreaId, area, example }: KnownAreaProps) {
  const { t } = useTranslation('taxes');
  const go = useGo();
  const { show } = useToasts();
  const fields = useRef<HTMLDivElement>(null);
  // The ids of an example's rules are made once, so that a repeated attempt saves the same ones.
  const [started] = useState(() => (example ? exampleForm(example, newId) : undefined));
  const stored = area === undefined ? started : areaForm(area);
  if (stored === undefined) throw new Error('a place is stored, or starts from an example');
  const state = useFormDraft<AreaForm>(['tax-area', taxAreaId], stored, areaProblems);
  const [opened, setOpened] = useState<string>();
  const [tried, setTried] = useState(false);
  const save = useSaveArea(taxAreaId, area === undefined);
  const { form } = state;
  const store = async () => {
    const answer = await save.run(form);
    if (answer?.ok !== true) return;
    state.forget();
    setTried(false);
    setOpened(undefined);
    show({ text: t('saved', { name: form.name.trim() }), tone: 'success', seconds: 4 });
    go(`/settings/taxes/${taxAreaId}`);
  };
  const submit = () => {
    setTried(true);
    const fine = state.check();
    const unfinished = form.rules.find(hasProblems);
    if (unfinished) setOpened(unfinished.taxRuleId);
    afterLeavingField(() => {
      if (focusProblem(fields.current) || focusBreak(fields.current)) return;
      if (fine && !unfinished) void store();
    });
  };
  const changeRules = (rules: AreaForm['rules']) => {
    state.set('rules', rules);
    save.reset();
  };
  return { fields, state, opened, setOpened, tried, save, submit, changeRules };
}

function KnownArea(props: KnownAreaProps) {
  const { taxAreaId, taxes, area, example } = props;
  const { t } = useTranslation(['taxes', 'common']);
  const go = useGo();
  const may = useMay('settings.change');
  const { fields, state, opened, setOpened, tried, save, submit, changeRules } =
    useAreaEditor(props);
  const { form } = state;
  const leave = () => go('/settings/taxes');
  useCommands([
    {
      id: 'taxes.save',
      chord: 'Ctrl+Enter',
      label: 'common:save',
      when: () => may,
      run: submit,
    },
    {
      id: 'taxes.back',
      chord: 'Esc',
      label: 'taxes:keys.places',
      when: () => opened === undefined,
      run: leave,
    },
  ]);
  return (
    <>
      <ScreenHead
        title={form.name.trim() === '' ? t('add.title') : form.name}
        detail={t('rules.title')}
      >
        <Button hint="Esc" onClick={leave}>
          {t('missing.all')}
        </Button>
        {may ? (
          <Button kind="primary" hint="Ctrl+Enter" busy={save.pending} onClick={submit}>
            {t('common:save')}
          </Button>
        ) : null}
      </ScreenHead>
      {may ? null : <Note title={t('readOnly')}>{t('readOnlyNext')}</Note>}
      {state.restored && state.changed ? (
        <Note tone="info" action={<Button onClick={state.forget}>{t('draft.forget')}</Button>}>
          {t('draft.kept')}
        </Note>
      ) : null}
      {area === undefined && example ? <ExampleNote example={example} /> : null}
      <RefusalNote refusal={save.refusal} />
      <FailureNote
        failure={save.failure}
        action={<Button onClick={submit}>{t('common:retry')}</Button>}
      />
      <div ref={fields} className="taxes-area">
        <PlaceCard {...{ state, taxAreaId, taxes, isStored: area !== undefined }} />
        <RulesCard
          {...{ rules: form.rules, opened, tried, may }}
          onOpen={setOpened}
          onChange={changeRules}
        />
        <TradeInCard
          tradeIn={form.tradeIn}
          may={may}
          onChange={(value) => state.set('tradeIn', value)}
        />
        <WorkCard state={state} may={may} />
        {area === undefined ? null : <AttestationCard area={area} unsaved={state.changed} />}
      </div>
      <Side>
        <ExampleSide form={form} taxAreaId={taxAreaId} rounding={taxes.rounding} />
      </Side>
    </>
  );
}

/** Puts focus on the first tax whose days do not fit together; false when all do. */
function focusBreak(fields: HTMLElement | null): boolean {
  const broken = fields?.querySelector<HTMLElement>('.taxes-break') ?? null;
  broken?.focus();
  return broken !== null;
}

function useSaveArea(taxAreaId: TaxAreaId, isNew: boolean) {
  return useCommand((store, form: AreaForm, commandId) => {
    const read = readArea(form, taxAreaId);
    if (!read) throw new Error('a form with a problem is not saved');
    return store.taxes.saveArea({ commandId, isNew, ...read });
  });
}
