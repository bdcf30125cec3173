import './receiving.css';
import type { ReceiveDraft, ReceiveId } from '#shared/stock/receiving/contract.ts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { todayHere } from '../../app/day.ts';
import { useGo, usePathParts } from '../../app/navigation.ts';
import { useCommands } from '../../commands/command-context.tsx';
import { newId } from '../../store-client/new-id.ts';
import { useCommand, useStoreQuery } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Checkbox } from '../../ui/choices/checkbox.tsx';
import { Card, ScreenHead } from '../../ui/layout/card.tsx';
import { Row } from '../../ui/layout/layout.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { Progress } from '../../ui/messages/progress.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import {
  changeRow,
  copyLast,
  emptyDraft,
  emptyRow,
  inputOf,
  missingIn,
  sumsOf,
} from './receive-draft.ts';
import { ReceiveHead } from './receive-head.tsx';
import { ReceiveRows } from './receive-rows.tsx';
import { ReceiveTotals } from './receive-totals.tsx';
import { useReceiveDraft } from './use-receive-draft.ts';

/** An invoice as it is typed in. */
export function ReceiveFormScreen() {
  const { t } = useTranslation('common');
  // Parsing: the address is text, the store checks that it is an id.
  const receiveId = (usePathParts()['receiveId'] ?? '') as ReceiveId;
  // Asked once: what is typed afterwards is newer than what is stored.
  const [first, setFirst] = useState<ReceiveDraft>();
  const { data, failure } = useStoreQuery({
    key: ['receiving.drafts'],
    tables: ['receive_draft'],
    read: (store) => store.receiving.drafts({}),
    enabled: first === undefined,
  });
  if (first === undefined && data !== undefined) {
    const kept = data.find((draft) => draft.receiveId === receiveId);
    setFirst(kept ?? emptyDraft(receiveId, newId(), todayHere()));
  }
  if (failure !== undefined && first === undefined) return <FailureNote failure={failure} />;
  if (first === undefined) return <Progress label={t('loading')} />;
  return <ReceiveForm key={receiveId} first={first} />;
}

function ReceiveForm({ first }: { readonly first: ReceiveDraft }) {
  const { t } = useTranslation(['receive', 'common']);
  const go = useGo();
  const rowsBox = useRef<HTMLDivElement>(null);
  const { draft, change, forget, failure } = useReceiveDraft(first);
  const [tried, setTried] = useState(false);
  const [printTags, setPrintTags] = useState(true);
  const receiving = useCompleteReceive(forget);
  const missing = tried ? missingIn(draft) : NOTHING_MISSING;
  const receive = (knownInvoice: boolean) => {
    setTried(true);
    const input = inputOf(draft, { knownInvoice, printTags });
    if (input !== undefined) receiving.run(input);
  };
  const focusLastRow = () =>
    requestAnimationFrame(() =>
      rowsBox.current?.querySelector<HTMLElement>('tbody tr:last-child td input')?.focus(),
    );
  const add = (next: ReceiveDraft) => {
    change(next);
    focusLastRow();
  };
  const addEmpty = () => add({ ...draft, rows: [...draft.rows, emptyRow(newId())] });
  const addCopy = () => add(copyLast(draft, newId()));
  const leave = () => go('/stock/receive');
  useCommands([
    { id: 'receive.copy', chord: 'Alt+C', label: 'receive:keys.copy', run: addCopy },
    { id: 'receive.row', chord: 'Alt+N', label: 'receive:keys.row', run: addEmpty },
    {
      id: 'receive.complete',
      chord: 'Ctrl+Enter',
      label: 'receive:keys.complete',
      run: () => receive(false),
    },
    { id: 'receive.back', chord: 'Esc', label: 'common:back', run: leave },
  ]);
  const isKnown = receiving.refusal?.code === 'RECEIVE_INVOICE_KNOWN';
  return (
    <>
      <ScreenHead title={t('form')} detail={t('kept')}>
        <Button hint="Esc" onClick={leave}>
          {t('common:back')}
        </Button>
        <Button
          kind="primary"
          hint="Ctrl+Enter"
          busy={receiving.pending}
          onClick={() => receive(false)}
        >
          {t('complete')}
        </Button>
      </ScreenHead>
      <RefusalNote
        refusal={receiving.refusal}
        action={isKnown ? <Button onClick={() => receive(true)}>{t('anyway')}</Button> : undefined}
      />
      <FailureNote failure={receiving.failure ?? failure} />
      {missing.what.includes('rows') ? (
        <Note tone="warning" title={t('missing.rows', { rows: missing.rows.join(', ') })}>
          {t('missing.rowsNext')}
        </Note>
      ) : null}
      {missing.what.includes('noRows') ? (
        <Note tone="warning" title={t('missing.noRows')}>
          {t('missing.noRowsNext')}
        </Note>
      ) : null}
      <div className="receive-form">
        <ReceiveHead draft={draft} missing={missing.what} onChange={change} />
        <Card label={t('rows')}>
          <div ref={rowsBox}>
            <ReceiveRows
              draft={draft}
              wrong={missing.rows}
              onRow={(pieceId, part) => change(changeRow(draft, pieceId, part))}
              onRemove={(pieceId) =>
                change({ ...draft, rows: draft.rows.filter((row) => row.pieceId !== pieceId) })
              }
              onNext={addCopy}
            />
          </div>
        </Card>
        <Row gap={16} wrap>
          <Button icon="copy" hint="Alt+C" onClick={addCopy}>
            {t('copy')}
          </Button>
          <Button icon="add" hint="Alt+N" onClick={addEmpty}>
            {t('addRow')}
          </Button>
          <Checkbox label={t('printTags')} checked={printTags} onChange={setPrintTags} />
        </Row>
        <ReceiveTotals draft={draft} sums={sumsOf(draft)} />
      </div>
    </>
  );
}

const NOTHING_MISSING = { what: [], rows: [] } as const;

type ReceiveInput = NonNullable<ReturnType<typeof inputOf>>;

function useCompleteReceive(onDone: () => void) {
  const { t } = useTranslation('receive');
  const go = useGo();
  const { show } = useToasts();
  const command = useCommand(
    (store, input: ReceiveInput, commandId) => store.receiving.complete({ ...input, commandId }),
    { attemptKey: ({ receiveId, knownInvoice }) => `${receiveId} ${String(knownInvoice)}` },
  );
  const run = async (input: ReceiveInput) => {
    const answer = await command.run(input);
    if (answer?.ok !== true) return;
    onDone();
    const { number, tagsQueued } = answer.value;
    const text = t(tagsQueued ? 'receivedTagged' : 'received', {
      number,
      count: input.rows.length,
    });
    show({ text, tone: 'success', seconds: 6 });
    go(`/stock/receive/${input.receiveId}`);
  };
  return { ...command, run: (input: ReceiveInput) => void run(input) };
}
