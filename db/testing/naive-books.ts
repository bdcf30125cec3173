import type { CompletedSale, CompleteSaleInput } from '#shared/sales/contract.ts';
import { TENDER_TRAITS } from '#shared/sales/tendering/tender-kinds.ts';
import type { TenderKind } from '#shared/sales/tenders.ts';
import type { TestShop } from './a-shop.ts';

interface NaiveLine {
  readonly kind: string;
  readonly soldKind: string | null;
  readonly net: number;
  readonly discount: number;
  readonly tax: number;
  readonly cost: number | null;
  /** Paid and still here, waiting for its parcel. */
  readonly waits: number;
}

const MONEY: Readonly<Record<TenderKind, string>> = {
  cash: 'cash_drawer',
  card: 'card_clearing',
  check: 'check_clearing',
  gift_card: 'gift_cards',
  store_credit: 'store_credit',
  house_account: 'house_accounts',
  finance: 'finance_receivable',
  lease: 'lease_receivable',
  other: 'other_tender',
};

const INCOME: Readonly<Record<string, readonly [income: string, cost: string] | undefined>> = {
  item: ['product_income', 'cost_of_product'],
  service: ['repair_income', 'cost_of_repair'],
  gift_wrap: ['repair_income', 'cost_of_repair'],
  care_plan: ['care_plan_income', 'cost_of_care_plan'],
  shipping: ['shipping_income', 'cost_of_shipping'],
  restocking_fee: ['fee_income', 'fees'],
};

const HELD: Readonly<Record<string, string>> = {
  gift_card: 'gift_cards',
  account_payment: 'house_accounts',
  price_adjustment: 'cash_rounding',
};

/**
 * A second count of the books, by the simplest sums there are: each tender on the account of its kind, each line on
 * that of what it sold, or of what waits to be sent: no parcel leaves here. Debit positive. It knows what was asked and
 * answered, and the lines as they were stored.
 */
export class NaiveBooks {
  readonly #shop: TestShop;
  readonly #accounts = new Map<string, number>();

  constructor(shop: TestShop) {
    this.#shop = shop;
  }

  /** A ticket that was rung up; `sign` −1 for one that was voided. */
  count(input: CompleteSaleInput, sold: CompletedSale, sign: 1 | -1 = 1): void {
    const add = (account: string, cents: number) =>
      this.#accounts.set(account, (this.#accounts.get(account) ?? 0) + sign * cents);
    for (const { kind, amountCents, unknown } of input.tenders)
      add(
        unknown && TENDER_TRAITS[kind].mayBeUnknown ? 'unresolved_payments' : MONEY[kind],
        amountCents,
      );
    add('cash_drawer', 0 - sold.changeCents);
    add('cash_rounding', 0 - sold.roundingCents);
    for (const line of this.#lines(input.saleId)) {
      const what = line.soldKind ?? line.kind;
      const books = INCOME[what];
      if (books && line.waits === 1) add('deposits_delivery', 0 - line.net);
      else if (books) {
        add(books[0], 0 - line.net - line.discount);
        add('discounts', line.discount);
        add(books[1], line.cost ?? 0);
        add('inventory', 0 - (line.cost ?? 0));
      } else add(HELD[what] ?? 'nowhere', 0 - line.net);
      add('sales_tax_payable', 0 - line.tax);
    }
  }

  /** All accounts that hold something, by their code. */
  totals(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      [...this.#accounts]
        .filter(([, cents]) => cents !== 0)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  #lines(saleId: string): readonly NaiveLine[] {
    return this.#shop.writer.sqlite
      .prepare<[string], NaiveLine>(
        `select l.kind, o.kind as soldKind, l.net_cents as net, l.discount_cents as discount, l.tax_cents as tax,
           l.cost_cents as cost, exists (select 1 from shipment s where s.sale_id = coalesce(o.sale_id, l.sale_id)
             and l.kind <> 'restocking_fee') as waits
         from sale_line l left join sale_line o on o.id = l.original_line_id
         where l.sale_id = ?`,
      )
      .all(saleId);
  }
}

/** What sales and voids came to by account, as the journal has it. */
export function journalOfSales({ writer: { sqlite } }: TestShop): Readonly<Record<string, number>> {
  return Object.fromEntries(
    sqlite
      .prepare<[], [string, number]>(
        `select account, sum(amount_cents) from journal_row where document_kind in ('sale', 'sale_void')
         group by 1 having sum(amount_cents) <> 0 order by 1`,
      )
      .raw()
      .all(),
  );
}
