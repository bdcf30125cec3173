import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { Note } from '../../ui/messages/note.tsx';
import { useSelling } from '../selling-context.tsx';
import { fixTarget, type SaleRefusalData } from './fixes.ts';
import { NextStep } from './next-act.tsx';
import { useFixFocus } from './use-fix-focus.ts';
import type { TillState } from './use-till.ts';

/** Why the sale was not stored, with the button that does the next step. Everything typed stands as it was. */
export function SaleRefusal({ state }: { readonly state?: TillState }) {
  const { t } = useTranslation('pay');
  const { command } = useSelling();
  const said = state?.till.problem ?? command.refusal;
  const refusal = said?.code === 'COMMAND_ID_REUSED' ? undefined : said;
  const typing = state?.till.next.kind;
  useFixFocus(refusal, refusal && typing && fixTarget(refusal, typing));
  return (
    <>
      {refusal === undefined ? null : (
        <div data-fix="act">
          <RefusedNote refusal={refusal} state={state} />
        </div>
      )}
      <FailureNote
        failure={command.failure}
        action={state === undefined ? null : <Button onClick={state.take}>{t('again')}</Button>}
      />
    </>
  );
}

interface RefusedNoteProps {
  readonly refusal: SaleRefusalData;
  readonly state: TillState | undefined;
}

/** What a payment lacks is said by its own name; the catalogue of refusals has the other sentences. */
function RefusedNote({ refusal, state }: RefusedNoteProps) {
  const { t } = useTranslation('pay');
  if (refusal.code !== 'TENDER_NEEDS_DETAIL')
    return <RefusalNote refusal={refusal} action={<NextStep refusal={refusal} state={state} />} />;
  const tender = t(`tender.${refusal.tender}`);
  return (
    <Note tone="warning" title={t('needs.what', { tender })} code={refusal.code}>
      {needsWords(refusal, t)}
    </Note>
  );
}

function needsWords(
  { tender, detail }: Extract<SaleRefusalData, { readonly code: 'TENDER_NEEDS_DETAIL' }>,
  t: ReturnType<typeof useTranslation<'pay'>>['t'],
): string {
  switch (detail) {
    case 'reference':
      if (tender === 'check') return t('needs.checkNumber');
      return tender === 'gift_card' ? t('needs.giftCard') : t('needs.application');
    case 'checkKind':
      return t('needs.checkKind');
    case 'provider':
      return t('needs.provider');
    case 'brand':
      return t('needs.name');
    case 'unknown':
      return t('needs.sure');
    default:
      return t('needs.amount');
  }
}
