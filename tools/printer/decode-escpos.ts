/**
 * Reads ESC/POS bytes back the way a printer does: just the commands our encoder sends, and an error at any other,
 * so that a stray command cannot pass a test unseen. Written from the command reference, not from the encoder.
 */
export type PrinterAct =
  | PrintedText
  | {
      readonly type: 'barcode';
      readonly symbology: 'code128';
      readonly value: string;
      readonly moduleDots: number;
    }
  | { readonly type: 'qr'; readonly value: string }
  | { readonly type: 'cut' }
  | { readonly type: 'pulse'; readonly pin: number };

export interface PrintedText {
  readonly type: 'text';
  readonly text: string;
  readonly bold: boolean;
  /** 1 or 2 columns a character. */
  readonly wide: number;
  readonly tall: number;
}

interface PrinterState {
  readonly acts: PrinterAct[];
  text: string;
  bold: boolean;
  wide: number;
  tall: number;
  /** Style of the letters in the line being filled; an empty line has none yet. */
  style: Omit<PrintedText, 'type' | 'text'> | undefined;
  codePage: number;
  moduleDots: number;
  qrData: string;
}

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;

/** What the printer did, in order. Throws on a command it does not know and on a line it could not have printed. */
export function decodeEscpos(bytes: Uint8Array): readonly PrinterAct[] {
  const state = newState([]);
  let at = 0;
  while (at < bytes.length) at += step(state, bytes, at);
  if (state.text !== '') throw new Error(`the last line was never printed: ${state.text}`);
  return state.acts;
}

function newState(acts: PrinterAct[]): PrinterState {
  return {
    acts,
    text: '',
    bold: false,
    wide: 1,
    tall: 1,
    style: undefined,
    codePage: 0,
    moduleDots: 3,
    qrData: '',
  };
}

/** Takes one character or command; returns how many bytes it was. */
function step(state: PrinterState, bytes: Uint8Array, at: number): number {
  const code = byteAt(bytes, at);
  if (code === ESC) return escape(state, bytes, at);
  if (code === GS) return group(state, bytes, at);
  if (code === FS) return expect(byteAt(bytes, at + 1) === 0x2e, bytes, at, 2);
  if (code === 0x0a) {
    feed(state);
    return 1;
  }
  expect(code >= 0x20 && code !== 0x7f, bytes, at, 1);
  letter(state, code);
  return 1;
}

function escape(state: PrinterState, bytes: Uint8Array, at: number): number {
  const value = bytes[at + 2] ?? 0;
  switch (String.fromCharCode(byteAt(bytes, at + 1))) {
    case '@':
      Object.assign(state, newState(state.acts));
      return 2;
    case 'E':
      state.bold = (value & 1) === 1;
      return 3;
    case 't':
      state.codePage = value;
      return 3;
    case 'M':
      return expect(value === 0, bytes, at, 3);
    case 'a':
      return expect(value <= 2 && state.text === '', bytes, at, 3);
    case 'p':
      state.acts.push({ type: 'pulse', pin: value });
      return expect(bytes.length >= at + 5, bytes, at, 5);
    default:
      return expect(false, bytes, at, 2);
  }
}

function group(state: PrinterState, bytes: Uint8Array, at: number): number {
  const value = bytes[at + 2] ?? 0;
  switch (String.fromCharCode(byteAt(bytes, at + 1))) {
    case '!':
      state.wide = (value >> 4) + 1;
      state.tall = (value & 7) + 1;
      return 3;
    case 'V':
      state.acts.push({ type: 'cut' });
      return expect(value <= 1 && state.text === '', bytes, at, 3);
    case 'h':
    case 'H':
      return 3;
    case 'w':
      state.moduleDots = value;
      return 3;
    case 'k':
      return barcode(state, bytes, at);
    case '(':
      return qrCommand(state, bytes, at);
    default:
      return expect(false, bytes, at, 2);
  }
}

/** GS k 73 n {B… : Code 128 in set B. */
function barcode(state: PrinterState, bytes: Uint8Array, at: number): number {
  const length = byteAt(bytes, at + 3);
  const data = ascii(bytes.slice(at + 4, at + 4 + length));
  expect(bytes[at + 2] === 73 && data.startsWith('{B') && state.text === '', bytes, at, 4);
  state.acts.push({
    type: 'barcode',
    symbology: 'code128',
    value: data.slice(2),
    moduleDots: state.moduleDots,
  });
  return 4 + length;
}

/** GS ( k pL pH 49 fn …: 80 stores the data, 81 prints it; model, size and error level leave no trace here. */
function qrCommand(state: PrinterState, bytes: Uint8Array, at: number): number {
  const length = byteAt(bytes, at + 3) + byteAt(bytes, at + 4) * 256;
  expect(bytes[at + 2] === 0x6b && bytes[at + 5] === 49, bytes, at, 6);
  const fn = byteAt(bytes, at + 6);
  if (fn === 80) state.qrData = ascii(bytes.slice(at + 8, at + 5 + length));
  if (fn === 81) state.acts.push({ type: 'qr', value: state.qrData });
  return 5 + length;
}

function feed(state: PrinterState): void {
  const style = state.style ?? { bold: state.bold, wide: state.wide, tall: state.tall };
  state.acts.push({ type: 'text', text: state.text, ...style });
  state.text = '';
  state.style = undefined;
}

function letter(state: PrinterState, code: number): void {
  const style = { bold: state.bold, wide: state.wide, tall: state.tall };
  if (state.style && state.style.wide !== style.wide)
    throw new Error(`two widths in one line: ${state.text}`);
  state.style ??= style;
  state.text += code < 128 ? String.fromCharCode(code) : letterOf(state.codePage, code);
}

/** Epson's numbers of the Windows code pages, and of page 437 for the rules. */
const DECODERS = new Map(
  Object.entries({ 16: 1252, 45: 1250, 46: 1251, 47: 1253, 48: 1254, 51: 1257 }).map(
    ([number, page]) => [Number(number), new TextDecoder(`windows-${page}`)],
  ),
);

function letterOf(codePage: number, code: number): string {
  if (codePage === 0 && code === 0xc4) return '─';
  if (codePage === 0 && code === 0xcd) return '═';
  const decoder = DECODERS.get(codePage);
  if (!decoder)
    throw new Error(`byte ${code} in code page ${codePage}, which this printer does not read`);
  return decoder.decode(Uint8Array.of(code));
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function byteAt(bytes: Uint8Array, at: number): number {
  const value = bytes[at];
  if (value === undefined) throw new Error(`the bytes end inside a command at ${at}`);
  return value;
}

function expect(holds: boolean, bytes: Uint8Array, at: number, length: number): number {
  if (holds) return length;
  const shown = Array.from(bytes.slice(at, at + 6), (code) => code.toString(16).padStart(2, '0'));
  throw new Error(`unknown command at byte ${at}: ${shown.join(' ')}`);
}
