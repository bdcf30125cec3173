import { MAX_AMOUNT_CENTS, parseCents, type Cents } from '#shared/money.ts';

/** What a field for a figure holds while someone types: nothing yet, a value, or something to mend. */
export type Typed<Value> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: Value }
  | {
      readonly kind: 'wrong';
      readonly why:
        | 'notMoney'
        | 'notNegative'
        | 'tooMuch'
        | 'notNumber'
        | 'tooSmall'
        | 'tooBig'
        | 'notPercent';
    };

/** Money as typed: `1234.5`, `1,234.50`, `$5`. Negative amounts only where the field asks for them. */
export function readMoney(
  text: string,
  most: number = MAX_AMOUNT_CENTS,
  negative = false,
): Typed<Cents> {
  if (text.trim() === '') return { kind: 'empty' };
  const value = parseCents(text.endsWith('.') ? `${text}0` : text);
  if (value === undefined) return { kind: 'wrong', why: 'notMoney' };
  if (value < 0 && !negative) return { kind: 'wrong', why: 'notNegative' };
  if (Math.abs(value) > most) return { kind: 'wrong', why: 'tooMuch' };
  return { kind: 'value', value };
}

/** A whole number as typed, between two bounds. */
export function readWhole(text: string, least: number, most: number): Typed<number> {
  const bare = text.replaceAll(/[\s,]/g, '');
  if (bare === '') return { kind: 'empty' };
  if (!/^[-−]?\d{1,15}$/.test(bare)) return { kind: 'wrong', why: 'notNumber' };
  const value = Number(bare.replace('−', '-'));
  if (value < least) return { kind: 'wrong', why: 'tooSmall' };
  if (value > most) return { kind: 'wrong', why: 'tooBig' };
  return { kind: 'value', value };
}

/** Cents as they stand in a field: `1,234.50`, without the dollar sign the field shows itself. */
export function moneyText(amount: Cents): string {
  const sign = amount < 0 ? '-' : '';
  const whole = Math.abs(amount).toString().padStart(3, '0');
  return `${sign}${whole.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${whole.slice(-2)}`;
}
