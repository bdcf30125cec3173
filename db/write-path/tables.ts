import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The log: one row per command that changed the shop, hash-chained. It is also the audit record. */
export const changeset = sqliteTable('changeset', {
  n: integer('n').primaryKey(),
  id: text('id').notNull().unique(),
  prevHash: text('prev_hash').notNull(),
  hash: text('hash').notNull(),
  hlc: text('hlc').notNull(),
  schema: integer('schema').notNull(),
  actor: text('actor'),
  command: text('command').notNull(),
  subject: text('subject'),
  batchId: text('batch_id'),
  ops: text('ops').notNull(),
  bytes: integer('bytes').notNull(),
  inputHash: text('input_hash').notNull(),
  answer: text('answer').notNull(),
  atMs: integer('at_ms').notNull(),
  state: text('state', { enum: ['pending', 'acked', 'quarantined', 'resolved'] }).notNull(),
  ackedSeq: integer('acked_seq'),
  code: text('code'),
  message: text('message'),
});

/** Personal values of changesets, apart, so that they can be erased without breaking the chain. */
export const changesetValue = sqliteTable(
  'changeset_value',
  {
    changesetId: text('changeset_id').notNull(),
    path: text('path').notNull(),
    value: text('value').notNull(),
    salt: text('salt').notNull(),
  },
  (table) => [primaryKey({ columns: [table.changesetId, table.path] })],
);

/** The changeset that last set a field: the base token of the next change. */
export const syncFieldToken = sqliteTable(
  'sync_field_token',
  {
    tableName: text('table_name').notNull(),
    rowId: text('row_id').notNull(),
    field: text('field').notNull(),
    token: text('token').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tableName, table.rowId, table.field] })],
);

/** Who this register is, and how far it has talked with the server. One row. */
export const syncMeta = sqliteTable('sync_meta', {
  id: integer('id').primaryKey(),
  storeId: text('store_id').notNull(),
  deviceId: text('device_id').notNull(),
  registerId: text('register_id').notNull(),
  registerNumber: integer('register_number').notNull(),
  series: integer('series').notNull(),
  nonce: text('nonce').notNull(),
  epoch: text('epoch'),
  cursor: integer('cursor').notNull(),
  cursorChain: text('cursor_chain'),
  serverOffsetMs: integer('server_offset_ms'),
  /** When the server's newest was last heard; null while the store was never connected. */
  pulledAtMs: integer('pulled_at_ms'),
});

/** The last number given out, per kind and series of this register. */
export const numberSeries = sqliteTable(
  'number_series',
  {
    kind: text('kind').notNull(),
    series: integer('series').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.series] })],
);

/** Local: ops of a newer schema, kept until this program knows them. */
export const syncUnknownOp = sqliteTable(
  'sync_unknown_op',
  {
    changesetId: text('changeset_id').notNull(),
    position: integer('position').notNull(),
    op: text('op').notNull(),
    receivedAtMs: integer('received_at_ms').notNull(),
    /** The same for all ops of a changeset; of two changesets the one that came later has more. */
    arrival: integer('arrival').notNull(),
    /** JSON: the columns that were put in when it came. */
    putIn: text('put_in').notNull(),
  },
  (table) => [primaryKey({ columns: [table.changesetId, table.position] })],
);
