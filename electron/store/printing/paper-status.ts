/**
 * Asks an ESC/POS printer whether it has paper (DLE EOT 4, answered at once even where printing has stopped). Printers
 * that take bytes while they have no paper would else say that they printed.
 */
export const ASK_FOR_PAPER = Uint8Array.of(0x10, 0x04, 0x04);

/** In each status byte some bits are fixed, which tells it from anything else a printer says. */
const FIXED_BITS = 0b1001_0011;
const FIXED_VALUE = 0b0001_0010;
const PAPER_END = 0b0110_0000;

/** What the printer answered: paper or none; undefined where these bytes are no answer. */
export function readPaperStatus(bytes: Uint8Array): 'paper' | 'noPaper' | undefined {
  const status = bytes.find((byte) => (byte & FIXED_BITS) === FIXED_VALUE);
  if (status === undefined) return undefined;
  return (status & PAPER_END) === 0 ? 'paper' : 'noPaper';
}
