import { depositSlipFacts } from '#db/day-close/deposit/deposit-slip.ts';
import { findZ } from '#db/day-close/find-day-close.ts';
import { supplementFacts } from '#db/day-close/supplements/find-supplement.ts';
import { businessDateNow } from '#db/drawer/business-date.ts';
import { approvalFacts } from '#db/sales/approvals/approval-facts.ts';
import { worksheetFacts } from '#db/sales/form-8300/worksheet-facts.ts';
import { quoteFacts } from '#db/sales/quotes/quote-facts.ts';
import { creditSlipFacts } from '#db/sales/receipt/credit-slip.ts';
import { giftReceiptFacts } from '#db/sales/receipt/gift-receipt.ts';
import type { PaperMarks } from '#db/sales/receipt/paper-store.ts';
import { receiptFacts } from '#db/sales/receipt/receipt.ts';
import { statementFacts } from '#db/sales/receipt/statement-facts.ts';
import type { ReadDb } from '#db/write-path/read-db.ts';
import { approvalPaper } from '#shared/documents/approval-paper.ts';
import { creditSlipPaper } from '#shared/documents/credit-slip-paper.ts';
import { dayClosePaper } from '#shared/documents/day-close-paper.ts';
import { depositSlipPaper } from '#shared/documents/deposit-slip-paper.ts';
import { giftReceiptPaper } from '#shared/documents/gift-receipt-paper.ts';
import type { Paper, PaperLocale } from '#shared/documents/paper.ts';
import { quotePaper } from '#shared/documents/quote-paper.ts';
import { receiptPaper } from '#shared/documents/receipt-paper.ts';
import { statementPaper } from '#shared/documents/statement-paper.ts';
import { supplementPaper } from '#shared/documents/supplement-paper.ts';
import { worksheet8300Paper } from '#shared/documents/worksheet-8300-paper.ts';
import type { PaperWish } from '#shared/printing/paper-wish.ts';

/** Who wants a paper, where and when. */
export interface PaperReader {
  readonly registerId: string;
  readonly staffId: string | null;
  readonly nowMs: number;
  readonly marks: PaperMarks;
}

/** The kinds that follow from what is stored; a test page follows from the printer. */
export type StoredPaperWish = PaperWish & { readonly kind: Exclude<PaperWish['kind'], 'testPage'> };

/** One paper from what is stored; null where its subject is not there, or has no such paper. */
export function readPaper(
  db: ReadDb,
  wish: StoredPaperWish,
  reader: PaperReader,
  locale: PaperLocale,
): Paper | null {
  const { subjectId, options } = wish;
  const { marks, registerId, nowMs } = reader;
  const asOf = businessDateNow(db, registerId, nowMs);
  switch (wish.kind) {
    case 'receipt':
      return made(receiptFacts(db, subjectId, marks), receiptPaper, locale);
    case 'giftReceipt':
      return made(
        giftReceiptFacts(db, subjectId, options.positions ?? [], marks),
        giftReceiptPaper,
        locale,
      );
    case 'approval':
      return made(approvalFacts(db, subjectId, marks), approvalPaper, locale);
    case 'quote':
      return made(quoteFacts(db, subjectId, registerId, marks), quotePaper, locale);
    case 'creditSlip':
      return made(creditSlipFacts(db, subjectId, reader, marks), creditSlipPaper, locale);
    case 'statement': {
      const period = [options.fromDate ?? asOf, options.toDate ?? asOf] as const;
      return made(statementFacts(db, subjectId, period, nowMs, marks), statementPaper, locale);
    }
    case 'worksheet8300':
      return made(
        worksheetFacts(db, subjectId, { asOf, nowMs }, marks),
        worksheet8300Paper,
        locale,
      );
    case 'dayClose':
      return made(findZ(db, subjectId, marks), dayClosePaper, locale);
    case 'supplement':
      return made(supplementFacts(db, subjectId, marks), supplementPaper, locale);
    case 'depositSlip':
      return made(depositSlipFacts(db, subjectId, marks), depositSlipPaper, locale);
  }
}

function made<Facts>(
  facts: Facts | null | undefined,
  paper: (facts: Facts, locale: PaperLocale) => Paper,
  locale: PaperLocale,
): Paper | null {
  return facts ? paper(facts, locale) : null;
}
