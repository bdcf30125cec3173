import type { TestShop } from './a-shop.ts';

type Figures = Readonly<Record<string, number>>;

/** What stands in a shop after everything that was rung up and taken back: balances, goods, the books, the drawer. */
export interface Standing {
  readonly accounts: Figures;
  readonly giftCards: Figures;
  readonly storeCredits: Figures;
  readonly houseAccounts: Figures;
  readonly pieces: Readonly<Record<string, string>>;
  readonly shares: Figures;
  readonly returned: Figures;
  /** Cash that sales and voids left in the drawer. M5. */
  readonly cashCents: number;
}

/** Reads what stands, everything that comes to nothing left out. */
export function standingOf({ writer: { sqlite } }: TestShop): Standing {
  const figures = (sql: string): Figures =>
    Object.fromEntries(
      sqlite.prepare<[], [string, number]>(`${sql} having sum(cents) <> 0 order by 1`).raw().all(),
    );
  const of = (table: string, key: string) =>
    figures(
      `select ${key}, sum(cents) from (select ${key}, amount_cents as cents from ${table}) group by 1`,
    );
  return {
    accounts: figures(
      `select name, sum(cents) from (select account || ' ' || detail as name, amount_cents as cents from journal_row) group by 1`,
    ),
    giftCards: of('gift_card_entry', 'gift_card_id'),
    storeCredits: of('store_credit_entry', 'customer_id'),
    houseAccounts: of('house_account_entry', 'customer_id'),
    pieces: Object.fromEntries(
      sqlite
        .prepare<[], [string, string]>(
          "select piece_id, status || ' ' || quantity_thousandths from piece_state order by 1",
        )
        .raw()
        .all(),
    ),
    shares: figures(
      'select staff_id, sum(cents) from (select staff_id, base_cents as cents from commission_share) group by 1',
    ),
    returned: figures(
      `select original_line_id, sum(cents) from (select original_line_id, quantity_thousandths as cents from sale_line l
         where original_line_id is not null and not exists (select 1 from sale_void v where v.sale_id = l.sale_id)) group by 1`,
    ),
    cashCents: Number(
      sqlite
        .prepare(
          `select (select coalesce(sum(amount_cents), 0) from payment where tender = 'cash')
             - (select coalesce(sum(change_cents), 0) from sale)`,
        )
        .pluck()
        .get(),
    ),
  };
}

/** Each query answers the first row that breaks the law it is named by. */
const LAWS: Readonly<Record<string, string>> = {
  'M1: payments less change are total and rounding': `select number from sale s where total_cents + rounding_cents + change_cents <>
    (select coalesce(sum(amount_cents), 0) from payment p where p.sale_id = s.id and p.sale_void_id is null and p.sale_correction_id is null)`,
  'M1: the lines are the sale': `select number from sale s where (line_count, subtotal_cents, discount_cents, tax_cents) <>
    (select count(*), sum(net_cents + discount_cents), sum(discount_cents), sum(tax_cents) from sale_line l where l.sale_id = s.id)`,
  'M1: the parts of a tax are the tax of its line': `select id from sale_line l where tax_cents <>
    (select coalesce(sum(tax_cents), 0) from sale_tax t where t.sale_line_id = l.id)`,
  'M2: the rows of a document balance':
    'select document_id from journal_row group by document_kind, document_id having sum(amount_cents) <> 0',
  'M3: a gift card holds what its account says': `select 'gift_cards' where
    (select coalesce(sum(amount_cents), 0) from gift_card_entry) <> (select -coalesce(sum(amount_cents), 0) from journal_row where account = 'gift_cards')`,
  'store credit is what its account says': `select 'store_credit' where
    (select coalesce(sum(amount_cents), 0) from store_credit_entry) <> (select -coalesce(sum(amount_cents), 0) from journal_row where account = 'store_credit')`,
  'house accounts are what their account says': `select 'house_accounts' where
    (select coalesce(sum(amount_cents), 0) from house_account_entry) <> (select coalesce(sum(amount_cents), 0) from journal_row where account = 'house_accounts')`,
  'M9: nothing comes back more often than it was sold': `select id from sale_line l where quantity_thousandths > 0 and quantity_thousandths <
    (select -coalesce(sum(quantity_thousandths), 0) from sale_line b where b.original_line_id = l.id
       and not exists (select 1 from sale_void v where v.sale_id = b.sale_id))`,
  'M10: what came back of a line is at most what it came to': `select l.id from sale_line l join sale_line b on b.original_line_id = l.id and b.kind = 'return'
    where not exists (select 1 from sale_void v where v.sale_id = b.sale_id)
    group by l.id having abs(sum(b.net_cents)) > abs(l.net_cents) or abs(sum(b.tax_cents)) > abs(l.tax_cents)
      or (sum(b.quantity_thousandths) = -l.quantity_thousandths and (sum(b.net_cents) <> -l.net_cents or sum(b.tax_cents) <> -l.tax_cents))`,
  'the shares of a line are its price': `select id from sale_line l where kind not in ('gift_card', 'account_payment', 'price_adjustment')
    and not exists (select 1 from sale_void v where v.sale_id = l.sale_id) and net_cents <>
    (select coalesce(sum(base_cents), 0) from commission_share c where c.sale_line_id = l.id)`,
  'goods that were sold are gone, and goods that came back are here': `select number from sale s where
    not exists (select 1 from sale_void v where v.sale_id = s.id) and
    (select coalesce(sum(quantity_thousandths), 0) from sale_line l where l.sale_id = s.id and piece_id is not null) <>
    (select -coalesce(sum(quantity_thousandths), 0) from stock_movement m where m.document_id = s.id and kind in ('sold', 'returned'))`,
};

/** The laws that a shop breaks, with the first row that does; none while all is well. */
export function brokenLaws({ writer: { sqlite } }: TestShop): readonly string[] {
  return Object.entries(LAWS).flatMap(([law, sql]) => {
    const first = sqlite.prepare(sql).pluck().get();
    return first === undefined ? [] : [`${law}: ${JSON.stringify(first)}`];
  });
}
