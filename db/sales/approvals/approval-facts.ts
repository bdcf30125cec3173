import { printedCode } from '#shared/document-number.ts';
import type { ApprovalFacts, ApprovalLine } from '#shared/documents/approval-paper.ts';
import type { ApprovalLineState } from '#shared/sales/approvals/contract.ts';
import { findRegisterName, getStore } from '../../settings/find-settings.ts';
import { findStaff } from '../../staff/find-staff.ts';
import type { ReadDb } from '../../write-path/read-db.ts';
import { findSale } from '../find-sale.ts';
import { paperCustomer } from '../receipt/paper-customer.ts';
import { paperLanguage } from '../receipt/paper-language.ts';
import { type PaperMarks, paperStore } from '../receipt/paper-store.ts';
import { findApproval } from './find-approval.ts';
import { readApproval } from './read-approval.ts';

/** The memo a customer signs, with what became of each piece since; null when there is none. */
export function approvalFacts(
  db: ReadDb,
  approvalId: string,
  marks: PaperMarks,
): ApprovalFacts | null {
  const row = findApproval(db, approvalId);
  const read = readApproval(db, approvalId);
  if (!row || !read) return null;
  return {
    store: paperStore(db),
    number: row.number,
    printedCode: printedCode(row.number),
    atMs: row.atMs,
    zone: getStore(db).zone,
    registerName: findRegisterName(db, row.registerId),
    givenBy: findStaff(db, row.staffId)?.initials ?? '',
    customer: paperCustomer(db, row.customerId),
    ...paperLanguage(db, row.customerId),
    idNoted: row.idNoted,
    dueOn: read.dueOn,
    lines: read.lines.map(({ description, stockNumber, valueCents, state }) => ({
      description,
      stockNumber,
      valueCents,
      ...settledBy(db, state),
    })),
    valueCents: row.valueCents,
    ...marks,
  };
}

function settledBy(db: ReadDb, state: ApprovalLineState): Pick<ApprovalLine, 'settled'> {
  if (state.state === 'out') return {};
  if (state.state === 'returned') return { settled: { how: 'returned', on: state.on } };
  const saleNumber = findSale(db, state.saleId)?.number ?? '';
  return { settled: { how: 'bought', on: state.on, saleNumber } };
}
