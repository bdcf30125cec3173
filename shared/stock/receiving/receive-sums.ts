import {
  addCents,
  allocateCents,
  type Cents,
  cents,
  extendPrice,
  sumCents,
  type Thousandths,
  ZERO_CENTS,
} from '../../money.ts';
import type { FreightWay } from './freight.ts';

/** What of a line its costs come from. */
export interface CostedLine {
  /** Of one, as the invoice says it. */
  readonly unitCents: Cents;
  readonly quantityThousandths: Thousandths;
}

export interface LineCost {
  /** Of the whole line, as invoiced. */
  readonly goodsCents: Cents;
  /** The line's share of the freight; zero where the freight is an expense. */
  readonly freightCents: Cents;
  /** Of one, freight included: what the piece has cost. */
  readonly costCents: Cents;
}

export interface ReceiveSums {
  readonly lines: readonly LineCost[];
  readonly goodsCents: Cents;
  /** Goods and freight: what the invoice must say. */
  readonly totalCents: Cents;
}

/**
 * What an invoice comes to. Freight that goes into the pieces is shared by what they cost, by largest remainder, so that
 * the shares sum to the freight to the cent (docs/rules.md, Money).
 */
export function receiveSums(
  lines: readonly CostedLine[],
  { freightCents, freightWay }: { readonly freightCents: Cents; readonly freightWay: FreightWay },
): ReceiveSums {
  const goods = lines.map((line) => extendPrice(line.unitCents, line.quantityThousandths));
  const goodsCents = sumCents(goods);
  const shares = freightShares(goods, freightWay === 'allocate' ? freightCents : ZERO_CENTS);
  return {
    lines: goods.map((lineCents, at) => {
      const share = shares[at] ?? ZERO_CENTS;
      const quantity = lines[at]?.quantityThousandths ?? 1000;
      const costCents = perOne(addCents(lineCents, share), quantity);
      return { goodsCents: lineCents, freightCents: share, costCents };
    }),
    goodsCents,
    totalCents: addCents(goodsCents, freightCents),
  };
}

/** Goods that all cost nothing share by number. */
function freightShares(goods: readonly Cents[], freightCents: Cents): readonly Cents[] {
  if (goods.length === 0) return [];
  const isFree = goods.every((each) => each === 0);
  return allocateCents(freightCents, isFree ? goods.map(() => 1) : goods);
}

function perOne(lineCents: Cents, quantityThousandths: number): Cents {
  return cents(Math.round((lineCents * 1000) / quantityThousandths));
}

/** Stock numbers that stand on more than one row, letters in any case, each with its rows from 1. */
export function numbersTwice(
  stockNumbers: readonly string[],
): readonly { readonly stockNumber: string; readonly rows: readonly number[] }[] {
  const rows = new Map<string, { readonly stockNumber: string; readonly rows: number[] }>();
  for (const [at, typed] of stockNumbers.entries()) {
    const stockNumber = typed.trim();
    if (stockNumber === '') continue;
    const key = stockNumber.toUpperCase();
    const known = rows.get(key) ?? { stockNumber, rows: [] };
    known.rows.push(at + 1);
    rows.set(key, known);
  }
  return [...rows.values()].filter((each) => each.rows.length > 1);
}

/** The number after one: its last run of digits one higher, as wide as before. Undefined where it has none. */
export function nextStockNumber(stockNumber: string): string | undefined {
  const match = /^(.*?)(\d{1,12})(\D*)$/.exec(stockNumber.trim());
  if (!match) return undefined;
  const [, before = '', digits = '', after = ''] = match;
  return `${before}${String(Number(digits) + 1).padStart(digits.length, '0')}${after}`;
}
