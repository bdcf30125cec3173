import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { Paper, PaperColumns } from '#shared/documents/paper.ts';
import {
  type BarcodeLine,
  layoutPaper,
  type PrintedLine,
  type TextLine,
} from '#shared/documents/paper-layout.ts';
import { composeLine } from '#shared/documents/paper-text.ts';
import { encodableText, FAMILY_CODE_PAGES, type PrinterFamily } from './code-pages.ts';

/** What the settings know about a receipt printer. */
export interface PrinterProfile {
  readonly columns: PaperColumns;
  readonly family: PrinterFamily;
}

/** An 80 mm printer that counts as Epson does. */
export const DEFAULT_PRINTER: PrinterProfile = { columns: 48, family: 'epson' };

/** Lines between the print head and the knife: without them the cut goes through the last lines. */
const LINES_TO_KNIFE = 4;
const BARCODE_HEIGHT_DOTS = 64;
const QR_DOT_SIZE = 6;

/**
 * The bytes of a paper for an ESC/POS printer, line by line as `layoutPaper` breaks them. Holds text, styles, codes
 * and cuts only: whatever was typed into a description, no byte of it is a command, and none opens the drawer.
 */
export function encodePaper(paper: Paper, profile: PrinterProfile = DEFAULT_PRINTER): Uint8Array {
  const encoder = newEncoder(profile).initialize().codepage('auto');
  for (const line of layoutPaper(paper, profile.columns)) encodeLine(encoder, line, profile);
  return encoder.encode();
}

/** The bytes that open the drawer plugged into the printer. Sent on its own, never as part of a paper. */
export function drawerPulse(): Uint8Array {
  return newEncoder(DEFAULT_PRINTER).pulse(0, DRAWER_ON_MS, DRAWER_OFF_MS).encode();
}

/** Long enough for the solenoids of common drawers, short enough not to heat them. */
const DRAWER_ON_MS = 100;
const DRAWER_OFF_MS = 500;

function newEncoder({ columns, family }: PrinterProfile): ReceiptPrinterEncoder {
  return new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns,
    newline: '\n',
    feedAfterBlock: false,
    codepageMapping: family,
    codepageCandidates: [...FAMILY_CODE_PAGES[family]],
    feedBeforeCut: LINES_TO_KNIFE,
  });
}

function encodeLine(
  encoder: ReceiptPrinterEncoder,
  line: PrintedLine,
  profile: PrinterProfile,
): void {
  switch (line.type) {
    case 'text':
      encodeText(encoder, line, profile);
      return;
    case 'rule':
      encoder.line((line.style === 'double' ? '═' : '─').repeat(profile.columns));
      return;
    case 'barcode':
      encodeBarcode(encoder, line);
      return;
    case 'qr':
      encoder
        .align('center')
        .qrcode(line.value, { model: 2, size: QR_DOT_SIZE, errorlevel: 'm' })
        .align('left');
      return;
    case 'cut':
      encoder.cut('partial');
      return;
  }
}

function encodeText(
  encoder: ReceiptPrinterEncoder,
  line: TextLine,
  { columns, family }: PrinterProfile,
): void {
  const text = encodableText(composeLine(line, columns), family);
  const isBold = line.weight === 'bold';
  if (isBold) encoder.bold(true);
  if (line.size !== 'normal') encoder.size(line.size === 'big' ? 2 : 1, 2);
  encoder.line(text);
  if (line.size !== 'normal') encoder.size(1, 1);
  if (isBold) encoder.bold(false);
}

/** The encoder counts widths from 1, where the printer counts dots from 2. */
function encodeBarcode(encoder: ReceiptPrinterEncoder, { value, moduleDots }: BarcodeLine): void {
  encoder
    .align('center')
    .barcode(value, 'code128', {
      height: BARCODE_HEIGHT_DOTS,
      width: moduleDots - 1,
      text: 'below',
    })
    .align('left');
}
