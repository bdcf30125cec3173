/**
 * A Code 128 reader for tests, from ISO/IEC 15417: bar widths in, text out. It checks start, stop, every symbol and
 * the check symbol, and knows nothing of how the bars were made.
 */
export function readCode128(widths: readonly number[]): string {
  const symbols = splitSymbols(widths).map((symbol) => {
    const value = PATTERNS.indexOf(symbol);
    if (value < 0) throw new Error(`no symbol has the widths ${symbol}`);
    return value;
  });
  const [start = -1, ...rest] = symbols;
  const check = rest.pop();
  const sum = rest.reduce((total, value, index) => total + value * (index + 1), start);
  if (check !== sum % 103) throw new Error(`check symbol ${check}, not ${sum % 103}`);
  return textOf(start, rest);
}

const START_A = 103;
const START_C = 105;
const STOP = '2331112';
/** What switches the set from 99 on: to C, to B, to A. 98 is a shift, which our values never need. */
const TO_C = 99;
const TO_B = 100;
const TO_A = 101;

function textOf(start: number, values: readonly number[]): string {
  if (start < START_A || start > START_C) throw new Error(`${start} is no start symbol`);
  let set = start - START_A;
  let text = '';
  for (const value of values) {
    if (value === TO_C && set !== 2) set = 2;
    else if (value === TO_B && set !== 1) set = 1;
    else if (value === TO_A && set !== 0) set = 0;
    else if (set === 2 && value < 100) text += String(value).padStart(2, '0');
    else if (value < 96)
      text += String.fromCharCode(set === 0 && value >= 64 ? value - 64 : value + 32);
    else throw new Error(`function symbol ${value}, which our codes never hold`);
  }
  return text;
}

function splitSymbols(widths: readonly number[]): string[] {
  const text = widths.join('');
  if (!text.endsWith(STOP)) throw new Error('the code has no stop symbol');
  return text.slice(0, -STOP.length).match(/.{1,6}/g) ?? [];
}

/** Widths of bar, space, bar, space, bar, space of symbols 0 to 105. */
const PATTERNS =
  `212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222
   123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321
   232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121
   313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224
   111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111
   111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113
   114311 411113 411311 113141 114131 311141 411131 211412 211214 211232`.split(/\s+/);
