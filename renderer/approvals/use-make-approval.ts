import type { Id } from '#shared/ids.ts';
import { type Cents, ZERO_CENTS } from '#shared/money.ts';
import type { MakeApprovalInput } from '#shared/sales/approvals/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CartInHand } from '../app/sale-desk.ts';
import { newId } from '../store-client/new-id.ts';
import { useCommand } from '../store-client/store-hooks.tsx';
import { useToasts } from '../ui/messages/toasts.tsx';
import { type LendableLine, withoutLent } from './lendable.ts';

export interface MadeApproval {
  readonly approvalId: Id<'approval'>;
  readonly number: string;
}

interface Wanted {
  readonly lines: readonly LendableLine[];
  readonly values: Readonly<Record<string, Cents | undefined>>;
  readonly dueOn: BusinessDate;
  readonly idNoted: string;
  readonly print: boolean;
}

/** Makes the memo, and takes its pieces out of the cart once they are out of the store. */
export function useMakeApproval(
  inHand: CartInHand,
  approvalId: Id<'approval'>,
  onMade: (made: MadeApproval) => void,
) {
  const { t } = useTranslation('approvals');
  const { show } = useToasts();
  // A second try names the same lines, so that the store knows it again.
  const [lineIds] = useState(() => new Map<string, Id<'approvalLine'>>());
  const lineIdOf = (pieceId: string): Id<'approvalLine'> => {
    const known = lineIds.get(pieceId) ?? newId<'approvalLine'>();
    lineIds.set(pieceId, known);
    return known;
  };
  const command = useCommand((store, input: Omit<MakeApprovalInput, 'commandId'>, commandId) =>
    store.approvals.make({ commandId, ...input, lines: [...input.lines] }),
  );
  const make = async ({ lines, values, dueOn, idNoted, print }: Wanted) => {
    const { customerId } = inHand.cart;
    if (customerId === null) return;
    const answer = await command.run({
      approvalId,
      customerId,
      dueOn,
      idNoted,
      print,
      lines: lines.map(({ pieceId }) => ({
        approvalLineId: lineIdOf(pieceId),
        pieceId,
        valueCents: values[pieceId] ?? ZERO_CENTS,
      })),
    });
    if (answer?.ok !== true) return;
    inHand.change((cart) =>
      withoutLent(
        cart,
        lines.map((line) => line.pieceId),
      ),
    );
    show({ text: t('made', { number: answer.value.number }), tone: 'success', seconds: 4 });
    onMade(answer.value);
  };
  return {
    run: (wanted: Wanted) => void make(wanted),
    pending: command.pending,
    refusal: command.refusal,
    failure: command.failure,
  };
}
