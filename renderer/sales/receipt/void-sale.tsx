import { containsCardNumber } from '#shared/card-number.ts';
import type { ReceiptFacts } from '#shared/documents/receipt-paper.ts';
import type { Id, SaleId } from '#shared/ids.ts';
import { cents } from '#shared/money.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote, RefusalNote } from '../../app/answer-notes.tsx';
import { OverrideDialog, type OverrideRequest } from '../../app/override/override-dialog.tsx';
import { useMay } from '../../app/session/session.ts';
import { useFormat } from '../../i18n/format.ts';
import { useCommand } from '../../store-client/store-hooks.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Row } from '../../ui/layout/layout.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { useToasts } from '../../ui/messages/toasts.tsx';
import { useDrawerState } from '../drawer-state.ts';

export interface VoidSaleProps {
  readonly saleId: SaleId;
  readonly facts: ReceiptFacts;
  /** What can be done where a void cannot. */
  readonly onReturn: () => void;
}

/** A void is possible while the drawer of the sale is open; later the pieces come back as a return. */
export function VoidSale({ saleId, facts, onReturn }: VoidSaleProps) {
  const { t } = useTranslation('sell');
  const maySell = useMay('sales.sell');
  const [asking, setAsking] = useState(false);
  const drawer = useDrawerState().data;
  if (!maySell || !drawer) return null;
  if (drawer.open?.businessDate !== facts.businessDate) {
    return (
      <Text size="second" tone="muted">
        {t('void.tooLate')}
      </Text>
    );
  }
  if (asking)
    return (
      <VoidForm saleId={saleId} facts={facts} onReturn={onReturn} onDone={() => setAsking(false)} />
    );
  return (
    <Button size={44} wide onClick={() => setAsking(true)}>
      {t('void.open')}
    </Button>
  );
}

const VOID_REASONS = ['mind', 'wrongPiece', 'wrongPrice', 'wrongTender'] as const;

/** Asked twice, because money goes back: the amount is named, and a reason is needed. */
function VoidForm({
  saleId,
  facts,
  onReturn,
  onDone,
}: VoidSaleProps & { readonly onDone: () => void }) {
  const { t } = useTranslation('sell');
  const format = useFormat();
  const form = useVoidForm(saleId, facts, onDone);
  const amount = format.money(cents(Math.abs(facts.totalCents)));
  const back = facts.totalCents < 0;
  return (
    <section className="receipt-void" aria-label={t('void.open')}>
      <Text as="p" strong>
        {t(back ? 'void.questionBack' : 'void.question', { number: facts.number, amount })}
      </Text>
      <TextField
        label={t('void.reason')}
        value={form.reason}
        onChange={form.setReason}
        maxLength={200}
        size={44}
        autoFocus
        error={form.error}
        onKeyDown={(event) => event.key === 'Enter' && form.ask()}
      />
      <Row wrap gap={4}>
        {VOID_REASONS.map((name) => (
          <Button key={name} onClick={() => form.setReason(t(`void.reasons.${name}`))}>
            {t(`void.reasons.${name}`)}
          </Button>
        ))}
      </Row>
      <RefusalNote
        refusal={form.refusal}
        action={
          form.refusal && RETURNED_INSTEAD.has(form.refusal.code) ? (
            <Button onClick={onReturn}>{t('void.return')}</Button>
          ) : null
        }
      />
      <FailureNote failure={form.failure} />
      <Button
        kind="danger"
        size={44}
        wide
        busy={form.pending}
        disabled={form.isMissing}
        onClick={form.ask}
      >
        {t(back ? 'void.confirmBack' : 'void.confirm', { amount })}
      </Button>
      <Button size={44} wide onClick={onDone}>
        {t('void.keep')}
      </Button>
      <OverrideDialog
        request={form.request}
        onAllowed={form.run}
        onClose={() => form.setRequest(undefined)}
      />
    </section>
  );
}

/** Where a void comes too late, a return does what it should have done. */
const RETURNED_INSTEAD: ReadonlySet<string> = new Set([
  'VOID_AFTER_RETURN',
  'VOID_AFTER_BATCH',
  'VOID_GIFT_CARD_USED',
  'VOID_DAY_CLOSED',
]);

type OverrideId = Id<'override'> | null;

function useVoidForm(saleId: SaleId, { number, totalCents }: ReceiptFacts, onDone: () => void) {
  const { t } = useTranslation('sell');
  const format = useFormat();
  const { show } = useToasts();
  const mayAlone = useMay('sales.void');
  const [reason, setReason] = useState('');
  const [request, setRequest] = useState<OverrideRequest>();
  const command = useCommand(
    (store, input: { readonly reason: string; readonly overrideId: OverrideId }, commandId) =>
      store.sales.void({ commandId, saleId, ...input }),
  );
  const isCard = containsCardNumber(reason);
  const isMissing = reason.trim() === '';
  const run = async (overrideId: OverrideId) => {
    setRequest(undefined);
    const answer = await command.run({ reason: reason.trim(), overrideId });
    if (answer?.ok !== true) return;
    show({ text: t('void.done', { number }), tone: 'success' });
    onDone();
  };
  const ask = () => {
    if (isMissing || isCard) return;
    const amount = format.money(cents(totalCents));
    const what = t('void.what', { number, amount });
    if (mayAlone) void run(null);
    else setRequest({ permission: 'sales.void', subjectId: saleId, what, reason: reason.trim() });
  };
  const error = isCard ? t('cardNumber') : undefined;
  const { refusal, failure, pending } = command;
  return {
    reason,
    setReason,
    error,
    isMissing,
    request,
    setRequest,
    ask,
    run: (overrideId: OverrideId) => void run(overrideId),
    refusal,
    failure,
    pending,
  };
}
