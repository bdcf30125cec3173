import { type Cents, cents } from '../money.ts';

/** One line as the customer may see it. The type has no place for a cost, a note or a person. */
export interface CustomerViewLine {
  /** What is sold, as on the receipt. */
  readonly words: string;
  readonly quantityThousandths: number;
  readonly amountCents: Cents;
}

/** What the screen that faces the customer shows. Amounts in cents. */
export type CustomerView =
  /** Nobody is signed in, or no sale is being rung up. */
  | { readonly kind: 'idle'; readonly storeName: string }
  | {
      readonly kind: 'sale';
      readonly lines: readonly CustomerViewLine[];
      readonly taxCents: Cents;
      /** Negative: money goes to the customer. */
      readonly totalCents: Cents;
    }
  | {
      readonly kind: 'thanks';
      readonly storeName: string;
      readonly totalCents: Cents;
      readonly changeCents: Cents;
    };

const MOST_LINES = 200;
const LONGEST_WORDS = 200;

/**
 * Reads a view that comes from a page: builds it anew out of the known fields, so that nothing else can ride along to the
 * customer's screen. Undefined for anything that is not one.
 */
export function readCustomerView(value: unknown): CustomerView | undefined {
  const storeName = textOf(value, 'storeName');
  const totalCents = centsOf(value, 'totalCents');
  switch (field(value, 'kind')) {
    case 'idle':
      return storeName === undefined ? undefined : { kind: 'idle', storeName };
    case 'thanks': {
      const changeCents = centsOf(value, 'changeCents');
      if (storeName === undefined || totalCents === undefined || changeCents === undefined)
        return undefined;
      return { kind: 'thanks', storeName, totalCents, changeCents };
    }
    case 'sale': {
      const lines = linesOf(field(value, 'lines'));
      const taxCents = centsOf(value, 'taxCents');
      if (lines === undefined || totalCents === undefined || taxCents === undefined)
        return undefined;
      return { kind: 'sale', lines, taxCents, totalCents };
    }
    default:
      return undefined;
  }
}

function linesOf(value: unknown): readonly CustomerViewLine[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_LINES) return undefined;
  const lines: CustomerViewLine[] = [];
  for (const each of value as readonly unknown[]) {
    const words = textOf(each, 'words');
    const amountCents = centsOf(each, 'amountCents');
    const quantityThousandths = wholeOf(each, 'quantityThousandths');
    if (words === undefined || amountCents === undefined || quantityThousandths === undefined)
      return undefined;
    lines.push({ words, quantityThousandths, amountCents });
  }
  return lines;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === 'string' ? found.slice(0, LONGEST_WORDS) : undefined;
}

function wholeOf(value: unknown, name: string): number | undefined {
  const found = field(value, name);
  return typeof found === 'number' && Number.isSafeInteger(found) ? found : undefined;
}

function centsOf(value: unknown, name: string): Cents | undefined {
  const found = wholeOf(value, name);
  return found === undefined ? undefined : cents(found);
}
