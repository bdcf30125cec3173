import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { customerTable } from '../customers/tables.ts';
import { saleLineTable, saleTable } from '../sales/tables.ts';
import { pieceTable } from '../stock/tables.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import { applyChangesets } from './apply-changesets.ts';
import { keepOps, listKeptChangesets } from './kept-ops.ts';
import type { PulledChangeset } from './pulled-changeset.ts';
import { replayChangesets, replayKept } from './replay-kept.ts';
import { aChangeset } from './testing/a-changeset.ts';
import { aHistory } from './testing/a-history.ts';
import { aRegister } from './testing/a-register.ts';
import { aReplica, type Dump, dumpOf, sharedPart } from './testing/replica.ts';

const replica = aReplica();
const { sqlite } = replica;
afterAll(() => replica.close());

const rows = (query: string) => sqlite.prepare(query).raw().all();

function apply(tx: WriteTx, ...page: readonly PulledChangeset[]): void {
  const result = applyChangesets(tx, page, 1);
  if (!result.ok || result.value.aside.length > 0) throw new Error(JSON.stringify(result));
}

function replay(tx: WriteTx): number {
  const kept = listKeptChangesets(tx);
  return replayChangesets(tx, kept, new Set(kept));
}

/** What all registers share, tasks aside: the law compares with one that never looked for trouble. */
function shared(): Dump {
  const { review_task: _task, review_cause: _cause, ...rest } = sharedPart(dumpOf(sqlite));
  return rest;
}

/** As a program that does not know `columns` yet put a changeset in: the rest of each op, and the whole of it kept. */
function applyWithout(tx: WriteTx, changeset: PulledChangeset, columns: readonly string[]): void {
  const ops: { row?: Record<string, unknown>; fields?: Record<string, unknown> }[] = JSON.parse(
    changeset.ops,
  );
  const kept = ops.map((op, position) => {
    const cells = op.row ?? op.fields ?? {};
    for (const column of columns) delete cells[column];
    return { position, putIn: Object.keys(cells) };
  });
  apply(tx, { ...changeset, ops: JSON.stringify(ops) });
  keepOps(tx, changeset, kept, 1);
}

const sold = () =>
  aChangeset([
    { fact: saleTable, row: { id: 'one', number: 'S1-1', businessDate: '2026-11-23' } },
    {
      fact: saleLineTable,
      row: { id: 'line', saleId: 'one', taxClass: 'bullion', priceReason: 'for Ada' },
    },
  ]);

test('I7, I11: what was kept and is put in after an upgrade leaves the rows of a register that always knew it', () => {
  fc.assert(
    fc.property(
      aHistory,
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      (history, late) => {
        const { profiles, facts } = history;
        const known = replica.within((tx) => {
          apply(tx, ...profiles, ...facts);
          return shared();
        });
        const upgraded = replica.within((tx) => {
          apply(tx, ...profiles);
          for (const [n, changeset] of facts.entries())
            if (late[n]) keepOps(tx, changeset, 'all', 1);
            else apply(tx, changeset);
          expect(replay(tx)).toBe(facts.filter((_, n) => late[n]).length);
          expect(listKeptChangesets(tx)).toEqual([]);
          return shared();
        });
        expect(upgraded).toEqual(known);
      },
    ),
    { numRuns: 100 },
  );
});

test('I8: columns of a fact that the file has learnt are filled, and what stood there before stands', () => {
  const whole = replica.within((tx) => (apply(tx, sold()), shared()));
  replica.within((tx) => {
    applyWithout(tx, sold(), ['taxClass', 'priceReason']);
    expect(rows('select tax_class, price_reason from sale_line')).not.toEqual([
      ['bullion', 'for Ada'],
    ]);
    expect(replay(tx)).toBe(1);
    expect(shared()).toEqual(whole);
    expect(rows('select * from sync_unknown_op')).toEqual([]);
    expect(rows('select * from changeset_value')).toEqual([]);
    for (const change of ["number = ''", 'total_cents = 5'])
      expect(() => sqlite.exec(`update sale set ${change}`)).toThrow('FACT_STANDS');
    expect(() => sqlite.exec("update sale_line set price_reason = 'x'")).toThrow('FACT_STANDS');
    expect(() => sqlite.exec('delete from sale')).toThrow('FACT_STANDS');
  });
});

test('fields of a profile that the file has learnt are set, and later changes of the others stay', () => {
  const row = { id: 'ring', stockNumber: 'R-1', description: 'Ring', taxClass: 'bullion' };
  const [added, renamed, moved] = [
    aChangeset([{ add: pieceTable, row }]),
    aChangeset([
      {
        set: pieceTable,
        id: 'ring',
        fields: { description: 'Halo', taxClass: 'part' },
        base: null,
      },
    ]),
    aChangeset([{ set: pieceTable, id: 'ring', fields: { description: 'Band' }, base: null }]),
  ];
  const known = replica.within((tx) => (apply(tx, added, renamed, moved), shared()));
  replica.within((tx) => {
    applyWithout(tx, added, ['taxClass']);
    applyWithout(tx, renamed, ['taxClass']);
    apply(tx, moved);
    expect(replay(tx)).toBe(2);
    expect(rows('select description, tax_class from piece')).toEqual([['Band', 'part']]);
    expect(shared()).toEqual(known);
  });
});

test('a change that was put aside does not come over one that was made on top of what was there', () => {
  const ada = aChangeset([{ add: customerTable, row: { id: 'ada', givenName: 'Ada' } }]);
  const setName = (givenName: string, base: string) =>
    aChangeset([{ set: customerTable, id: 'ada', fields: { givenName }, base }]);
  replica.within((tx) => {
    apply(tx, ada);
    const aside = setName('Aida', ada.id);
    keepOps(tx, aside, 'all', 1);
    keepOps(tx, setName('Adah', aside.id), 'all', 1);
    replay(tx);
    expect(rows('select given_name from customer')).toEqual([['Adah']]);
  });
  replica.within((tx) => {
    apply(tx, ada);
    keepOps(tx, setName('Aida', ada.id), 'all', 1);
    apply(tx, setName('Ada Mary', ada.id));
    replay(tx);
    expect(rows('select given_name from customer')).toEqual([['Ada Mary']]);
  });
});

test('what this program does not know either stays, and so does a changeset that still does not fit, whole', () => {
  replica.within((tx) => {
    const strange = aChangeset([], {
      ops: '[{"op":"fact","table":"hologram","row":{"id":"h"}},{"op":"melt","table":"piece"}]',
    });
    const forged = aChangeset([{ fact: saleTable, row: { id: 'bad', number: 'S1-2' } }]);
    const poison = {
      ...forged,
      ops: JSON.stringify([
        ...JSON.parse(forged.ops),
        { op: 'fact', table: 'sale_line', row: { id: 'x' } },
      ]),
    };
    apply(tx, strange);
    applyChangesets(tx, [poison], 1);
    const before = dumpOf(sqlite);
    expect(replay(tx)).toBe(0);
    expect(dumpOf(sqlite)).toEqual(before);
  });
});

test('I14: trouble that shows when the store is opened after an upgrade becomes a task of this register', () => {
  const register = aRegister(2);
  try {
    register.pull([sold()]);
    register.writer.writeLocal((tx) =>
      keepOps(tx, aChangeset([{ fact: saleTable, row: { id: 'two', number: 'S1-1' } }]), 'all', 1),
    );
    const open = () => replayKept(register.writer, () => register.context('review.detect'));
    expect(open()).toEqual({ ok: true, value: 1 });
    expect(register.did().at(-1)?.command).toBe('review.detect');
    const { head } = register.writer;
    expect(open()).toEqual({ ok: true, value: 0 });
    expect(register.writer.head).toEqual(head);
  } finally {
    register.close();
  }
});
