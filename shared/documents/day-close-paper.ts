import type { MovementReasonCode } from '../day-close/movement-reasons.ts';
import type { TenderKind } from '../sales/tenders.ts';
import {
  controlBlocks,
  correctionBlocks,
  creditBlocks,
  depositBlocks,
  journalBlocks,
  numberBlocks,
  voidAndOverrideBlocks,
} from './day-close-control.ts';
import { drawerBlocks } from './day-close-drawer.ts';
import {
  batchBlocks,
  departmentBlocks,
  exemptionBlocks,
  taxBlocks,
  tenderBlocks,
  unresolvedBlocks,
} from './day-close-sums.ts';
import {
  type FlatBlock,
  type Paper,
  type PaperBlock,
  type PaperLocale,
  rowBlock,
  textBlock,
} from './paper.ts';
import { paperAmount, paperDate, paperInstant } from './paper-format.ts';
import { markBlocks, type PaperStore, storeBlocks } from './paper-head.ts';
import { fillText, type PaperTexts, paperTexts } from './texts/paper-texts.ts';

/** All that a day close (Z) or an interim report (X) says. Plain JSON, amounts in integer cents. */
export interface DayCloseFacts {
  /** Z is final and numbered; X may be read at any time and counts nothing. */
  readonly report: 'X' | 'Z';
  readonly store: PaperStore;
  /** `Z1-31`; an X has none. */
  readonly number?: string;
  readonly registerName: string;
  readonly zone: string;
  readonly businessDate: string;
  readonly openedAtMs: number;
  readonly openedBy: string;
  /** When the day was closed, or the X was read. */
  readonly closedAtMs: number;
  readonly closedBy: string;
  readonly salesCount: number;
  /** Before discounts. Subtotal − discount = net; net + tax = total. Voided sales are in none of them. */
  readonly subtotalCents: number;
  readonly discountCents: number;
  readonly netCents: number;
  readonly taxCents: number;
  readonly totalCents: number;
  readonly voids: { readonly count: number; readonly totalCents: number };
  /** Lines that took something back; in net and total already. */
  readonly returns?: { readonly count: number; readonly netCents: number };
  /** What cash rounding put on the sales or took off them. */
  readonly roundingCents?: number;
  readonly departments?: readonly DayCloseDepartment[];
  /** Sales without tax, by reason: a certificate's number, or words. */
  readonly exemptions?: readonly { readonly reason: string; readonly netCents: number }[];
  readonly taxes: readonly DayCloseTax[];
  readonly tenders: readonly DayCloseTender[];
  readonly floatCents: number;
  /** Cash taken less change given. Left out of an X while nobody has counted. */
  readonly cashSalesCents?: number;
  readonly movements: readonly DayCloseMovement[];
  /** Left out of an X while nobody has counted: the count is blind. */
  readonly expectedCents?: number;
  readonly countedCents?: number;
  /** Counted − expected. */
  readonly overShortCents?: number;
  readonly overShortReason?: string;
  /** Stays in the drawer as the next float. A Z of before these two were kept has neither. */
  readonly leftCents?: number;
  /** Counted − left: what goes to the bank. */
  readonly toBankCents?: number;
  /** What each card terminal says it took, beside what the sales say. */
  readonly batches?: readonly DayCloseBatch[];
  /** Money taken before delivery, apart from sales. */
  readonly deposits?: readonly DayCloseDeposit[];
  readonly credits?: DayCloseCredits;
  /** Net of what was handed over, whenever it was sold: what the books call income. */
  readonly recognisedCents?: number;
  /** Money that came in less what went out, whatever it was for. Left out of an X while nobody has counted. */
  readonly moneyTakenCents?: number;
  /** What was corrected in this day, of sales of any day. */
  readonly corrections?: readonly DayCloseCorrection[];
  /** Known not to have been charged, and not paid otherwise since: the customer owes them. */
  readonly uncollected?: readonly DayCloseUnresolved[];
  /** Each void and each override, with who did it. */
  readonly voided?: readonly DayCloseVoid[];
  readonly overrides?: readonly DayCloseOverride[];
  /** Taken, and nobody knows whether charged: they stand on an account of their own. */
  readonly unresolved?: readonly DayCloseUnresolved[];
  readonly documents?: readonly DayCloseNumbers[];
  /** The journal of the day, frozen. */
  readonly accounts?: readonly DayCloseAccount[];
  /** All sales of the register since its first day. Never reset. */
  readonly grandTotalCents?: number;
  /** Documents that other registers and the server do not know yet. */
  readonly notSynced?: number;
  /** Numbers of the supplements that came after this Z. */
  readonly supplements?: readonly string[];
  readonly copy: boolean;
  readonly demo: boolean;
}

export interface DayCloseTax {
  readonly name: string;
  readonly ratePpm: number;
  readonly baseCents: number;
  readonly taxCents: number;
  readonly agency?: string;
  /** Sold under a certificate of exemption, without this tax. */
  readonly exemptCents?: number;
  /** Sold, and of a kind that this tax does not fall on. */
  readonly notTaxedCents?: number;
  /** Above the cap of the rule. */
  readonly excessCents?: number;
}

export interface DayCloseDepartment {
  /** Empty for goods without a department. */
  readonly name: string;
  readonly count: number;
  readonly netCents: number;
  /** Gross − discount − returns = net, where they were told apart. */
  readonly grossCents?: number;
  readonly discountCents?: number;
  /** Positive. */
  readonly returnsCents?: number;
}

export interface DayCloseBatch {
  readonly terminal: string;
  readonly brand: string;
  readonly batchCents: number;
  readonly oursCents: number;
}

export interface DayCloseDeposit {
  readonly kind: 'repair' | 'layaway' | 'special_order' | 'appraisal' | 'approval';
  readonly takenCents: number;
  readonly appliedCents: number;
}

/** What somebody held to be true of a sale, and set right. */
export interface DayCloseCorrection {
  /** Of the sale. */
  readonly number: string;
  readonly kind: 'tender' | 'sold_by' | 'customer';
  readonly by: string;
  readonly atMs: number;
}

/** Not negative, any of them. */
export interface DayCloseCredits {
  readonly giftCardsSoldCents: number;
  readonly giftCardsRedeemedCents: number;
  readonly creditIssuedCents: number;
  readonly creditUsedCents: number;
  readonly accountChargedCents: number;
  readonly accountPaidCents: number;
  /** Put back onto a card or an account by a return, where that was told apart. */
  readonly giftCardsRefundedCents?: number;
  readonly accountRefundedCents?: number;
}

export interface DayCloseVoid {
  readonly number: string;
  readonly totalCents: number;
  readonly atMs: number;
  readonly by: string;
  readonly reason: string;
}

export interface DayCloseOverride {
  readonly what:
    | 'price'
    | 'void'
    | 'return'
    | 'tender'
    | 'credit'
    | 'correction'
    | 'drawer'
    | 'other';
  /** Whose PIN it was. */
  readonly by: string;
  /** Who asked for it. */
  readonly asker: string;
  readonly atMs: number;
  readonly reason: string;
}

export interface DayCloseUnresolved {
  readonly number: string;
  readonly tender: TenderKind;
  readonly amountCents: number;
}

/** The numbers of one kind of document that the day used. */
export interface DayCloseNumbers {
  readonly first: string;
  readonly last: string;
  readonly count: number;
  readonly missing: readonly string[];
}

/** Debit positive, as in the journal. */
export interface DayCloseAccount {
  readonly account: string;
  readonly detail: string;
  readonly amountCents: number;
}

export interface DayCloseTender {
  readonly tender: TenderKind;
  readonly brand?: string;
  readonly count: number;
  readonly amountCents: number;
  /** What was counted of it at the close, of tenders that are counted. */
  readonly countedCents?: number;
}

export interface DayCloseMovement {
  readonly kind: 'paid_in' | 'paid_out' | 'drop' | 'no_sale';
  /** Not negative; the kind says which way it went. */
  readonly amountCents: number;
  readonly atMs: number;
  readonly by: string;
  /** As the books know it; the words may then be empty. */
  readonly reasonCode?: MovementReasonCode;
  readonly reason: string;
}

/** The day close or X report of one register: sales, voids, tax by rule, tenders, the drawer and its count. */
export function dayClosePaper(facts: DayCloseFacts, locale: PaperLocale): Paper {
  const texts = paperTexts(locale);
  const isFinal = facts.report === 'Z';
  const name = isFinal
    ? fillText(texts.dayCloseTitle, { number: facts.number ?? '' }).trim()
    : texts.xHeading;
  return {
    kind: 'dayClose',
    locale,
    title: name,
    blocks: [
      ...markBlocks({ demo: facts.demo, voided: false, copy: facts.copy }, texts),
      {
        type: 'head',
        store: storeBlocks(facts.store),
        document: [
          { type: 'title', text: name },
          ...(isFinal ? [] : [textBlock(texts.xNotice, { align: 'center' })]),
          { type: 'space', lines: 1 },
          ...headBlocks(facts, texts, locale),
        ],
      },
      { type: 'heading', text: texts.sales },
      ...salesBlocks(facts, texts),
      ...departmentBlocks(facts, texts),
      { type: 'heading', text: texts.taxes },
      ...taxBlocks(facts, texts),
      ...exemptionBlocks(facts, texts),
      { type: 'heading', text: texts.tenders },
      ...tenderBlocks(facts, texts),
      ...batchBlocks(facts, texts),
      ...unresolvedBlocks(facts, texts),
      { type: 'heading', text: texts.drawer },
      ...drawerBlocks(facts, texts, locale),
      ...depositBlocks(facts, texts),
      ...creditBlocks(facts, texts),
      ...voidAndOverrideBlocks(facts, texts, locale),
      ...correctionBlocks(facts, texts, locale),
      ...numberBlocks(facts, texts),
      ...journalBlocks(facts.accounts ?? [], texts.accounts, texts, locale),
      ...controlBlocks(facts, texts),
      ...(isFinal ? signatureBlocks(texts) : []),
      { type: 'cut' },
    ],
  };
}

function headBlocks(facts: DayCloseFacts, texts: PaperTexts, locale: PaperLocale): FlatBlock[] {
  const isFinal = facts.report === 'Z';
  return [
    rowBlock(texts.register, facts.registerName),
    rowBlock(texts.day, paperDate(facts.businessDate, locale), 'bold'),
    rowBlock(texts.openedAt, paperInstant(facts.openedAtMs, facts.zone, locale)),
    rowBlock(texts.openedBy, facts.openedBy),
    rowBlock(
      isFinal ? texts.closedAt : texts.readAt,
      paperInstant(facts.closedAtMs, facts.zone, locale),
    ),
    rowBlock(isFinal ? texts.closedBy : texts.readBy, facts.closedBy),
  ];
}

function salesBlocks(facts: DayCloseFacts, texts: PaperTexts): PaperBlock[] {
  return [
    rowBlock(texts.salesCount, String(facts.salesCount)),
    rowBlock(texts.salesBeforeDiscounts, paperAmount(facts.subtotalCents)),
    rowBlock(texts.discounts, paperAmount(-facts.discountCents)),
    rowBlock(texts.salesNet, paperAmount(facts.netCents)),
    rowBlock(texts.salesTax, paperAmount(facts.taxCents)),
    rowBlock(texts.salesTotal, paperAmount(facts.totalCents), 'bold'),
    ...optional(texts.recognised, facts.recognisedCents),
    ...optional(texts.moneyTaken, facts.moneyTakenCents),
    ...optional(texts.cashRoundingTaken, facts.roundingCents),
    ...(facts.returns === undefined
      ? []
      : [
          rowBlock(
            fillText(texts.returns, { count: String(facts.returns.count) }),
            paperAmount(facts.returns.netCents),
          ),
        ]),
    rowBlock(
      fillText(texts.voids, { count: String(facts.voids.count) }),
      paperAmount(facts.voids.totalCents),
    ),
  ];
}

function optional(label: string, amountCents: number | undefined): PaperBlock[] {
  return amountCents === undefined ? [] : [rowBlock(label, paperAmount(amountCents))];
}

function signatureBlocks(texts: PaperTexts): PaperBlock[] {
  return [
    { type: 'signature', label: texts.signature },
    { type: 'space', lines: 1 },
  ];
}
