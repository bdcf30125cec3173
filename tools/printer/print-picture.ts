import { toSVG } from 'bwip-js/node';
import type { PrinterAct, PrintedText } from './decode-escpos.ts';

/** Dots of a printer of 203 dots an inch: a letter of the standard font, a line, and the edge of the paper. */
const LETTER_WIDTH = 12;
const LETTER_HEIGHT = 24;
const LINE_HEIGHT = 30;
const EDGE = 32;
const BARCODE_HEIGHT = 64;
const QR_DOTS = 6;
/** Units of a drawn module. */
const QR_UNITS = 4;

interface Drawn {
  readonly svg: string;
  readonly height: number;
}

/**
 * What came out of the printer as a picture (SVG), dot for dot where a dot is known: drawn from the commands alone,
 * so that a wrong size, a lost code or a line too long is seen.
 */
export function pictureOf(acts: readonly PrinterAct[], columns: number): string {
  const paper = columns * LETTER_WIDTH;
  const width = paper + 2 * EDGE;
  let y = EDGE;
  const parts: string[] = [];
  for (const act of acts) {
    const drawn = drawAct(act, y, paper);
    parts.push(drawn.svg);
    y += drawn.height;
  }
  const height = y + EDGE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function drawAct(act: PrinterAct, y: number, paper: number): Drawn {
  switch (act.type) {
    case 'text':
      return drawText(act, y);
    case 'barcode': {
      const { value, moduleDots } = act;
      const width = (11 * (value.length + 2) + 13) * moduleDots;
      const drawing = toSVG({ bcid: 'code128', text: value });
      const bars = place(drawing, {
        x: EDGE + (paper - width) / 2,
        y,
        width,
        height: BARCODE_HEIGHT,
      });
      const left = EDGE + (paper - value.length * LETTER_WIDTH) / 2;
      const plain = { type: 'text', text: value, bold: false, wide: 1, tall: 1 } as const;
      const below = letters(plain, left, y + BARCODE_HEIGHT + 2);
      return { svg: `${bars}\n${below}`, height: BARCODE_HEIGHT + LINE_HEIGHT + 4 };
    }
    case 'qr': {
      const options = { bcid: 'qrcode', text: act.value, eclevel: 'M' };
      const drawing = toSVG(options);
      const modules = Number(/viewBox="0 0 (\d+)/.exec(drawing)?.[1] ?? 0) / QR_UNITS;
      const side = modules * QR_DOTS;
      const x = EDGE + (paper - side) / 2;
      return { svg: place(drawing, { x, y, width: side, height: side }), height: side + 8 };
    }
    case 'cut': {
      const dash = `stroke="#999" stroke-dasharray="8 6"`;
      return {
        svg: `<path d="M0 ${y + 6}H${paper + 2 * EDGE}" ${dash}/>`,
        height: 12,
      };
    }
    case 'pulse':
      return { svg: '', height: 0 };
  }
}

function drawText(act: PrintedText, y: number): Drawn {
  return { svg: letters(act, EDGE, y), height: LINE_HEIGHT + (act.tall - 1) * LETTER_HEIGHT };
}

/** Each letter in its own column, whatever font the viewer has. */
function letters({ text, bold, wide, tall }: PrintedText, x: number, y: number): string {
  if (text.trim() === '') return '';
  const at = [...text].map((_, index) => index * LETTER_WIDTH).join(' ');
  const style = `font-family="monospace" font-size="20"${bold ? ' font-weight="700"' : ''}`;
  const move = `translate(${x} ${y}) scale(${wide} ${tall})`;
  return `<text transform="${move}" ${style} y="19" x="${at}" xml:space="preserve">${escaped(text)}</text>`;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A drawn code as a picture within the picture. */
function place(drawing: string, { x, y, width, height }: Place): string {
  const where = `x="${x}" y="${y}" width="${width}" height="${height}"`;
  return drawing.trim().replace('<svg ', `<svg ${where} preserveAspectRatio="none" `);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
