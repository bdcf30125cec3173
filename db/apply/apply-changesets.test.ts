import { afterAll, expect, test } from 'vitest';
import { customerTable } from '../customers/tables.ts';
import { saleLineTable, saleTable } from '../sales/tables.ts';
import { settingTable } from '../settings/tables.ts';
import { pieceTable, stockMovementTable } from '../stock/tables.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { applyChangesets } from './apply-changesets.ts';
import type { PulledChangeset } from './pulled-changeset.ts';
import { aChangeset } from './testing/a-changeset.ts';
import { aReplica, dumpOf } from './testing/replica.ts';

const replica = aReplica();
afterAll(() => replica.close());
const { sqlite } = replica;

const aRing = { id: 'ring', stockNumber: 'R-1', description: 'Gold ring', createdAtMs: 5 };
const ringCame = (id = 'came') =>
  ({
    fact: stockMovementTable,
    row: { id, pieceId: 'ring', kind: 'received', quantityThousandths: 1000 },
  }) as const;
const ringAdded = () => aChangeset([{ add: pieceTable, row: aRing }, ringCame()]);
const ringSold = (sale: string) =>
  aChangeset([
    { fact: saleTable, row: { id: sale, number: `S1-${sale}`, customerId: 'ada' } },
    {
      fact: saleLineTable,
      row: { id: `${sale}-line`, saleId: sale, pieceId: 'ring', quantityThousandths: 1000 },
    },
    {
      fact: stockMovementTable,
      row: {
        id: `${sale}-out`,
        pieceId: 'ring',
        kind: 'sold',
        quantityThousandths: -1000,
        documentKind: 'sale',
        documentId: sale,
      },
    },
  ]);
const ada = () =>
  aChangeset([
    {
      add: customerTable,
      row: {
        id: 'ada',
        givenName: 'Ada',
        familyName: 'Łowe',
        phone: '(615) 555-0142',
        createdAtMs: 7,
      },
    },
  ]);

function applied(tx: WriteTx, ...page: readonly PulledChangeset[]) {
  const result = applyChangesets(tx, page, 99);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}
const rows = (sql: string) => sqlite.prepare(sql).raw().all();

test('what another register sold is sold here too, and its customer is found with the visit', () => {
  replica.within((tx) => {
    const result = applied(tx, ada(), ringAdded(), ringSold('one'));
    expect(result).toMatchObject({ facts: 4, profiles: 2, kept: 0, conflicts: [], aside: [] });
    expect(rows('select piece_id, status, quantity_thousandths from piece_state')).toEqual([
      ['ring', 'sold', 0],
    ]);
    expect(rows("select rowid from piece_fts where piece_fts match 'gold'")).toHaveLength(1);
    expect(rows('select name, phone_last4 from customer_lookup')).toEqual([['Ada Łowe', '0142']]);
    expect(rows("select rowid from customer_fts where customer_fts match 'lowe'")).toHaveLength(1);
    expect(tx.ops).toEqual([]);
  });
});

test('a fact that is here already stays as it is, and another one with its id is answered', () => {
  replica.within((tx) => {
    applied(tx, ringAdded(), ringSold('one'));
    const before = dumpOf(sqlite);
    const other = aChangeset([
      { fact: saleTable, row: { id: 'one', number: 'S9-9' } },
      {
        fact: stockMovementTable,
        row: { id: 'later', pieceId: 'ring', kind: 'adjusted', quantityThousandths: 1000 },
      },
    ]);
    const result = applied(tx, ringSold('one'), other);
    expect(result.conflicts).toEqual([{ changesetId: other.id, table: 'sale', id: 'one' }]);
    expect(result.facts).toBe(1);
    expect(dumpOf(sqlite)['sale']).toEqual(before['sale']);
    expect(rows('select status from piece_state')).toEqual([['in_stock']]);
  });
});

test('a personal value enters only if it is the one that was hashed, and nothing of its changeset does otherwise', () => {
  replica.within((tx) => {
    const forged = ada();
    const values = forged.values.map((each) =>
      each.path === '0.familyName' ? { ...each, value: 'Byron' } : each,
    );
    const result = applied(tx, { ...forged, values }, ringAdded());
    expect(result.aside).toEqual([{ changesetId: forged.id, problem: 'VALUE_DIFFERS' }]);
    expect(rows('select count(*) from customer')).toEqual([[0]]);
    expect(rows('select count(*) from piece')).toEqual([[1]]);
    expect(rows("select changeset_id, json_extract(op, '$.table') from sync_unknown_op")).toEqual([
      [forged.id, 'customer'],
    ]);
  });
});

test('a personal value that was erased elsewhere comes empty, and the fact that has it still is the same fact', () => {
  const reasoned = aChangeset([
    { fact: saleLineTable, row: { id: 'line', saleId: 'one', priceReason: 'for Ada' } },
    {
      add: customerTable,
      row: { id: 'ada', givenName: 'Ada', phoneE164: '+16155550142', language: 'es' },
    },
  ]);
  const erased = { ...reasoned, values: [] };
  replica.within((tx) => {
    applied(tx, erased);
    expect(rows('select price_reason from sale_line')).toEqual([[null]]);
    expect(rows('select given_name, phone_e164, language from customer')).toEqual([
      ['', null, 'es'],
    ]);
    expect(applied(tx, reasoned).conflicts).toEqual([]);
  });
  replica.within((tx) => {
    applied(tx, reasoned);
    expect(applied(tx, erased)).toMatchObject({ conflicts: [], facts: 0, profiles: 0 });
    expect(rows('select price_reason from sale_line')).toEqual([['for Ada']]);
  });
});

test('what a newer program wrote is kept, and what is known of it is put in', () => {
  const raw = (ops: readonly unknown[]) => aChangeset([], { schema: 99, ops: JSON.stringify(ops) });
  replica.within((tx) => {
    const [sold] = JSON.parse(ringSold('one').ops);
    const page = [
      raw([{ op: 'fact', table: 'hologram', row: { id: 'h1', glow: 3 } }]),
      raw([{ ...sold, row: { ...sold.row, aura: 'warm' } }]),
      raw([
        {
          op: 'set',
          table: 'setting',
          id: 'theme',
          fields: { value: ['"dark"', null], hue: [7, null] },
        },
      ]),
      raw([{ op: 'melt', table: 'piece', id: 'ring' }]),
    ];
    expect(applied(tx, ...page)).toMatchObject({ facts: 1, profiles: 1, kept: 4, aside: [] });
    expect(rows('select number from sale')).toEqual([['S1-one']]);
    expect(rows('select id, value from setting')).toEqual([['theme', '"dark"']]);
    expect(
      rows('select changeset_id, position, received_at_ms from sync_unknown_op order by 1'),
    ).toEqual(page.map(({ id }) => [id, 0, 99]));
    const before = dumpOf(sqlite);
    applied(tx, ...page);
    expect(dumpOf(sqlite)).toEqual(before);
  });
});

test('a row of before a column was there gets what the file gives such rows', () => {
  replica.within((tx) => {
    const old = ringSold('one');
    const ops = JSON.parse(old.ops);
    for (const each of ops) {
      for (const column of ['roundingCents', 'priceWay', 'kind', 'taxClass'])
        if (each.table !== 'stock_movement') delete each.row[column];
    }
    expect(applied(tx, { ...old, ops: JSON.stringify(ops) })).toMatchObject({
      facts: 3,
      aside: [],
    });
    expect(rows('select rounding_cents, price_way from sale')).toEqual([[0, null]]);
    expect(rows('select kind, tax_class, price_way from sale_line')).toEqual([
      ['item', 'goods', 'tag'],
    ]);
    // The same sale as a newer program says it.
    expect(applied(tx, { ...old, ops: JSON.stringify(ops) }).conflicts).toEqual([]);
  });
});

test('I4, I11: a changeset with one row that does not fit is put aside whole and kept, and the next one goes in', () => {
  replica.within((tx) => {
    const poison = aChangeset([
      { fact: saleTable, row: { id: 'bad', number: 'S1-2' } },
      {
        fact: stockMovementTable,
        row: { id: 'bad-out', pieceId: 'ring', kind: 'melted', quantityThousandths: -1 },
      },
    ]);
    const broken = aChangeset([], { ops: '{"no": "list"}' });
    const shapeless = aChangeset([], { ops: '[{"op":"fact","table":"sale"}]' });
    const result = applied(tx, poison, broken, shapeless, ringAdded());
    expect(result.aside).toEqual([
      { changesetId: poison.id, problem: 'DOES_NOT_FIT' },
      { changesetId: broken.id, problem: 'MALFORMED' },
      { changesetId: shapeless.id, problem: 'MALFORMED' },
    ]);
    expect(result.facts).toBe(1);
    expect(rows('select count(*) from sale')).toEqual([[0]]);
    expect(
      rows('select changeset_id, count(*) from sync_unknown_op group by 1 order by 1'),
    ).toEqual([
      [poison.id, 2],
      [broken.id, 1],
      [shapeless.id, 1],
    ]);
  });
});

test('a page that is none, or too large, is refused with nothing put in', () => {
  replica.within((tx) => {
    const good = ringAdded();
    const refusal = (page: unknown) => {
      const result = applyChangesets(tx, page as readonly PulledChangeset[], 1);
      return result.ok ? undefined : result.refusal;
    };
    expect(refusal('<html>')).toEqual({ code: 'PAGE_MALFORMED', at: '' });
    expect(refusal([good, { ...good, n: 'x' }])).toEqual({ code: 'PAGE_MALFORMED', at: '1.n' });
    expect(refusal(Array.from({ length: 1001 }, () => good))).toMatchObject({
      code: 'PAGE_TOO_LARGE',
      changesets: 1001,
    });
    expect(refusal([{ ...good, ops: ' '.repeat(600_000) }])).toMatchObject({
      code: 'PAGE_TOO_LARGE',
    });
    expect(dumpOf(sqlite)).toEqual({});
  });
});

test('two registers that archived one customer agree on the earlier time, in either order', () => {
  const archived = (atMs: number) => aChangeset([{ archive: customerTable, id: 'ada', atMs }]);
  const dumps = [
    [30, 20],
    [20, 30],
  ].map((times) =>
    replica.within((tx) => {
      applied(tx, ada(), ...times.map(archived));
      return [rows('select archived_at_ms from customer'), rows('select * from customer_lookup')];
    }),
  );
  expect(dumps).toEqual([
    [[[20]], []],
    [[[20]], []],
  ]);
});

test('a change of a row that is not here waits for it', () => {
  replica.within((tx) => {
    const change = aChangeset([
      { set: customerTable, id: 'ada', fields: { note: 'prefers platinum' }, base: 'x' },
      { archive: settingTable, id: 'theme', atMs: 3 },
    ]);
    expect(applied(tx, change)).toMatchObject({ profiles: 0, kept: 2, aside: [] });
  });
});
