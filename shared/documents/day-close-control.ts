import { MOVEMENT_REASON_CODES } from '../day-close/movement-reasons.ts';
import type {
  DayCloseAccount,
  DayCloseDeposit,
  DayCloseFacts,
  DayCloseOverride,
} from './day-close-paper.ts';
import { movementReasonName, words } from './day-close-words.ts';
import { type PaperBlock, type PaperLocale, rowBlock } from './paper.ts';
import { paperAmount, paperTime } from './paper-format.ts';
import { accountName } from './texts/account-names.ts';
import { fillText, type PaperTexts } from './texts/paper-texts.ts';

/** Deposits taken and applied: money that is no sale yet, apart from the sales. */
export function depositBlocks({ deposits = [] }: DayCloseFacts, texts: PaperTexts): PaperBlock[] {
  if (deposits.length === 0) return [];
  return [
    { type: 'heading', text: texts.depositsHeld },
    ...deposits.flatMap(({ kind, takenCents, appliedCents }) => {
      const words = { kind: depositWords(kind, texts) };
      return [
        rowBlock(fillText(texts.depositTaken, words), paperAmount(takenCents)),
        rowBlock(fillText(texts.depositApplied, words), paperAmount(appliedCents)),
      ];
    }),
  ];
}

function depositWords(kind: DayCloseDeposit['kind'], texts: PaperTexts): string {
  switch (kind) {
    case 'repair':
      return texts.depositRepair;
    case 'layaway':
      return texts.depositLayaway;
    case 'special_order':
      return texts.depositOrder;
    case 'appraisal':
      return texts.depositAppraisal;
    case 'approval':
      return texts.depositApproval;
  }
}

/** What the store came to owe and to be owed. Rows of nothing are left out. */
export function creditBlocks({ credits }: DayCloseFacts, texts: PaperTexts): PaperBlock[] {
  if (credits === undefined) return [];
  const rows: readonly (readonly [string, number])[] = [
    [texts.giftCardsSold, credits.giftCardsSoldCents],
    [texts.giftCardsRedeemed, credits.giftCardsRedeemedCents],
    [texts.giftCardsRefunded, credits.giftCardsRefundedCents ?? 0],
    [texts.creditIssuedTotal, credits.creditIssuedCents],
    [texts.creditUsedTotal, credits.creditUsedCents],
    [texts.accountCharged, credits.accountChargedCents],
    [texts.accountPaid, credits.accountPaidCents],
    [texts.accountRefunded, credits.accountRefundedCents ?? 0],
  ];
  const told = rows.filter(([, amountCents]) => amountCents !== 0);
  if (told.length === 0) return [];
  return [
    { type: 'heading', text: texts.credits },
    ...told.map(([label, amountCents]) => rowBlock(label, paperAmount(amountCents))),
  ];
}

/** Each void and each override with who did it and why. */
export function voidAndOverrideBlocks(
  { voided = [], overrides = [], zone }: DayCloseFacts,
  texts: PaperTexts,
  locale: PaperLocale,
): PaperBlock[] {
  if (voided.length + overrides.length === 0) return [];
  return [
    { type: 'heading', text: texts.voidsAndOverrides },
    ...voided.map(({ number, totalCents, atMs, by, reason }): PaperBlock => ({
      type: 'item',
      description: fillText(texts.voidRow, { number }),
      amount: paperAmount(totalCents),
      notes: [fillText(texts.by, { at: paperTime(atMs, zone, locale), by }), words(reason, texts)],
    })),
    ...overrides.map(({ what, by, asker, atMs, reason }): PaperBlock => ({
      type: 'item',
      description: fillText(texts.overrideRow, { what: overrideWords(what, texts) }),
      amount: '',
      notes: [
        fillText(texts.byFor, { at: paperTime(atMs, zone, locale), by, asker }),
        words(reason, texts),
      ],
    })),
  ];
}

/** What was corrected, of which sale and by whom. */
export function correctionBlocks(
  { corrections = [], zone }: DayCloseFacts,
  texts: PaperTexts,
  locale: PaperLocale,
): PaperBlock[] {
  if (corrections.length === 0) return [];
  const names = {
    tender: texts.correctedTender,
    sold_by: texts.correctedSeller,
    customer: texts.correctedCustomer,
  };
  return [
    { type: 'heading', text: texts.corrections },
    ...corrections.map(({ number, kind, by, atMs }): PaperBlock => ({
      type: 'item',
      description: number,
      amount: '',
      notes: [names[kind], fillText(texts.by, { at: paperTime(atMs, zone, locale), by })],
    })),
  ];
}

function overrideWords(what: DayCloseOverride['what'], texts: PaperTexts): string {
  switch (what) {
    case 'price':
      return texts.overridePrice;
    case 'void':
      return texts.overrideVoid;
    case 'return':
      return texts.overrideReturn;
    case 'tender':
      return texts.overrideTender;
    case 'credit':
      return texts.overrideCredit;
    case 'correction':
      return texts.overrideCorrection;
    case 'drawer':
      return texts.overrideDrawer;
    case 'other':
      return texts.overrideOther;
  }
}

/** First and last number of each kind of document, and which are missing between them. */
export function numberBlocks({ documents = [] }: DayCloseFacts, texts: PaperTexts): PaperBlock[] {
  if (documents.length === 0) return [];
  return [
    { type: 'heading', text: texts.documents },
    ...documents.map(({ first, last, count, missing }): PaperBlock => ({
      type: 'item',
      description: first === last ? first : fillText(texts.documentRange, { first, last }),
      amount: fillText(texts.documentCount, { count: String(count) }),
      notes: [
        missing.length === 0 ? texts.noGaps : fillText(texts.gaps, { numbers: missing.join(', ') }),
      ],
    })),
  ];
}

/** Rows of the journal, debit and credit apart, with both sums: they are the same, or the paper shows it. */
export function journalBlocks(
  accounts: readonly DayCloseAccount[],
  heading: string,
  texts: PaperTexts,
  locale: PaperLocale,
): PaperBlock[] {
  const rows = accounts.filter(({ amountCents }) => amountCents !== 0);
  if (rows.length === 0) return [];
  const debitCents = rows.reduce((sum, row) => sum + Math.max(0, row.amountCents), 0);
  const creditCents = rows.reduce((sum, row) => sum + Math.max(0, -row.amountCents), 0);
  return [
    { type: 'heading', text: heading },
    {
      type: 'table',
      columns: [
        { label: texts.account, align: 'left', roll: 'lead' },
        { label: texts.debit, align: 'right', roll: 'amount' },
        { label: texts.credit, align: 'right', roll: 'amount' },
      ],
      rows: rows.map(({ account, detail, amountCents }) => [
        [accountName(account, locale), detailName(account, detail, texts)]
          .filter((each) => each !== '')
          .join(' · '),
        amountCents > 0 ? paperAmount(amountCents) : '',
        amountCents < 0 ? paperAmount(amountCents) : '',
      ]),
    },
    rowBlock(texts.debit, paperAmount(debitCents), 'bold'),
    rowBlock(texts.credit, paperAmount(-creditCents), 'bold'),
  ];
}

/** Reasons are codes in the books; agencies and providers are names already. */
function detailName(account: string, detail: string, texts: PaperTexts): string {
  const code = MOVEMENT_REASON_CODES.find((each) => each === detail);
  const isReason = account === 'paid_in' || account === 'paid_out';
  return isReason && code ? movementReasonName(code, texts) : detail;
}

/** What nobody can quietly change: the number in its sequence, the grand total, what is not known elsewhere. */
export function controlBlocks(facts: DayCloseFacts, texts: PaperTexts): PaperBlock[] {
  const { grandTotalCents, notSynced, supplements = [], number, totalCents } = facts;
  const blocks: PaperBlock[] = [];
  if (grandTotalCents !== undefined) {
    if (number !== undefined) blocks.push(rowBlock(texts.sequence, number));
    blocks.push(rowBlock(texts.grandTotalBefore, paperAmount(grandTotalCents - totalCents)));
    blocks.push(rowBlock(texts.grandTotal, paperAmount(grandTotalCents), 'bold'));
  }
  if (notSynced !== undefined) blocks.push(rowBlock(texts.notSynced, String(notSynced)));
  if (supplements.length > 0) blocks.push(rowBlock(texts.supplements, supplements.join(', ')));
  return blocks.length === 0 ? [] : [{ type: 'heading', text: texts.control }, ...blocks];
}
