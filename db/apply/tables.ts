import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Local: what the server decided for a field whose own change here still waits to be sent. */
export const syncFieldPending = sqliteTable(
  'sync_field_pending',
  {
    tableName: text('table_name').notNull(),
    rowId: text('row_id').notNull(),
    field: text('field').notNull(),
    /** JSON of the value. */
    serverValue: text('server_value').notNull(),
    serverToken: text('server_token').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tableName, table.rowId, table.field] })],
);
