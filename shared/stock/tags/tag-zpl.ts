import { CODE_ESCAPE } from './tag-code.ts';
import type { TagBlock, TagLayout } from './tag-layout.ts';

/**
 * A tag in ZPL II. What a person typed goes in hexadecimal wherever it is not a letter, a digit or harmless, so that no
 * description can become a command of the printer.
 */
export function zplOf({ stock, blocks }: TagLayout): string {
  const { widthDots, heightDots, offsetXDots, offsetYDots } = stock;
  return [
    '^XA',
    `^PW${widthDots}^LL${heightDots}^LH0,0^LS${-offsetXDots}^LT${offsetYDots}`,
    ...blocks.map(fieldOf),
    '^PQ1^XZ',
  ].join('\n');
}

function fieldOf(block: TagBlock): string {
  const { x, y, heightDots } = block;
  const at = `^FO${x},${y}`;
  switch (block.kind) {
    case 'text': {
      const { name, glyphHeight, glyphWidth } = block.font;
      return `${at}^A${name}N,${glyphHeight},${glyphWidth}^FH_^FD${fieldData(block.text)}^FS`;
    }
    case 'code128':
      // Start B said aloud; in this mode a greater-than sign leads an instruction, and `>0` is the sign itself.
      return `${at}^BY${block.moduleDots}^BCN,${heightDots},N,N,N,N^FH_^FD>:${fieldData(
        block.value.replaceAll('>', '>0'),
      )}^FS`;
    case 'datamatrix':
      // The last parameter is what would lead an instruction inside of the value: one that no value holds.
      return `${at}^BXN,${block.moduleDots},200,,,,${CODE_ESCAPE}^FH_^FD${fieldData(block.value)}^FS`;
  }
}

/** Only these go to the printer as they are; the underscore leads a hexadecimal pair. */
const HARMLESS = /[^A-Za-z0-9 .,$%/>+-]/g;

function fieldData(text: string): string {
  return text.replaceAll(
    HARMLESS,
    (letter) => `_${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
