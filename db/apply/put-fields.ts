import { and, eq, sql } from 'drizzle-orm';
import type { ProfileTable } from '../write-path/synced-table.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import {
  dropDecided,
  fieldTokens,
  keepDecided,
  setFieldToken,
  whereAbouts,
} from './field-tokens.ts';
import {
  type Cell,
  columnsOf,
  findRow,
  keyOf,
  knownColumns,
  type Row,
  storedCell,
  wholeRow,
} from './known-tables.ts';
import type { PulledOp } from './pulled-op.ts';
import { insertRow } from './put-fact.ts';

type SetOp = Extract<PulledOp, { readonly op: 'set' }>;
type ArchiveOp = Extract<PulledOp, { readonly op: 'archive' }>;

/** The fields that changed here, with the row's id; undefined where the row itself is not here and cannot be made. */
export type PutFields = Row | undefined;

/** An op that was kept until this program knew it. */
export interface Replay {
  /** The fields that an older program put in when the op came: they may have changed since. */
  readonly before: readonly string[];
  /** All changesets that are put in now, in their order. */
  readonly kept: ReadonlySet<string>;
}

/**
 * Sets what the server has decided for fields of a profile. The server's order is the order of truth: a field that was
 * set on top of the value here takes the new one, and so does one that was set beside it. Only a change made here that
 * has not been sent yet stays in view; what the server says under it is kept until that is decided too.
 */
export function putFields(
  tx: WriteTx,
  profile: ProfileTable,
  op: SetOp,
  changesetId: string,
  replay?: Replay,
): PutFields {
  const here = findRow(tx, profile, op.id);
  if (!here) return makeRow(tx, profile, op, changesetId);
  const tokens = fieldTokens(tx, profile.name, op.id);
  const columns = new Map(columnsOf(profile));
  const changed: Record<string, Cell> = {};
  for (const field of knownColumns(profile, op.fields.keys())) {
    const [given, column] = [op.fields.get(field), columns.get(field)];
    if (replay?.before.includes(field)) continue;
    if (!given || !column || field === 'id' || field === 'archivedAtMs') continue;
    const at = { tableName: profile.name, rowId: op.id, field };
    const value = storedCell(column, given.value);
    const isLearnt = replay !== undefined && replay.before.length > 0;
    const token = tokens.get(field) ?? (isLearnt ? null : tokens.get('*')) ?? null;
    if (replay && isOvertaken(token, given.base, replay)) continue;
    const where = whereAbouts(tx, at, token, given.base, changesetId);
    if (where === 'applied') continue;
    if (where === 'underneath') dropDecided(tx, at);
    else if (where === 'pending') keepDecided(tx, at, value, changesetId);
    else {
      // Of a row that this very op made, the token of all its fields is there.
      if (!isLearnt || tokens.get('*') !== changesetId) setFieldToken(tx, at, changesetId);
      dropDecided(tx, at);
      if (here[field] !== value) changed[field] = value;
    }
  }
  if (Object.keys(changed).length > 0) update(tx, profile, op.id, changed);
  return { id: op.id, ...changed };
}

/** Whether somebody has set the field since the op was kept. */
function isOvertaken(token: string | null, base: string | null, { kept }: Replay): boolean {
  return token !== null && token !== base && !kept.has(token);
}

/** Takes a profile out of use. Two registers may both have done it: the earlier time stands, in whatever order they come. */
export function putArchive(tx: WriteTx, profile: ProfileTable, { id, atMs }: ArchiveOp): PutFields {
  const here = findRow(tx, profile, id);
  if (!here) return undefined;
  const before = here['archivedAtMs'];
  if (typeof before === 'number' && before <= atMs) return { id };
  update(tx, profile, id, { archivedAtMs: atMs });
  return { id, archivedAtMs: atMs };
}

/** A row that no changeset has made yet; undefined when the op does not hold all that a row needs. */
function makeRow(
  tx: WriteTx,
  profile: ProfileTable,
  { id, fields }: SetOp,
  changesetId: string,
): PutFields {
  const cells = new Map([...fields].map(([field, { value }]) => [field, value]));
  const row = wholeRow(tx, profile, id, cells);
  const lacks = columnsOf(profile).some(([field, column]) => column.notNull && row[field] === null);
  if (lacks) return undefined;
  insertRow(tx, profile, row);
  setFieldToken(tx, { tableName: profile.name, rowId: id, field: '*' }, changesetId);
  return row;
}

function update(tx: WriteTx, profile: ProfileTable, rowId: string, fields: Row): void {
  const { storeId, id } = keyOf(profile);
  tx.orm
    .update(profile.table)
    .set(Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, sql`${value}`])))
    .where(and(eq(storeId, tx.storeId), eq(id, rowId)))
    .run();
  tx.touch(profile.name);
}
