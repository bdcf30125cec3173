import type { PrinterAct, PrintedText } from './decode-escpos.ts';

/**
 * What a person reads on the paper, as plain lines; comparable with `paperTextLines`. Big letters are written once,
 * around the same middle. The feed before a cut is left out, a pulse is not on paper.
 */
export function printedLines(acts: readonly PrinterAct[], columns: number): string[] {
  const lines = acts.flatMap((act) => readAct(act, columns));
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

function readAct(act: PrinterAct, columns: number): string[] {
  switch (act.type) {
    case 'text':
      return [act.wide === 2 ? readBig(act) : act.text];
    case 'barcode':
      return [centred(`||| ${act.value} |||`, columns)];
    case 'qr':
      return cutAt(`[QR] ${act.value}`, columns);
    case 'cut':
    case 'pulse':
      return [];
  }
}

function readBig({ text, wide }: PrintedText): string {
  const letters = text.trimStart();
  const before = (text.length - letters.length) * wide;
  return ' '.repeat(before + Math.floor(letters.length / wide)) + letters;
}

function centred(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, Math.floor((columns - text.length) / 2))) + text;
}

function cutAt(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += columns) lines.push(text.slice(at, at + columns));
  return lines;
}
