import {
  type CustomerLanguage,
  type Paper,
  type PaperBlock,
  type PaperLocale,
  rowBlock,
  textBlock,
} from './paper.ts';
import { paperAmount, paperDate, paperInstant } from './paper-format.ts';
import { markBlocks, type PaperStore, storeBlocks } from './paper-head.ts';
import { fillText, type PaperTexts, paperTexts } from './texts/paper-texts.ts';

/** What a customer took home to look at. Plain JSON, amounts in integer cents. */
export interface ApprovalFacts extends CustomerLanguage {
  readonly store: PaperStore;
  readonly number: string;
  /** The number with its check character. */
  readonly printedCode: string;
  readonly atMs: number;
  readonly zone: string;
  readonly registerName: string;
  /** Initials of whoever handed it over. */
  readonly givenBy: string;
  readonly customer: {
    readonly name: string;
    readonly addressLines: readonly string[];
    readonly phone: string;
  };
  /** What was noted of the customer's ID, as typed. */
  readonly idNoted: string;
  /** The day to bring it back or to buy it. */
  readonly dueOn: string;
  readonly lines: readonly ApprovalLine[];
  readonly valueCents: number;
  /** The store's own terms; the seeded ones where it wrote none. */
  readonly terms?: string;
  readonly copy: boolean;
  readonly demo: boolean;
}

export interface ApprovalLine {
  readonly description: string;
  readonly stockNumber: string;
  readonly serial?: string;
  readonly valueCents: number;
  /** What became of the piece since. */
  readonly settled?:
    | { readonly how: 'returned'; readonly on: string }
    | { readonly how: 'bought'; readonly on: string; readonly saleNumber: string };
}

/** The memo of pieces out on approval: value of each, due date, ID noted, terms as the store's own policy, signature. */
export function approvalPaper(facts: ApprovalFacts, printerLocale: PaperLocale): Paper {
  const locale = facts.language ?? printerLocale;
  const texts = paperTexts(locale);
  const terms = facts.terms?.trim() ?? '';
  return {
    kind: 'approval',
    locale,
    title: fillText(texts.approvalTitle, { number: facts.number }),
    blocks: [
      ...markBlocks({ demo: facts.demo, voided: false, copy: facts.copy }, texts),
      {
        type: 'head',
        store: storeBlocks(facts.store),
        document: [
          { type: 'title', text: texts.approvalHeading },
          { type: 'space', lines: 1 },
          rowBlock(texts.documentNumber, facts.number, 'bold'),
          rowBlock(texts.approvalHandedOver, paperInstant(facts.atMs, facts.zone, locale)),
          textBlock(
            fillText(texts.registerAndStaff, {
              register: facts.registerName,
              staff: facts.givenBy,
            }),
          ),
          rowBlock(texts.approvalDue, paperDate(facts.dueOn, locale), 'bold'),
        ],
      },
      ...customerBlocks(facts, texts),
      { type: 'heading', text: texts.approvalPieces },
      pieceTable(facts, texts, locale),
      { type: 'rule', style: 'single' },
      { type: 'total', left: texts.approvalValue, right: paperAmount(facts.valueCents) },
      { type: 'space', lines: 1 },
      textBlock(terms === '' ? texts.approvalTerms : terms),
      { type: 'signature', label: texts.signedByCustomer },
      { type: 'signature', label: texts.receivedBack },
      { type: 'space', lines: 1 },
      { type: 'barcode', symbology: 'code128', value: facts.printedCode, ofDocument: true },
      ...(facts.demo ? [textBlock(texts.demoNotice, { align: 'center' })] : []),
      { type: 'cut' },
    ],
  };
}

function customerBlocks({ customer, idNoted }: ApprovalFacts, texts: PaperTexts): PaperBlock[] {
  const { name, addressLines, phone } = customer;
  return [
    { type: 'heading', text: fillText(texts.approvalGivenTo, { name }) },
    ...addressLines.filter((line) => line !== '').map((line) => textBlock(line)),
    ...(phone === '' ? [] : [rowBlock(texts.phone, phone)]),
    ...(idNoted === '' ? [] : [rowBlock(texts.idNoted, idNoted)]),
  ];
}

function pieceTable({ lines }: ApprovalFacts, texts: PaperTexts, locale: PaperLocale): PaperBlock {
  return {
    type: 'table',
    columns: [
      { label: texts.description, align: 'left', roll: 'lead' },
      { label: texts.stockNumberLabel, align: 'left', roll: 'labelled' },
      { label: '', align: 'left', roll: 'note' },
      { label: texts.valueLabel, align: 'right', roll: 'amount' },
    ],
    rows: lines.map((line) => [
      line.description,
      line.stockNumber,
      [
        ...(line.serial === undefined ? [] : [fillText(texts.serial, { serial: line.serial })]),
        ...settledWords(line, texts, locale),
      ].join(' · '),
      paperAmount(line.valueCents),
    ]),
  };
}

function settledWords({ settled }: ApprovalLine, texts: PaperTexts, locale: PaperLocale): string[] {
  if (settled === undefined) return [];
  const date = paperDate(settled.on, locale);
  return settled.how === 'returned'
    ? [fillText(texts.approvalReturned, { date })]
    : [fillText(texts.approvalBought, { date, number: settled.saleNumber })];
}
