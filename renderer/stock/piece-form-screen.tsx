import './stock.css';
import type { PieceId } from '#shared/ids.ts';
import { ONE } from '#shared/money.ts';
import type { Piece } from '#shared/stock/contract.ts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { afterLeavingField, focusProblem, useFormDraft } from '../app/form-draft.ts';
import { useGo } from '../app/navigation.ts';
import { useCommands } from '../commands/command-context.tsx';
import { newId } from '../store-client/new-id.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { ScreenHead } from '../ui/layout/card.tsx';
import { Note } from '../ui/messages/note.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import {
  checkPiece,
  EMPTY_PIECE,
  fieldOfIssue,
  fieldsOf,
  formOf,
  quantityOf,
  type PieceForm,
  type PieceProblems,
} from './piece-form.ts';
import { PieceFormFields } from './piece-form-fields.tsx';
import { PieceMissing } from './piece-missing.tsx';
import { StockNumberTaken } from './stock-number-taken.tsx';
import { usePiece, usePieceIdOfPath } from './use-piece.ts';

export function NewPieceScreen() {
  const [pieceId] = useState(() => newId<'piece'>());
  return <FormScreen pieceId={pieceId} piece={undefined} />;
}

export function EditPieceScreen() {
  const pieceId = usePieceIdOfPath();
  const answer = usePiece(pieceId);
  const { data: piece } = answer;
  if (piece === undefined || piece === null) return <PieceMissing answer={answer} />;
  return <FormScreen key={pieceId} pieceId={pieceId} piece={piece} />;
}

interface FormScreenProps {
  readonly pieceId: PieceId;
  /** Undefined: one that is being added. */
  readonly piece: Piece | undefined;
}

function FormScreen({ pieceId, piece }: FormScreenProps) {
  const { t } = useTranslation(['stock', 'common']);
  const go = useGo();
  const { show } = useToasts();
  const fields = useRef<HTMLDivElement>(null);
  const stored = piece === undefined ? EMPTY_PIECE : formOf(piece);
  const state = useFormDraft(['piece', piece?.pieceId ?? 'new'], stored, checkPiece);
  const save = useSavePiece(pieceId, piece !== undefined);
  const leave = () => go(piece === undefined ? '/stock' : `/stock/${pieceId}`);
  const store = async () => {
    const answer = await save.run(state.form);
    if (answer?.ok === true) {
      state.forget();
      const number = state.form.stockNumber.trim();
      show({ text: t('saved', { number }), tone: 'success', seconds: 4 });
      go(`/stock/${pieceId}`);
    } else requestAnimationFrame(() => focusProblem(fields.current));
  };
  const submit = () => {
    const fine = state.check();
    afterLeavingField(() => {
      if (!focusProblem(fields.current) && fine) void store();
    });
  };
  useCommands([
    { id: 'piece.save', chord: 'Ctrl+Enter', label: 'common:save', run: submit },
    { id: 'piece.leave', chord: 'Esc', label: 'common:back', run: leave },
  ]);
  const fromStore = problemOfStore(save.refusal, save.failure);
  const problems = { ...fromStore, ...state.problems };
  const atField = Object.keys(fromStore).length > 0;
  return (
    <>
      <ScreenHead
        title={piece === undefined ? t('add') : t('editOf', { number: piece.stockNumber })}
      >
        <Button hint="Esc" onClick={leave}>
          {t('common:back')}
        </Button>
        <Button kind="primary" hint="Ctrl+Enter" busy={save.pending} onClick={submit}>
          {t('common:save')}
        </Button>
      </ScreenHead>
      {state.restored && state.changed ? (
        <Note tone="info" action={<Button onClick={state.forget}>{t('draft.forget')}</Button>}>
          {t('draft.kept')}
        </Note>
      ) : null}
      <StockNumberTaken refusal={save.refusal} />
      {atField ? null : (
        <>
          <RefusalNote refusal={save.refusal} />
          <FailureNote
            failure={save.failure}
            action={<Button onClick={submit}>{t('common:retry')}</Button>}
          />
        </>
      )}
      <div ref={fields} className="stock-form">
        <PieceFormFields
          state={state}
          problems={problems}
          added={piece === undefined}
          onMended={save.reset}
        />
      </div>
    </>
  );
}

function useSavePiece(pieceId: PieceId, known: boolean) {
  return useCommand((store, form: PieceForm, commandId) => {
    const fields = fieldsOf(form);
    if (fields === undefined) throw new Error('a form without a price was let through');
    if (known) return store.stock.edit({ commandId, pieceId, fields });
    const quantityThousandths = quantityOf(form) ?? ONE;
    return store.stock.add({ commandId, pieceId, fields, quantityThousandths });
  });
}

type Save = ReturnType<typeof useSavePiece>;

/** What the store said about one field stands at that field. */
function problemOfStore(refusal: Save['refusal'], failure: Save['failure']): PieceProblems {
  if (refusal?.code === 'STOCK_NUMBER_TAKEN') return { stockNumber: refusal.code };
  if (failure?.code !== 'BAD_INPUT' || failure.issue === undefined) return {};
  const field = fieldOfIssue(failure.field);
  return field === undefined ? {} : { [field]: failure.issue };
}
