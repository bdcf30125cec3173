import { drizzle } from 'drizzle-orm/better-sqlite3';
import { syncedTables } from '#db/all-tables.ts';
import { rederivePieceStates } from '#db/stock/rederive-piece-states.ts';
import type { Sqlite } from '#db/store/open-database.ts';
import { findBrokenChain } from '#db/store/verify-chain.ts';
import type { StoreId } from '#shared/ids.ts';
import type { Acknowledgement, AcknowledgedSale } from './acknowledgement.ts';

/** What is wrong with a shop after a crash. */
export interface Findings {
  /** Acknowledged, and not there or not whole. */
  readonly lost: readonly string[];
  /** Not as the shop's own rules say. */
  readonly corrupt: readonly string[];
}

/** Checks everything an open shop promises: its pages, its log, its money, and all that was acknowledged. */
export function checkShop(db: Sqlite, acknowledged: readonly Acknowledgement[]): Findings {
  const corrupt: string[] = [];
  const integrity = db.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok') corrupt.push(`integrity: ${String(integrity)}`);
  const broken = findBrokenChain(db);
  if (broken !== undefined) corrupt.push(`the log is broken at ${broken}`);
  for (const [rule, sql] of RULES) {
    const first = db.prepare(sql).pluck().get();
    if (first !== undefined) corrupt.push(`${rule}: ${JSON.stringify(first)}`);
  }
  const storeId = String(db.prepare('select store_id from sync_meta').pluck().get()) as StoreId;
  const [moved] = rederivePieceStates({ orm: drizzle(db), storeId });
  if (moved) corrupt.push(`a piece is not where its movements say: ${moved.pieceId}`);
  return { lost: findLost(db, acknowledged), corrupt };
}

/** Every table of facts that a day of the bench fills; what was there before the first day counts as well. */
const FACTS = syncedTables.filter(({ kind }) => kind === 'fact').map(({ name }) => name);

/** Each query answers the first row that breaks the rule. */
const RULES: readonly (readonly [string, string])[] = [
  [
    'M1: payments less change are the total and its rounding',
    `select number from sale s where total_cents + rounding_cents + change_cents <>
       (select coalesce(sum(amount_cents), 0) from payment p where p.sale_id = s.id and p.sale_void_id is null)`,
  ],
  [
    'M1: a void gives the total back',
    `select s.number from sale_void v join sale s on s.id = v.sale_id where -(s.total_cents + s.rounding_cents) <>
       (select coalesce(sum(amount_cents), 0) from payment p where p.sale_void_id = v.id)`,
  ],
  [
    'M1: the lines are the sale',
    `select number from sale s where line_count <> (select count(*) from sale_line l where l.sale_id = s.id)
       or (total_cents, discount_cents, tax_cents) <>
          (select sum(net_cents + tax_cents), sum(discount_cents), sum(tax_cents) from sale_line l where l.sale_id = s.id)`,
  ],
  [
    'tax rows are the tax',
    `select number from sale s where tax_cents <> (select coalesce(sum(tax_cents), 0) from sale_tax t where t.sale_id = s.id)`,
  ],
  [
    'what was sold left the stock, and what came back is in it',
    `select number from sale s where
       (select coalesce(sum(quantity_thousandths), 0) from sale_line l where l.sale_id = s.id and l.piece_id is not null) <>
       (select -coalesce(sum(quantity_thousandths), 0) from stock_movement m where m.document_id = s.id and m.kind in ('sold', 'returned'))`,
  ],
  [
    'M2: the rows of a document balance',
    'select document_id from journal_row group by document_kind, document_id having sum(amount_cents) <> 0',
  ],
  [
    'M2: goods that were sold or voided are in the books',
    `select id from (select id, 'sale' as kind, id as sale_id from sale
         union all select id, 'sale_void', sale_id from sale_void) d
       where exists (select 1 from sale_line l where l.sale_id = d.sale_id and l.kind in ('item', 'return') and l.net_cents <> 0)
         and not exists (select 1 from journal_row where document_kind = d.kind and document_id = d.id)`,
  ],
  [
    'M3: no gift card holds less than nothing',
    'select gift_card_id from gift_card_entry group by gift_card_id having sum(amount_cents) < 0',
  ],
  [
    'M3: the gift cards are their account',
    `select account from (select 'gift_cards' as account) where
       (select coalesce(sum(amount_cents), 0) from gift_card_entry) <>
       (select -coalesce(sum(amount_cents), 0) from journal_row where account = 'gift_cards')`,
  ],
  [
    'M9: nothing comes back more often than it was sold',
    `select l.id from sale_line l where l.quantity_thousandths > 0 and l.quantity_thousandths <
       (select -coalesce(sum(b.quantity_thousandths), 0) from sale_line b where b.original_line_id = l.id
         and not exists (select 1 from sale_void v where v.sale_id = b.sale_id))`,
  ],
  [
    'the shares of a line are its price',
    `select l.id from sale_line l where l.kind in ('item', 'return') and l.net_cents <>
       (select coalesce(sum(c.base_cents), 0) from commission_share c where c.sale_line_id = l.id and c.base_cents * l.net_cents > 0)`,
  ],
  [
    'M8: numbers have no gap',
    `select 'series ' || n.series from number_series n where n.kind = 'sale' and n.last <> (select count(*) from sale)`,
  ],
  ['M8: numbers are used once', 'select number from sale group by number having count(*) > 1'],
  [
    'M8: the highest number is the count',
    `select max(n) from (select cast(substr(number, instr(number, '-') + 1) as integer) as n from sale)
       having max(n) <> (select count(*) from sale)`,
  ],
  [
    'every fact has its op in the log, and every op its fact',
    `select (select count(*) from changeset c, json_each(c.ops) o where o.value ->> 'op' = 'fact') || ' ops' where
       (select count(*) from changeset c, json_each(c.ops) o where o.value ->> 'op' = 'fact') <>
       (${FACTS.map((table) => `(select count(*) from ${table})`).join(' + ')})`,
  ],
];

function findLost(db: Sqlite, acknowledged: readonly Acknowledgement[]): string[] {
  const commands = new Set(db.prepare<[], string>('select id from changeset').pluck().all());
  const carts = cartVersions(db);
  const newest = new Map<string, number>();
  const lost: string[] = [];
  const isThere = saleReader(db);
  for (const each of acknowledged) {
    if ('commandId' in each && !commands.has(each.commandId))
      lost.push(`${each.kind} ${each.commandId}`);
    else if (each.kind === 'sale' && !isThere(each)) lost.push(`rows of sale ${each.number}`);
    if (each.kind === 'cart') newest.set(each.cartId, each.version);
  }
  for (const [cartId, version] of newest) {
    const kept = carts.get(cartId);
    if (kept === undefined || kept < version) lost.push(`cart ${cartId} at version ${version}`);
  }
  return lost;
}

/** Version of each cart by its newest line; a paid cart has all of them. */
function cartVersions(db: Sqlite): ReadonlyMap<string, number> {
  const rows = db
    .prepare<[], { cartId: string; state: string; body: string }>(
      'select cart_id as cartId, state, body from cart',
    )
    .all();
  return new Map(
    rows.map(({ cartId, state, body }) => {
      const versions = [...body.matchAll(/"Version (\d+)"/g)].map(([, version]) => Number(version));
      return [cartId, state === 'paid' ? Number.POSITIVE_INFINITY : Math.max(0, ...versions)];
    }),
  );
}

/** Compares an acknowledged sale with its rows, to the cent. */
function saleReader(db: Sqlite): (sale: AcknowledgedSale) => boolean {
  const head = db.prepare<
    [string],
    Pick<AcknowledgedSale, 'number' | 'totalCents' | 'changeCents'>
  >('select number, total_cents as totalCents, change_cents as changeCents from sale where id = ?');
  const lines = db.prepare<[string]>(
    `select id as lineId, piece_id as pieceId, quantity_thousandths as quantityThousandths from sale_line where sale_id = ? order by position`,
  );
  const payments = db.prepare<[string]>(
    `select id as paymentId, amount_cents as amountCents from payment where sale_id = ? and sale_void_id is null order by id`,
  );
  return ({ saleId, number, totalCents, changeCents, ...sale }) => {
    const expected = [
      { number, totalCents, changeCents },
      sale.lines,
      sale.payments.toSorted((a, b) => (a.paymentId < b.paymentId ? -1 : 1)),
    ];
    return (
      JSON.stringify([head.get(saleId), lines.all(saleId), payments.all(saleId)]) ===
      JSON.stringify(expected)
    );
  };
}
