import type { MovementKind } from '#shared/day-close/contract.ts';
import {
  MOVEMENT_REASONS,
  type MovementReasonCode,
  needsWords,
} from '#shared/day-close/movement-reasons.ts';
import type { Id } from '#shared/ids.ts';
import { ZERO_CENTS, type Cents } from '#shared/money.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { FailureNote, RefusalNote } from '../app/answer-notes.tsx';
import { Form } from '../app/form.tsx';
import { OverrideDialog, type OverrideRequest } from '../app/override/override-dialog.tsx';
import { useMay } from '../app/session/session.ts';
import { useCommands } from '../commands/command-context.tsx';
import { useFormat } from '../i18n/format.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { Button } from '../ui/actions/button.tsx';
import { SelectField } from '../ui/choices/select-field.tsx';
import { Segmented } from '../ui/choices/segmented.tsx';
import { MoneyField } from '../ui/fields/money-field.tsx';
import { TextField } from '../ui/fields/text-field.tsx';
import { Row, Spacer } from '../ui/layout/layout.tsx';
import { Text } from '../ui/layout/text.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { MOVEMENT_KINDS } from './movement-kinds.ts';

export interface CashMovementFormProps {
  readonly onDone: () => void;
}

interface Movement {
  readonly movementId: string;
  readonly kind: MovementKind;
  readonly amountCents: Cents;
  readonly reasonCode: MovementReasonCode | null;
  readonly reason: string;
  readonly overrideId: Id<'override'> | null;
}

/** Cash in or out beside a sale, or the drawer opened without one: always with a reason. */
export function CashMovementForm({ onDone }: CashMovementFormProps) {
  const { t } = useTranslation(['day-close', 'common']);
  const form = useCashMovement(onDone);
  useCommands([
    { id: 'drawer.save', chord: 'Ctrl+Enter', label: 'day-close:move.button', run: form.submit },
  ]);
  return (
    <Form label={t('move.title')} onSubmit={form.submit}>
      <div>
        <Segmented
          label={t('move.kind')}
          value={form.kind}
          choices={MOVEMENT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={form.setKind}
        />
      </div>
      <Text as="p" size="second" tone="muted">
        {t(`kindWhat.${form.kind}`)}
      </Text>
      {form.kind === 'no_sale' ? null : (
        <MoneyField
          label={t('move.amount')}
          value={form.amount}
          onChange={form.setAmount}
          error={form.amountMissing ? t('move.amountMissing') : undefined}
          size={44}
          autoFocus
        />
      )}
      <ReasonField kind={form.kind} code={form.code} onChange={form.setCode} />
      <TextField
        key={form.kind === 'no_sale' ? 'alone' : 'second'}
        label={t(needsWords(form.code) ? 'move.reason' : 'move.words')}
        value={form.reason}
        onChange={form.setReason}
        error={form.reasonMissing ? t('move.reasonMissing') : undefined}
        maxLength={200}
        size={44}
        autoFocus={form.kind === 'no_sale'}
      />
      {form.needsManager ? (
        <Text as="p" size="second" tone="warning">
          {t('move.needsManager')}
        </Text>
      ) : null}
      <RefusalNote refusal={form.refusal} />
      <FailureNote failure={form.failure} />
      <Row>
        <Spacer />
        <Button size={44} hint="Esc" onClick={onDone}>
          {t('common:cancel')}
        </Button>
        <Button kind="primary" size={44} type="submit" hint="Enter" busy={form.pending}>
          {t('move.button')}
        </Button>
      </Row>
      <OverrideDialog request={form.asked} onAllowed={form.allowed} onClose={form.notAllowed} />
    </Form>
  );
}

/** Why cash moves, as the books know it; a no-sale and a drop have words alone. */
function ReasonField({
  kind,
  code,
  onChange,
}: {
  readonly kind: MovementKind;
  readonly code: MovementReasonCode | null;
  readonly onChange: (code: MovementReasonCode) => void;
}) {
  const { t } = useTranslation('day-close');
  const reasons: readonly MovementReasonCode[] = MOVEMENT_REASONS[kind];
  if (reasons.length === 0) return null;
  return (
    <SelectField
      label={t('move.what')}
      value={code ?? undefined}
      choices={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
      onChange={onChange}
      size={44}
    />
  );
}

/** What is typed, and the way to the drawer: by one's own right or by a manager's. */
function useCashMovement(onDone: () => void) {
  const { t } = useTranslation('day-close');
  const format = useFormat();
  const { show } = useToasts();
  const mayPayOut = useMay('drawer.payOut');
  const [movementId] = useState(() => v7());
  const [kind, setKind] = useState<MovementKind>('no_sale');
  const [amount, setAmount] = useState<Cents>();
  const [code, setCode] = useState<MovementReasonCode | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [asked, setAsked] = useState<OverrideRequest>();
  const move = useCommand(
    (store, movement: Movement, commandId) => store.dayClose.moveCash({ commandId, ...movement }),
    { attemptKey: (movement) => `${movement.movementId} ${movement.overrideId ?? ''}` },
  );
  const moves = kind !== 'no_sale';
  const amountMissing = moves && (amount === undefined || amount === 0);
  const reasonMissing = needsWords(code) && reason.trim() === '';
  const needsManager = kind === 'paid_out' && !mayPayOut;
  const amountCents = moves ? (amount ?? ZERO_CENTS) : ZERO_CENTS;
  const why = reason.trim() === '' && code !== null ? t(`reason.${code}`) : reason;
  const run = async (overrideId: Id<'override'> | null) => {
    const answer = await move.run({
      movementId,
      kind,
      amountCents,
      reasonCode: code,
      reason,
      overrideId,
    });
    if (answer?.ok !== true) return;
    show({
      text: t(`moved.${kind}`, { amount: format.money(amountCents) }),
      tone: 'success',
      seconds: 4,
    });
    onDone();
  };
  const submit = async () => {
    setTried(true);
    if (amountMissing || reasonMissing) return;
    if (!needsManager) {
      await run(null);
      return;
    }
    setAsked({
      permission: 'drawer.payOut',
      subjectId: movementId,
      amountCents,
      what: t('move.allow', { amount: format.money(amountCents), reason: why }),
      reason: why,
    });
  };
  return {
    kind,
    setKind: (next: MovementKind) => {
      setKind(next);
      // What is neither of the listed reasons is told in words.
      setCode(MOVEMENT_REASONS[next].length > 0 ? 'other' : null);
      setTried(false);
      move.reset();
    },
    amount,
    setAmount,
    code,
    setCode,
    reason,
    setReason,
    amountMissing: tried && amountMissing,
    reasonMissing: tried && reasonMissing,
    needsManager,
    asked,
    allowed: (overrideId: Id<'override'>) => {
      setAsked(undefined);
      void run(overrideId);
    },
    notAllowed: () => setAsked(undefined),
    pending: move.pending,
    refusal: move.refusal,
    failure: move.failure,
    submit: () => void submit(),
  };
}
