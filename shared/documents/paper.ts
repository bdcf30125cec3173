import type { PrintJobKind } from '../printing/print-job-kinds.ts';

/**
 * One block model for everything the counter hands out (docs/rules.md, Papers). A paper says what is
 * written, never how wide it is: `layoutPaper` breaks it into lines at the printer's columns, and the printer, the
 * preview and the plain text all take those same lines. `layoutLetter` sets the same blocks on a letter sheet.
 */
export interface Paper {
  readonly kind: PaperKind;
  readonly locale: PaperLocale;
  /** Names the print job and the PDF; not printed. */
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
}

/** Everything that waits for a printer but the drawer's pulse. */
export type PaperKind = Exclude<PrintJobKind, 'drawer'>;

/** The language of the reader of the paper, which may differ from the language of the screen. */
export type PaperLocale = 'en' | 'es';

/** Among the facts of a paper that goes to a customer: their language, which comes before that of the printer. */
export interface CustomerLanguage {
  readonly language?: PaperLocale;
}

export type PaperBlock = HeadBlock | FlatBlock;

/** A block that holds no others. */
export type FlatBlock =
  | LogoBlock
  | MarkBlock
  | TitleBlock
  | HeadingBlock
  | TextBlock
  | RowBlock
  | ItemBlock
  | TotalBlock
  | TableBlock
  | SignatureBlock
  | FillInBlock
  | RuleBlock
  | SpaceBlock
  | RulerBlock
  | BarcodeBlock
  | QrBlock
  | CutBlock;

/**
 * Who the paper is from and which paper it is. One below the other on a roll; on a letter sheet the store stands on
 * the left and the document on the right.
 */
export interface HeadBlock {
  readonly type: 'head';
  readonly store: readonly FlatBlock[];
  readonly document: readonly FlatBlock[];
}

/** The store's name in letters: double size, centred. No image, so that every printer can draw it. */
export interface LogoBlock {
  readonly type: 'logo';
  readonly text: string;
}

/** COPY, VOID, DEMO: double size, so that nobody takes the paper for an original. */
export interface MarkBlock {
  readonly type: 'mark';
  readonly text: string;
}

/** What kind of paper this is, in large letters. */
export interface TitleBlock {
  readonly type: 'title';
  readonly text: string;
}

/** Begins a part of a longer paper. */
export interface HeadingBlock {
  readonly type: 'heading';
  readonly text: string;
}

/** A paragraph. A line feed in it starts a new line. */
export interface TextBlock {
  readonly type: 'text';
  readonly text: string;
  readonly align: Align;
  readonly weight: Weight;
  readonly size: 'normal' | 'tall';
}

/** Words on the left, an amount or a word on the right. */
export interface RowBlock {
  readonly type: 'row';
  readonly left: string;
  readonly right: string;
  readonly weight: Weight;
}

/** One line of goods, with what is said about it below, indented, as many notes on a line as fit. */
export interface ItemBlock {
  readonly type: 'item';
  readonly description: string;
  readonly amount: string;
  readonly notes: readonly string[];
}

/** The one amount the reader looks for: bold and double height. */
export interface TotalBlock {
  readonly type: 'total';
  readonly left: string;
  readonly right: string;
}

/**
 * Rows under common headings. A letter sheet sets them in columns; a roll is too narrow for that and prints each row
 * as words with an amount and notes below, by what `roll` says of the column.
 */
export interface TableBlock {
  readonly type: 'table';
  readonly columns: readonly TableColumn[];
  /** As many cells as there are columns; an empty cell is left out on a roll. */
  readonly rows: readonly (readonly string[])[];
}

export interface TableColumn {
  readonly label: string;
  readonly align: 'left' | 'right';
  /** `labelled` is a note that would not be understood without its heading. */
  readonly roll: 'lead' | 'amount' | 'note' | 'labelled';
}

/** A line to sign on, with who signs. */
export interface SignatureBlock {
  readonly type: 'signature';
  readonly label: string;
}

/** What only a person can tell: its words, and a line as long as the paper has room for, to write on by hand. */
export interface FillInBlock {
  readonly type: 'fillIn';
  readonly label: string;
}

export interface RuleBlock {
  readonly type: 'rule';
  readonly style: 'single' | 'double';
}

export interface SpaceBlock {
  readonly type: 'space';
  readonly lines: number;
}

/** Counts the columns of the paper in print: the printer's width setting is right when it fills one line. */
export interface RulerBlock {
  readonly type: 'ruler';
}

/** Code 128 with the value in letters below the bars. Printable ASCII only. */
export interface BarcodeBlock {
  readonly type: 'barcode';
  readonly symbology: 'code128';
  readonly value: string;
  /** The code of the paper itself: on a letter sheet it stands in the head, below the document's number. */
  readonly ofDocument?: true;
}

export interface QrBlock {
  readonly type: 'qr';
  readonly value: string;
}

export interface CutBlock {
  readonly type: 'cut';
}

export type Align = 'left' | 'center' | 'right';
export type Weight = 'normal' | 'bold';

/** Columns of a receipt printer's standard font: 58 mm paper prints 32, 80 mm prints 42 or 48. */
export const PAPER_COLUMNS = [32, 42, 48] as const;
export type PaperColumns = (typeof PAPER_COLUMNS)[number];

/** A line of plain words, the commonest block. */
export function textBlock(
  text: string,
  style: Partial<Omit<TextBlock, 'type' | 'text'>> = {},
): TextBlock {
  return { type: 'text', text, align: 'left', weight: 'normal', size: 'normal', ...style };
}

/** A row in the plain weight. */
export function rowBlock(left: string, right: string, weight: Weight = 'normal'): RowBlock {
  return { type: 'row', left, right, weight };
}
