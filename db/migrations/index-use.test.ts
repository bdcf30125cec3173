import { afterEach, expect, test } from 'vitest';
import { aShop, type TestShop } from '../testing/a-shop.ts';

let shop: TestShop;
afterEach(() => shop.close());

interface Index {
  readonly table: string;
  readonly name: string;
  readonly sql: string;
}

/** The indexes that begin with the store, as `(store_id, …)`. */
function storeIndexes(): readonly Index[] {
  return shop.writer.sqlite
    .prepare<[], Index>(
      "select tbl_name as 'table', name, sql from sqlite_schema where type = 'index' and sql like '%(store_id, %'",
    )
    .all();
}

/** The plan of looking up one value of an index in one store. */
function planOf({ table, sql }: Index): string {
  const [, columns = ''] = /\(store_id, ([^)]*)\)/.exec(sql) ?? [];
  const wanted = columns
    .split(', ')
    .map((column) => column.replace(/^(\w+)/, '$1 = ?'))
    .slice(0, sql.includes('source') ? 2 : 1)
    .join(' and ');
  const [, only = '1'] = / where (.*)$/.exec(sql) ?? [];
  const query = `explain query plan select * from ${table} where store_id = ? and ${wanted} and ${only}`;
  const steps = shop.writer.sqlite
    .prepare<unknown[], { detail: string }>(query)
    .all(...query.replaceAll(/[^?]/g, ''));
  return steps.map(({ detail }) => detail).join('; ');
}

test('one value of an index is looked up through it, although every row has the same store', () => {
  shop = aShop();
  const indexes = storeIndexes();
  expect(indexes.length).toBeGreaterThan(15);
  for (const index of indexes) {
    const plan = planOf(index);
    expect(plan, index.name).toContain(`USING INDEX ${index.name} (store_id=? AND `);
  }
});

test('without its figures the planner would read whole tables', () => {
  shop = aShop();
  shop.writer.sqlite.exec('delete from sqlite_stat1; analyze sqlite_schema');
  const unused = storeIndexes().filter((index) => !planOf(index).includes(index.name));
  expect(unused.length).toBeGreaterThan(5);
});
