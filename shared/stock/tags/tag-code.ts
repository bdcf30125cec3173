/** How the stock number stands on a tag for the scanner. */
export const TAG_SYMBOLOGIES = ['code128', 'datamatrix'] as const;
export type TagSymbology = (typeof TAG_SYMBOLOGIES)[number];

/** Quiet zone at each side of the bars, in modules: half of the standard's ten, since the tag ends there. */
const QUIET_MODULES = 5;

/** Leads an instruction inside of a DataMatrix on the printer, so that no value may hold it. */
export const CODE_ESCAPE = '|';

/** True for what either code can hold as it is: visible ASCII and the space, less the escape. */
export function isCodable(value: string): boolean {
  return /^[\x20-\x7e]+$/.test(value) && !value.includes(CODE_ESCAPE);
}

/**
 * Modules of a Code 128 that stays in subset B: start, value, check, stop (ISO/IEC 15417). One subset, because its
 * width is then known from the length alone, in the preview as on the printer.
 */
export function code128Modules(value: string): number {
  return 11 * (value.length + 2) + 13;
}

/** Modules with the quiet zones that must stay white. */
export function code128Room(value: string): number {
  return code128Modules(value) + 2 * QUIET_MODULES;
}

/** Side of a square ECC 200 symbol by the code words it holds (ISO/IEC 16022, table 7), up to 40 characters. */
const SIDES = [
  [3, 10],
  [5, 12],
  [8, 14],
  [12, 16],
  [18, 18],
  [22, 20],
  [30, 22],
  [36, 24],
  [44, 26],
] as const;

/** Modules of a side of the DataMatrix: a pair of digits takes one code word, any other character one. */
export function dataMatrixModules(value: string): number {
  const words = value.replaceAll(/\d\d/g, '#').length;
  const side = SIDES.find(([holds]) => holds >= words)?.[1];
  if (side === undefined) throw new RangeError(`too long for a tag: ${value.length} characters`);
  return side;
}

/** Bars of a Code 128 in subset B as runs of dark and light modules, dark first. */
export function code128Runs(value: string): readonly number[] {
  if (!isCodable(value)) throw new RangeError('not a value that subset B holds');
  const symbols = [START_B, ...[...value].map((letter) => letter.charCodeAt(0) - 32)];
  const check = symbols.reduce((sum, symbol, at) => sum + symbol * Math.max(at, 1), 0) % 103;
  const patterns = [...symbols, check].map((symbol) => PATTERNS.slice(symbol * 6, symbol * 6 + 6));
  return Array.from(`${patterns.join('')}${STOP}`, Number);
}

const START_B = 104;
const STOP = '2331112';
/** Six runs for each of the symbols 0 to 105 (ISO/IEC 15417, table 1). */
const PATTERNS = [
  '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222',
  '123122123221223211221132221231213212223112312131311222321122321221312212322112322211212123212321',
  '232121111323131123131321112313132113132311211313231113231311112133112331132131113123113321133121',
  '313121211331231131213113213311213131311123311321331121312113312311332111314111221411431111111224',
  '111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111',
  '111242121142121241114212124112124211411212421112421211212141214121412121111143111341131141114113',
  '114311411113411311113141114131311141411131211412211214211232',
].join('');
