import type { Op, OpValue, PersonalValue } from '../../write-path/ops.ts';
import { personalHash } from '../../write-path/ops.ts';
import type { FactTable, ProfileTable } from '../../write-path/synced-table.ts';
import { type Cell, columnsOf } from '../known-tables.ts';
import type { PulledChangeset } from '../pulled-changeset.ts';

type Fields = Readonly<Record<string, Cell>>;

/** An op as its author writes it: personal values in clear. */
export type WrittenOp =
  | { readonly fact: FactTable; readonly row: Fields & { readonly id: string } }
  | { readonly add: ProfileTable; readonly row: Fields & { readonly id: string } }
  | {
      readonly set: ProfileTable;
      readonly id: string;
      readonly fields: Fields;
      readonly base: string | null;
    }
  | { readonly archive: ProfileTable; readonly id: string; readonly atMs: number };

let made = 0;

/** A changeset of another register, as the server hands it out. */
export function aChangeset(
  ops: readonly WrittenOp[],
  over: Partial<PulledChangeset> = {},
): PulledChangeset {
  made += 1;
  const values: PersonalValue[] = [];
  const sealed = ops.map((op, position) => sealedOp(op, position, values));
  return {
    id: `changeset-${String(made).padStart(6, '0')}`,
    device: 'register-1',
    n: 1,
    hlc: '000000000001-0000-register-1',
    schema: 2,
    actor: null,
    command: 'test.elsewhere',
    subject: null,
    batchId: null,
    atMs: 1,
    ops: JSON.stringify(sealed),
    values,
    ...over,
  };
}

/** A row with everything that its table wants: nothing, zero, the first of a list. */
export function aRow(table: FactTable | ProfileTable, fields: Fields): Fields {
  const row: Record<string, Cell> = {};
  for (const [field, column] of columnsOf(table)) {
    if (field === 'storeId') continue;
    const empty = column.dataType === 'number' ? 0 : (column.enumValues?.[0] ?? '');
    row[field] = column.notNull ? empty : null;
  }
  return { ...row, ...fields };
}

function sealedOp(op: WrittenOp, position: number, values: PersonalValue[]): Op {
  if ('archive' in op) return { op: 'archive', table: op.archive.name, id: op.id, atMs: op.atMs };
  if ('fact' in op)
    return {
      op: 'fact',
      table: op.fact.name,
      row: seal(op.fact, aRow(op.fact, op.row), position, values),
    };
  if ('add' in op) {
    const { id: _, ...row } = seal(op.add, aRow(op.add, op.row), position, values);
    return { op: 'set', table: op.add.name, id: op.row.id, fields: based(row, null) };
  }
  const fields = based(seal(op.set, op.fields, position, values), op.base);
  return { op: 'set', table: op.set.name, id: op.id, fields };
}

function based(row: Readonly<Record<string, OpValue>>, base: string | null) {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [field, [value, base] as const]),
  );
}

function seal(
  { personal }: FactTable | ProfileTable,
  row: Fields,
  position: number,
  values: PersonalValue[],
): Record<string, OpValue> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]): [string, OpValue] => {
      if (value === null || !personal.has(column)) return [column, value];
      const salt = `salt-${position}-${column}`;
      values.push({ path: `${position}.${column}`, value: String(value), salt });
      return [column, { h: personalHash(salt, String(value)) }];
    }),
  );
}
