import { afterAll, expect, test } from 'vitest';
import { receiveReversalTable, receiveTable } from '../../receiving/tables.ts';
import { applyChangesets } from '../apply-changesets.ts';
import { aChangeset } from '../testing/a-changeset.ts';
import { aReplica } from '../testing/replica.ts';

const replica = aReplica();
afterAll(() => replica.close());

const received = aChangeset([
  {
    fact: receiveTable,
    row: {
      id: 'receive',
      goodsCents: 1000,
      freightCents: 30,
      freightWay: 'allocate',
      invoiceTotalCents: 1030,
      lineCount: 1,
    },
  },
]);
const reversed = aChangeset([
  { fact: receiveReversalTable, row: { id: 'reversal', receiveId: 'receive' } },
]);

function journal(...pages: readonly (typeof received)[]): readonly string[] {
  return replica.within((tx) => {
    for (const page of pages) {
      const applied = applyChangesets(tx, [page], 1);
      if (!applied.ok || applied.value.aside.length > 0) throw new Error(JSON.stringify(applied));
    }
    return replica.sqlite
      .prepare<[], string>(
        `select document_kind || ' ' || account || ' ' || amount_cents from journal_row order by 1`,
      )
      .pluck()
      .all();
  });
}

test('M2: an invoice of another register and its reversal are posted in whatever order they come', () => {
  const posted = [
    'receive inventory 1030',
    'receive vendor_payable -1030',
    'receive_reversal inventory -1030',
    'receive_reversal vendor_payable 1030',
  ];
  expect(journal(received, reversed)).toEqual(posted);
  expect(journal(reversed, received)).toEqual(posted);
});

test('a reversal of what has not come yet posts nothing', () => {
  expect(journal(reversed)).toEqual([]);
});
