import './reprice.css';
import type { RepriceRow } from '#shared/stock/reprice/contract.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { useKept } from '../../app/kept.ts';
import { useGo } from '../../app/navigation.ts';
import { useCommands } from '../../commands/command-context.tsx';
import { useFormat } from '../../i18n/format.ts';
import { newId } from '../../store-client/new-id.ts';
import { useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Card, ScreenHead } from '../../ui/layout/card.tsx';
import { EmptyState } from '../../ui/messages/empty-state.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { Progress } from '../../ui/messages/progress.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { DoneReprices } from './done-reprices.tsx';
import {
  FRESH_REPRICE,
  isBelowCost,
  type RepriceDraft,
  rowsToPrice,
  ruleOf,
  withoutFigure,
} from './reprice-draft.ts';
import { RepricePreviewTable } from './reprice-preview.tsx';
import { RepriceRuleCard } from './reprice-rule-card.tsx';
import { useReprice, useUndoReprice } from './use-reprice.ts';

/** Many prices by one rule: which pieces, what becomes of each, and what was done before. */
export function RepriceScreen() {
  const { t } = useTranslation('reprice');
  const go = useGo();
  const format = useFormat();
  const [draft, setDraft] = useKept<RepriceDraft>(['reprice'], FRESH_REPRICE);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const found = useRepricePreview(draft);
  const rows = found.rows;
  const priced = rowsToPrice(rows, left);
  const work = useWork(draft, () => {
    setLeft(new Set());
    // The same rule once more would change every price again: its figure is to be typed anew.
    setDraft(withoutFigure(draft));
  });
  const reprice = () => work.run(priced);
  const toggle = ({ pieceId, toCents }: RepriceRow) => {
    if (toCents === null) return;
    const next = new Set(left);
    if (!next.delete(pieceId)) next.add(pieceId);
    setLeft(next);
  };
  useCommands([
    {
      id: 'reprice.apply',
      chord: 'Ctrl+Enter',
      label: 'reprice:keys.apply',
      when: () => priced.length > 0 && !work.busy,
      run: reprice,
    },
    { id: 'reprice.back', chord: 'Esc', label: 'shell:keys.back', run: () => go('/stock') },
  ]);
  const change = (part: Partial<RepriceDraft>) => {
    work.reset();
    setDraft({ ...draft, ...part });
  };
  const below = priced.filter(isBelowCost).length;
  return (
    <>
      <ScreenHead
        title={t('title')}
        detail={t('detail', { count: priced.length, shown: format.count(priced.length) })}
      >
        {rows.length === 0 ? null : (
          <Button onClick={() => setLeft(left.size > 0 ? new Set() : new Set(allOf(rows)))}>
            {t(left.size > 0 ? 'takeAll' : 'leaveAll')}
          </Button>
        )}
        <Button
          kind="primary"
          hint="Ctrl+Enter"
          disabled={priced.length === 0}
          busy={work.busy}
          onClick={reprice}
        >
          {t('apply', { count: priced.length, shown: format.count(priced.length) })}
        </Button>
      </ScreenHead>
      {work.progress === undefined ? null : <Progress label={t('working')} {...work.progress} />}
      <RefusalNote refusal={work.refusal} />
      <FailureNote failure={found.failure ?? work.failure} />
      {below > 0 ? (
        <Note tone="warning" title={t('below', { count: below, shown: format.count(below) })}>
          {t('belowNext')}
        </Note>
      ) : null}
      {found.tooMany ? (
        <Note tone="warning" title={t('tooMany')}>
          {t('tooManyNext')}
        </Note>
      ) : null}
      <div className="reprice">
        <div className="reprice-two">
          <div className="reprice-side">
            <RepriceRuleCard draft={draft} onChange={change} />
            <DoneReprices />
          </div>
          <Card fill label={t('preview')}>
            <RepricePreviewTable
              rows={rows}
              left={left}
              onToggle={toggle}
              empty={
                <EmptyState icon="tag" title={t(found.asked ? 'nothing' : 'empty')}>
                  {t(found.asked ? 'nothingNext' : 'emptyNext')}
                </EmptyState>
              }
            />
          </Card>
        </div>
      </div>
    </>
  );
}

const allOf = (rows: readonly RepriceRow[]) => rows.map((row) => row.pieceId);

function useRepricePreview(draft: RepriceDraft) {
  const { words, category, vendor, ending } = draft;
  const rule = ruleOf(draft);
  const scope = { words: words.trim(), category, vendor };
  const { data, failure } = useStoreQuery({
    key: ['reprice.preview', scope, rule, ending],
    tables: ['piece', 'piece_state'],
    read: (store, signal) => {
      if (rule === undefined) throw new Error('a preview without a rule');
      return store.reprice.preview({ scope, rule, ending }, { signal });
    },
    enabled: rule !== undefined,
    keepLast: true,
  });
  const shown = rule === undefined ? undefined : data;
  return {
    rows: shown?.rows ?? [],
    tooMany: shown?.tooMany ?? false,
    asked: rule !== undefined,
    failure,
  };
}

/** Does it, says so, and offers to undo it. */
function useWork(draft: RepriceDraft, onDone: () => void) {
  const { t } = useTranslation('reprice');
  const format = useFormat();
  const { show } = useToasts();
  const reprice = useReprice();
  const undo = useUndoReprice();
  const run = async (rows: Parameters<typeof reprice.run>[0]['rows']) => {
    const rule = ruleOf(draft);
    if (rule === undefined || rows.length === 0) return;
    const repriceId = newId<'reprice'>();
    const count = await reprice.run({ repriceId, rule, ending: draft.ending, rows });
    if (count === 0) return;
    onDone();
    show({
      text: t('done', { count, shown: format.count(count) }),
      tone: 'success',
      action: { label: t('undo'), run: () => void undo.run(repriceId, false) },
    });
  };
  return {
    run: (rows: Parameters<typeof run>[0]) => void run(rows),
    busy: reprice.progress !== undefined,
    progress: reprice.progress,
    refusal: reprice.refusal ?? undo.refused?.refusal,
    failure: reprice.failure ?? undo.failure,
    reset: reprice.reset,
  };
}
