import type { Id } from '#shared/ids.ts';
import type { Approval } from '#shared/sales/approvals/contract.ts';
import { setCustomer, type CartLine } from '#shared/sales/cart.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../app/navigation.ts';
import { useCartInHand } from '../app/sale-desk.ts';
import { newId } from '../store-client/new-id.ts';
import { useCommand, useStore } from '../store-client/store-hooks.tsx';
import { failureOf, type Failure } from '../store-client/failure.ts';
import { useToasts } from '../ui/messages/toasts.tsx';
import { boughtLine, withBought } from './bought-line.ts';

type LineId = Id<'approvalLine'>;

export type ApprovalActs = ReturnType<typeof useApprovalActs>;

/** What ends an approval: the ticked pieces come back into the case, or go into the cart. */
export function useApprovalActs(approval: Approval) {
  const { t } = useTranslation('approvals');
  const go = useGo();
  const { show } = useToasts();
  const inHand = useCartInHand();
  const store = useStore();
  const [marked, setMarked] = useState<readonly LineId[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const out = approval.lines.filter((line) => line.state.state === 'out');
  const [only] = out;
  // One piece is meant without a tick.
  const ticked =
    out.length === 1 && only
      ? [only.approvalLineId]
      : out.map((line) => line.approvalLineId).filter((id) => marked.includes(id));
  const command = useCommand((shop, approvalLineIds: readonly LineId[], commandId) =>
    shop.approvals.return({
      commandId,
      approvalId: approval.approvalId,
      approvalLineIds: [...approvalLineIds],
    }),
  );
  const takeBack = async () => {
    if (ticked.length === 0) return;
    const answer = await command.run(ticked);
    if (answer?.ok !== true) return;
    setMarked([]);
    show({ text: t('takeBack.done', { count: ticked.length }), tone: 'success', seconds: 4 });
  };
  const buy = async () => {
    if (ticked.length === 0 || !inHand) return;
    try {
      const pieces = await Promise.all(
        out
          .filter((line) => ticked.includes(line.approvalLineId))
          .map(async (line) => ({ line, piece: await store.stock.get({ pieceId: line.pieceId }) })),
      );
      const lines = pieces.flatMap(({ line, piece }): CartLine[] =>
        piece ? [boughtLine(piece, line.approvalLineId, newId<'saleLine'>())] : [],
      );
      inHand.change((cart) => withBought(setCustomer(cart, approval.customerId), lines));
      go('/sell');
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return {
    ticked,
    tick: (id: LineId, on: boolean) =>
      setMarked((now) => (on ? [...now, id] : now.filter((each) => each !== id))),
    takeBack: () => void takeBack(),
    buy: () => void buy(),
    pending: command.pending,
    refusal: command.refusal,
    failure: command.failure ?? failure,
  };
}
