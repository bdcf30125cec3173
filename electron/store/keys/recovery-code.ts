import { refuse, ok, type Result } from '#shared/result.ts';

/** Crockford's alphabet: no I, L, O or U, so that nothing on paper can be read as something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_BYTES = 16;
const DATA_SYMBOLS = 26;
const CHECK_SYMBOLS = 6;
const GROUP = 4;

/** The code on the printed recovery sheet, as the 16 bytes it stands for. */
export interface RecoverySecret {
  readonly bytes: Uint8Array;
}

/**
 * Writes 16 random bytes as the code that is printed: 8 groups of 4, the last 6 characters checking the rest.
 *
 * The check is the BCH code of Bech32m (BIP-350): any mistake in up to 4 characters is caught for certain,
 * so a wrong character and two swapped neighbours never pass as "the wrong code".
 */
export function formatRecoveryCode(bytes: Uint8Array): string {
  if (bytes.length !== SECRET_BYTES) throw new RangeError('a recovery code stands for 16 bytes');
  const data = toSymbols(bytes);
  const symbols = [...data, ...checkSymbols(data)].map((symbol) => ALPHABET.charAt(symbol));
  return symbols.join('').replaceAll(new RegExp(`.{${GROUP}}(?=.)`, 'g'), (group) => `${group}-`);
}

/**
 * Reads a code as people type it: any case, any spaces and dashes, O for 0, I and L for 1.
 *
 * Refuses with `RECOVERY_CODE_MALFORMED` what cannot be a code of any store: a typing mistake.
 */
export function parseRecoveryCode(
  typed: string,
): Result<RecoverySecret, { code: 'RECOVERY_CODE_MALFORMED' }> {
  const malformed = refuse({ code: 'RECOVERY_CODE_MALFORMED' as const });
  if (typed.length > 200) return malformed;
  const written = typed
    .normalize('NFKC')
    .replaceAll(/[\s\p{Dash}]/gu, '')
    .replaceAll(/[oO]/g, '0')
    .replaceAll(/[iIlL]/g, '1');
  if (!/^[0-9A-Za-z]+$/.test(written)) return malformed;
  const symbols = [...written.toUpperCase()].map((character) => ALPHABET.indexOf(character));
  if (symbols.length !== DATA_SYMBOLS + CHECK_SYMBOLS || symbols.includes(-1)) return malformed;
  const data = symbols.slice(0, DATA_SYMBOLS);
  const check = symbols.slice(DATA_SYMBOLS);
  if (checkSymbols(data).some((symbol, at) => symbol !== check[at])) return malformed;
  const bytes = fromSymbols(data);
  return bytes ? ok({ bytes }) : malformed;
}

/** 128 bits in 26 symbols of 5: the last symbol's two low bits are zero. */
function toSymbols(bytes: Uint8Array): readonly number[] {
  const bits = BigInt(`0x${Buffer.from(bytes).toString('hex')}`) << 2n;
  return Array.from({ length: DATA_SYMBOLS }, (_, at) =>
    Number((bits >> BigInt(5 * (DATA_SYMBOLS - 1 - at))) & 31n),
  );
}

function fromSymbols(data: readonly number[]): Uint8Array | undefined {
  const bits = data.reduce((sum, symbol) => (sum << 5n) | BigInt(symbol), 0n);
  if ((bits & 3n) !== 0n) return undefined;
  return Buffer.from((bits >> 2n).toString(16).padStart(SECRET_BYTES * 2, '0'), 'hex');
}

function checkSymbols(data: readonly number[]): readonly number[] {
  const remainder = bchRemainder([...data, 0, 0, 0, 0, 0, 0]) ^ 0x2bc830a3;
  return Array.from({ length: CHECK_SYMBOLS }, (_, at) => (remainder >>> (5 * (5 - at))) & 31);
}

/** The remainder over GF(32) by BIP-173's generator polynomial; 30 bits, so plain numbers hold it. */
function bchRemainder(symbols: readonly number[]): number {
  const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let remainder = 1;
  for (const symbol of symbols) {
    const top = remainder >>> 25;
    remainder = ((remainder & 0x1ffffff) << 5) ^ symbol;
    generator.forEach((term, bit) => {
      if ((top >>> bit) & 1) remainder ^= term;
    });
  }
  return remainder;
}
