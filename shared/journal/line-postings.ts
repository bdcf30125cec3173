import type { LineKind } from '../sales/line-kinds.ts';
import type { AccountCode } from './accounts.ts';
import type { Posting } from './journal-row.ts';

/** What an item or a service is on the books. The kinds that are always one thing (shipping, care plan) need no class. */
export const CATEGORY_CLASSES = ['product', 'repair', 'appraisal', 'scrap'] as const;
export type CategoryClass = (typeof CATEGORY_CLASSES)[number];

/** Whose goods a line sold. Goods of others are never our inventory: what we owe for them arises at the sale. */
export type GoodsOwner = 'own' | 'vendor_memo' | 'customer_consignment';

export interface JournalTax {
  readonly agency: string;
  readonly taxCents: number;
}

/** A sale line as the books see it, from stored rows. What came back is negative in every amount: gross, net, tax, cost. */
export interface JournalLine {
  readonly kind: LineKind;
  /** What a return or trade-up takes back; null for other lines, and for what was sold before there were kinds. */
  readonly originalKind: LineKind | null;
  readonly categoryClass: CategoryClass;
  /** Gross − discount = net. */
  readonly grossCents: number;
  readonly discountCents: number;
  readonly netCents: number;
  /** Null where nobody knows it: then income is booked and no cost. */
  readonly costCents: number | null;
  readonly owner: GoodsOwner;
  readonly taxes: readonly JournalTax[];
  /** False while the goods are paid and still here; `postDelivery` books them when they are handed over. */
  readonly delivered: boolean;
  /** What a payment on account pays off; left out, the house account. */
  readonly paysOff?: 'house_accounts' | 'returned_checks';
}

type Sold = Exclude<LineKind, 'return' | 'trade_up'>;
type Income = CategoryClass | 'shipping' | 'care_plan' | 'fee';

const INCOME: Readonly<Record<Sold, Income | 'by_category' | 'none'>> = {
  item: 'by_category',
  service: 'by_category',
  gift_wrap: 'repair',
  care_plan: 'care_plan',
  shipping: 'shipping',
  restocking_fee: 'fee',
  gift_card: 'none',
  account_payment: 'none',
  price_adjustment: 'none',
};

interface IncomeAccounts {
  readonly income: AccountCode;
  /** Undefined where nothing is used up. */
  readonly cost?: AccountCode;
  /** Where our own goods of this kind lay. */
  readonly goods: AccountCode;
}

const BOOKS: Readonly<Record<Income, IncomeAccounts>> = {
  product: { income: 'product_income', cost: 'cost_of_product', goods: 'inventory' },
  repair: { income: 'repair_income', cost: 'cost_of_repair', goods: 'inventory' },
  appraisal: { income: 'appraisal_income', cost: 'cost_of_appraisal', goods: 'inventory' },
  scrap: { income: 'scrap_income', cost: 'cost_of_scrap', goods: 'scrap' },
  shipping: { income: 'shipping_income', cost: 'cost_of_shipping', goods: 'inventory' },
  care_plan: { income: 'care_plan_income', cost: 'cost_of_care_plan', goods: 'inventory' },
  fee: { income: 'fee_income', goods: 'inventory' },
};

const OWED_TO: Readonly<Record<Exclude<GoodsOwner, 'own'>, AccountCode>> = {
  vendor_memo: 'memo_payable',
  customer_consignment: 'consignment_payable',
};

/**
 * What a line of a sale books besides its payment: income and cost of what is handed over, a deposit for what is not
 * yet, liabilities and receivables of lines that are no sale (gift card, payment on account), and its tax.
 */
export function linePostings(line: JournalLine): Posting[] {
  if (line.grossCents - line.discountCents !== line.netCents)
    throw new Error('a line whose gross less discount is not its net');
  return [...soldPostings(line), ...taxPostings(line)];
}

function soldPostings(line: JournalLine): Posting[] {
  const books = booksOf(line);
  if (!books) return [{ account: heldOn(line), amountCents: -line.netCents }];
  return line.delivered
    ? deliveredPostings(line, books)
    : [{ account: 'deposits_delivery', amountCents: -line.netCents }];
}

/** Income, discount and cost of a line whose goods or work were handed over; nothing of a line that is no sale. */
export function handedOverPostings(line: JournalLine): Posting[] {
  const books = booksOf(line);
  return books ? deliveredPostings(line, books) : [];
}

function deliveredPostings(line: JournalLine, books: IncomeAccounts): Posting[] {
  return [
    { account: books.income, amountCents: -line.grossCents },
    { account: 'discounts', amountCents: line.discountCents },
    ...costPostings(line, books),
  ];
}

function costPostings(line: JournalLine, { cost, goods }: IncomeAccounts): Posting[] {
  const costCents = line.costCents ?? 0;
  if (costCents === 0) return [];
  if (costCents < 0 !== cameBack(line))
    throw new Error('a cost that goes the other way than its goods');
  if (cost === undefined) throw new Error(`a cost on a ${line.kind}`);
  return [
    { account: cost, amountCents: costCents },
    { account: line.owner === 'own' ? goods : OWED_TO[line.owner], amountCents: -costCents },
  ];
}

function taxPostings({ taxes }: JournalLine): Posting[] {
  return taxes.map(({ agency, taxCents }) => ({
    account: 'sales_tax_payable',
    detail: agency,
    amountCents: -taxCents,
  }));
}

function booksOf(line: JournalLine): IncomeAccounts | undefined {
  const income = INCOME[soldKind(line)];
  if (income === 'none') return undefined;
  return BOOKS[income === 'by_category' ? line.categoryClass : income];
}

/** The account of a line that is no sale: no income, and no discount apart from its net. */
function heldOn(line: JournalLine): AccountCode {
  const kind = soldKind(line);
  if (kind === 'gift_card') return 'gift_cards';
  if (kind === 'price_adjustment') return 'cash_rounding';
  return line.paysOff ?? 'house_accounts';
}

/** What a line sold, or what it takes back had sold. */
function soldKind({ kind, originalKind }: JournalLine): Sold {
  const sold = kind === 'return' || kind === 'trade_up' ? (originalKind ?? 'item') : kind;
  if (sold === 'return' || sold === 'trade_up') throw new Error('a return of a return');
  return sold;
}

function cameBack({ kind }: JournalLine): boolean {
  return kind === 'return' || kind === 'trade_up';
}
