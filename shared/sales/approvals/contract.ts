import { z } from 'zod';
import {
  businessDate,
  commandId,
  idOf,
  priceCents,
  requiredText,
  typedText,
} from '../../fields.ts';
import type { CustomerId, Id, PieceId, SaleId } from '../../ids.ts';
import type { Cents } from '../../money.ts';
import { answer, command, found, query } from '../../procedure.ts';

export const makeApprovalInput = z.object({
  commandId,
  approvalId: idOf('approval'),
  customerId: idOf('customer'),
  dueOn: businessDate,
  /** Which ID was shown: its kind and last characters. */
  idNoted: requiredText(80),
  lines: z
    .array(
      z.object({
        approvalLineId: idOf('approvalLine'),
        pieceId: idOf('piece'),
        valueCents: priceCents,
      }),
    )
    .min(1)
    .max(50),
  print: z.boolean(),
});
export type MakeApprovalInput = z.infer<typeof makeApprovalInput>;

export const returnApprovalInput = z.object({
  commandId,
  approvalId: idOf('approval'),
  approvalLineIds: z.array(idOf('approvalLine')).min(1).max(50),
});

export const extendApprovalInput = z.object({
  commandId,
  approvalId: idOf('approval'),
  dueOn: businessDate,
  reason: typedText(200),
});

/** Where a piece of an approval is. */
export type ApprovalLineState =
  | { readonly state: 'out' }
  | { readonly state: 'returned'; readonly on: string }
  | { readonly state: 'bought'; readonly on: string; readonly saleId: SaleId };

export interface ApprovalSummary {
  readonly approvalId: Id<'approval'>;
  readonly number: string;
  readonly customerId: CustomerId;
  readonly customerName: string;
  /** As extended. */
  readonly dueOn: string;
  readonly madeOn: string;
  readonly outCount: number;
  readonly outValueCents: Cents;
  readonly firstLine: string;
}

export interface Approval extends ApprovalSummary {
  readonly idNoted: string;
  readonly lines: readonly {
    readonly approvalLineId: Id<'approvalLine'>;
    readonly pieceId: PieceId;
    readonly stockNumber: string;
    readonly description: string;
    readonly valueCents: Cents;
    readonly state: ApprovalLineState;
  }[];
}

export interface ApprovalNotFound {
  readonly code: 'APPROVAL_NOT_FOUND';
}

export const approvalsContract = {
  /** Open ones by due date, or all of a customer, newest first. */
  list: query('sales.read', z.object({ customerId: idOf('customer').optional() })).output(
    found<readonly ApprovalSummary[]>(),
  ),
  get: query('sales.read', z.object({ approvalId: idOf('approval') })).output(
    found<Approval | null>(),
  ),
  /** Hands pieces out for a customer to decide on. */
  make: command('sales.sell', makeApprovalInput).output(
    answer<
      { readonly approvalId: Id<'approval'>; readonly number: string },
      | { readonly code: 'CUSTOMER_NOT_FOUND' }
      | { readonly code: 'APPROVAL_DUE_PAST' }
      | { readonly code: 'PIECE_NOT_IN_STOCK'; readonly stockNumber: string }
      | { readonly code: 'APPROVAL_NOT_ONE_OF_ONE'; readonly stockNumber: string }
    >(),
  ),
  return: command('sales.sell', returnApprovalInput).output(
    answer<
      null,
      ApprovalNotFound | { readonly code: 'APPROVAL_LINE_CLOSED'; readonly stockNumber: string }
    >(),
  ),
  extend: command('sales.sell', extendApprovalInput).output(
    answer<null, ApprovalNotFound | { readonly code: 'APPROVAL_DUE_PAST' }>(),
  ),
};
