import { moveStock } from '../../stock/move-stock.ts';
import { findApprovalLine } from '../approvals/find-approval.ts';
import { approvalEventTable } from '../counter-tables.ts';
import { listLines, type SaleLineRow } from '../find-sale.ts';
import { placeOfTakenBack } from './taken-back-goods.ts';
import type { Voiding } from './void-sale.ts';

/** Pieces go back to where they were before the sale: into the case, to the customer who had them on approval, or sold again. */
export function moveGoodsBack(voiding: Voiding): void {
  for (const line of listLines(voiding.tx, voiding.sale.id)) {
    if (line.pieceId === null) continue;
    if (line.quantityThousandths < 0) moveOutAgain(voiding, line, line.pieceId);
    else moveInAgain(voiding, line, line.pieceId);
  }
}

function moveInAgain(voiding: Voiding, line: SaleLineRow, pieceId: string): void {
  const { tx, context, actor, sale } = voiding;
  const document = documentOf(voiding, pieceId);
  const { quantityThousandths } = line;
  moveStock(tx, context, { ...document, kind: 'sale_voided', quantityThousandths });
  const approval =
    line.approvalLineId === null ? undefined : findApprovalLine(tx, line.approvalLineId);
  if (!approval) return;
  moveStock(tx, context, {
    ...document,
    kind: 'approval_out',
    quantityThousandths: 0 - quantityThousandths,
  });
  tx.insertFact(approvalEventTable, {
    id: context.newId('approvalEvent'),
    approvalId: approval.approvalId,
    approvalLineId: approval.id,
    kind: 'sale_undone',
    dueOn: null,
    saleId: sale.id,
    reason: '',
    staffId: actor.staffId,
    businessDate: sale.businessDate,
    atMs: context.nowMs,
  });
}

/** What a voided ticket took back was never taken back: it is sold, as it was. */
function moveOutAgain(voiding: Voiding, line: SaleLineRow, pieceId: string): void {
  const { tx, context } = voiding;
  const document = documentOf(voiding, pieceId);
  const { quantityThousandths } = line;
  if (placeOfTakenBack(tx, line) === 'inspection')
    moveStock(tx, context, {
      ...document,
      kind: 'inspection_passed',
      quantityThousandths: 0 - quantityThousandths,
    });
  moveStock(tx, context, { ...document, kind: 'return_voided', quantityThousandths });
}

function documentOf({ sale }: Voiding, pieceId: string) {
  return {
    pieceId,
    documentKind: 'sale',
    documentId: sale.id,
    businessDate: sale.businessDate,
  };
}
