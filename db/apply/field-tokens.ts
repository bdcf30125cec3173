import { and, eq, sql } from 'drizzle-orm';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import type { Op } from '../write-path/ops.ts';
import { changeset, syncFieldToken } from '../write-path/tables.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import type { Cell } from './known-tables.ts';
import { syncFieldPending } from './tables.ts';

/** One field of one row. */
export interface FieldPlace {
  readonly tableName: string;
  readonly rowId: string;
  readonly field: string;
}

/** The changeset that set each field of a row last; `*` stands for the fields that nobody has set since the first. */
export function fieldTokens(
  db: ReadDb,
  tableName: string,
  rowId: string,
): ReadonlyMap<string, string> {
  const rows = tokensOf(db).all({ tableName, rowId });
  return new Map(rows.map(({ field, token }) => [field, token]));
}

/**
 * Where a decided value stands to the field as it is here:
 * - `applied`: it is the value here
 * - `underneath`: the pending value here was typed over it
 * - `pending`: a value typed here, and not sent yet, stays in view
 * - `due`: it is to be put in
 */
export function whereAbouts(
  db: ReadDb,
  place: FieldPlace,
  token: string | null,
  base: string | null,
  changesetId: string,
): 'applied' | 'underneath' | 'pending' | 'due' {
  if (token === changesetId) return 'applied';
  // A value set on top of ours is later than ours, even while nobody has told us that ours arrived.
  if (token === base || token === null) return 'due';
  const under = underPending(db, place, token);
  if (under === undefined) return 'due';
  return under === changesetId ? 'underneath' : 'pending';
}

/** The last decided token under a chain of changes that wait to be sent; undefined when none of them waits. */
function underPending(db: ReadDb, place: FieldPlace, token: string): string | null | undefined {
  let waiting = pendingOps(db).get({ id: token });
  if (!waiting) return undefined;
  for (;;) {
    const under = baseIn(JSON.parse(waiting.ops) as readonly Op[], place);
    waiting = under === null ? undefined : pendingOps(db).get({ id: under });
    if (!waiting) return under;
  }
}

/** What a changeset found under a field: by its first op on it, because later ones name the changeset itself. */
function baseIn(ops: readonly Op[], { tableName, rowId, field }: FieldPlace): string | null {
  const set = ops.find(
    (op) => op.op === 'set' && op.table === tableName && op.id === rowId && field in op.fields,
  );
  return set?.op === 'set' ? (set.fields[field]?.[1] ?? null) : null;
}

/** Notes which changeset set the field: the base token of the next change. */
export function setFieldToken(tx: WriteTx, place: FieldPlace, token: string): void {
  putToken(tx).run({ ...place, token });
}

/** Keeps what the server decided under a value that waits to be sent. */
export function keepDecided(tx: WriteTx, place: FieldPlace, value: Cell, token: string): void {
  putDecided(tx).run({ ...place, serverValue: JSON.stringify(value), serverToken: token });
  tx.touch('sync_field_pending');
}

/** Forgets it: the field has a decided value in view again, or the pending one was typed over this very value. */
export function dropDecided(tx: WriteTx, place: FieldPlace): void {
  removeDecided(tx).run({ ...place });
}

const samePlace = (table: typeof syncFieldToken | typeof syncFieldPending) =>
  and(
    eq(table.tableName, sql.placeholder('tableName')),
    eq(table.rowId, sql.placeholder('rowId')),
    eq(table.field, sql.placeholder('field')),
  );

const tokensOf = prepared((orm) =>
  orm
    .select({ field: syncFieldToken.field, token: syncFieldToken.token })
    .from(syncFieldToken)
    .where(
      and(
        eq(syncFieldToken.tableName, sql.placeholder('tableName')),
        eq(syncFieldToken.rowId, sql.placeholder('rowId')),
      ),
    )
    .prepare(),
);

const pendingOps = prepared((orm) =>
  orm
    .select({ ops: changeset.ops })
    .from(changeset)
    .where(and(eq(changeset.id, sql.placeholder('id')), eq(changeset.state, 'pending')))
    .prepare(),
);

const place = {
  tableName: sql.placeholder('tableName'),
  rowId: sql.placeholder('rowId'),
  field: sql.placeholder('field'),
};

const putToken = prepared((orm) =>
  orm
    .insert(syncFieldToken)
    .values({ ...place, token: sql.placeholder('token') })
    .onConflictDoUpdate({
      target: [syncFieldToken.tableName, syncFieldToken.rowId, syncFieldToken.field],
      set: { token: sql`excluded.token` },
    })
    .prepare(),
);

const putDecided = prepared((orm) =>
  orm
    .insert(syncFieldPending)
    .values({
      ...place,
      serverValue: sql.placeholder('serverValue'),
      serverToken: sql.placeholder('serverToken'),
    })
    .onConflictDoUpdate({
      target: [syncFieldPending.tableName, syncFieldPending.rowId, syncFieldPending.field],
      set: { serverValue: sql`excluded.server_value`, serverToken: sql`excluded.server_token` },
    })
    .prepare(),
);

const removeDecided = prepared((orm) =>
  orm.delete(syncFieldPending).where(samePlace(syncFieldPending)).prepare(),
);
