import type { CheckKind } from '../sales/tenders.ts';
import { type Paper, type PaperBlock, type PaperLocale, rowBlock, textBlock } from './paper.ts';
import { paperAmount, paperDate, paperInstant } from './paper-format.ts';
import { markBlocks, type PaperStore, storeBlocks } from './paper-head.ts';
import { checkWords } from './tender-words.ts';
import { fillText, type PaperTexts, paperTexts } from './texts/paper-texts.ts';

/** What goes to the bank after a day close. Plain JSON, amounts in integer cents. */
export interface DepositSlipFacts {
  readonly store: PaperStore;
  /** Of the day close it comes from, `Z1-31`. */
  readonly dayCloseNumber: string;
  readonly registerName: string;
  readonly businessDate: string;
  readonly atMs: number;
  readonly zone: string;
  /** Initials. */
  readonly preparedBy: string;
  readonly cashCents: number;
  /** How the cash is made up, where it was counted by coin and bill; largest first. */
  readonly denominations?: readonly { readonly valueCents: number; readonly count: number }[];
  readonly checks: readonly DepositCheck[];
  readonly copy: boolean;
  readonly demo: boolean;
}

export interface DepositCheck {
  /** As printed on the check; empty where nobody noted it. */
  readonly number: string;
  readonly kind: CheckKind;
  /** Who wrote it. */
  readonly from: string;
  readonly amountCents: number;
  /** Not to be deposited before this day: listed, and left out of the sum. */
  readonly heldUntil?: string;
}

/** The deposit slip of a day close: the cash, each check by its number, and what it comes to. */
export function depositSlipPaper(facts: DepositSlipFacts, locale: PaperLocale): Paper {
  const texts = paperTexts(locale);
  const checkCents = sumOf(facts.checks.filter((check) => check.heldUntil === undefined));
  return {
    kind: 'depositSlip',
    locale,
    title: fillText(texts.depositTitle, { number: facts.dayCloseNumber }),
    blocks: [
      ...markBlocks({ demo: facts.demo, voided: false, copy: facts.copy }, texts),
      {
        type: 'head',
        store: storeBlocks(facts.store),
        document: [
          { type: 'title', text: texts.depositHeading },
          { type: 'space', lines: 1 },
          rowBlock(texts.depositOfDay, facts.dayCloseNumber, 'bold'),
          rowBlock(texts.register, facts.registerName),
          rowBlock(texts.day, paperDate(facts.businessDate, locale)),
          rowBlock(texts.preparedBy, facts.preparedBy),
          textBlock(paperInstant(facts.atMs, facts.zone, locale)),
        ],
      },
      { type: 'heading', text: texts.depositCash },
      ...cashBlocks(facts, texts),
      ...checkBlocks(facts, checkCents, texts, locale),
      { type: 'rule', style: 'double' },
      {
        type: 'total',
        left: texts.depositTotal,
        right: paperAmount(facts.cashCents + checkCents),
      },
      { type: 'signature', label: texts.depositSignature },
      { type: 'space', lines: 1 },
      { type: 'cut' },
    ],
  };
}

function cashBlocks(
  { cashCents, denominations = [] }: DepositSlipFacts,
  texts: PaperTexts,
): PaperBlock[] {
  return [
    ...denominations
      .filter(({ count }) => count > 0)
      .map(({ valueCents, count }) =>
        rowBlock(
          fillText(texts.denomination, { count: String(count), value: paperAmount(valueCents) }),
          paperAmount(valueCents * count),
        ),
      ),
    rowBlock(texts.depositCash, paperAmount(cashCents), 'bold'),
  ];
}

function checkBlocks(
  { checks }: DepositSlipFacts,
  checkCents: number,
  texts: PaperTexts,
  locale: PaperLocale,
): PaperBlock[] {
  const heading = {
    type: 'heading',
    text: fillText(texts.depositChecks, { count: String(checks.length) }),
  } as const;
  if (checks.length === 0) return [heading, textBlock(texts.depositNoChecks)];
  const heldCents = sumOf(checks) - checkCents;
  return [
    heading,
    {
      type: 'table',
      columns: [
        { label: texts.depositNumber, align: 'left', roll: 'lead' },
        { label: texts.description, align: 'left', roll: 'lead' },
        { label: texts.depositFrom, align: 'left', roll: 'note' },
        { label: '', align: 'left', roll: 'note' },
        { label: texts.amount, align: 'right', roll: 'amount' },
      ],
      rows: checks.map(({ number, kind, from, amountCents, heldUntil }) => [
        number,
        checkWords(kind, texts),
        from,
        heldUntil === undefined
          ? ''
          : fillText(texts.depositHeld, { date: paperDate(heldUntil, locale) }),
        paperAmount(amountCents),
      ]),
    },
    ...(heldCents === 0 ? [] : [rowBlock(texts.depositHeldTotal, paperAmount(heldCents))]),
    rowBlock(texts.depositCheckTotal, paperAmount(checkCents), 'bold'),
  ];
}

function sumOf(checks: readonly DepositCheck[]): number {
  return checks.reduce((sum, check) => sum + check.amountCents, 0);
}
