import { and, asc, eq, min, sql } from 'drizzle-orm';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { changeset, changesetValue, syncUnknownOp } from '../write-path/tables.ts';
import type { WriteTx } from '../write-path/write-tx.ts';
import type { PulledChangeset } from './pulled-changeset.ts';
import { rawOps } from './pulled-op.ts';

/** An op of which something could not be put in, and the columns that could. */
export interface KeptOp {
  readonly position: number;
  readonly putIn: readonly string[];
}

/**
 * I11: keeps ops that cannot be put in, with their personal values where an erasure finds them: of a newer schema, facts
 * that differ from the one here, or a changeset that is put aside whole (`all`). `replayKept` tries them again with each
 * program that opens the store.
 */
export function keepOps(
  tx: WriteTx,
  { id: changesetId, ops, values }: Pick<PulledChangeset, 'id' | 'ops' | 'values'>,
  keep: readonly KeptOp[] | 'all',
  nowMs: number,
): void {
  const raw = rawOps(ops)?.map((op) => JSON.stringify(op)) ?? [ops];
  const kept = keep === 'all' ? [...raw.keys()].map((position) => ({ position, putIn: [] })) : keep;
  if (kept.length === 0) return;
  const arrival = (newestArrival(tx).get()?.arrival ?? 0) + 1;
  for (const { position, putIn } of kept)
    insertOp(tx).run({
      changesetId,
      position,
      op: raw[position] ?? '',
      receivedAtMs: nowMs,
      arrival,
      putIn: JSON.stringify(putIn),
    });
  const positions = new Set(kept.map(({ position }) => position));
  for (const { path, value, salt } of values)
    if (positions.has(Number.parseInt(path, 10)))
      insertValue(tx).run({ changesetId, path, value, salt });
  tx.touch('sync_unknown_op');
}

/** The changesets of which something is kept, in the order in which they came. */
export function listKeptChangesets(db: ReadDb): readonly string[] {
  return keptChangesets(db)
    .all()
    .map(({ changesetId }) => changesetId);
}

/** What is kept of a changeset: the ops as they came, and their personal values. */
export function readKept(db: ReadDb, changesetId: string) {
  return {
    ops: keptOps(db)
      .all({ changesetId })
      .map(({ putIn, ...row }) => ({ ...row, putIn: JSON.parse(putIn) as readonly string[] })),
    values: keptValues(db).all({ changesetId }),
  };
}

/** Notes what else of an op went in. */
export function noteKept(tx: WriteTx, changesetId: string, { position, putIn }: KeptOp): void {
  setPutIn(tx).run({ changesetId, position, putIn: JSON.stringify(putIn) });
}

/** Forgets an op that went in whole. Its personal values stand in its row now; those of an own changeset stay. */
export function forgetKept(tx: WriteTx, changesetId: string, position: number): void {
  deleteOp(tx).run({ changesetId, position });
  deleteValues(tx).run({ changesetId, path: `${position}.%` });
  tx.touch('sync_unknown_op');
}

const ofChangeset = eq(syncUnknownOp.changesetId, sql.placeholder('changesetId'));
const atPosition = and(ofChangeset, eq(syncUnknownOp.position, sql.placeholder('position')));

const newestArrival = prepared((orm) =>
  orm
    .select({ arrival: sql<number>`coalesce(max(${syncUnknownOp.arrival}), 0)` })
    .from(syncUnknownOp)
    .prepare(),
);

const keptChangesets = prepared((orm) =>
  orm
    .select({ changesetId: syncUnknownOp.changesetId })
    .from(syncUnknownOp)
    .groupBy(syncUnknownOp.changesetId)
    .orderBy(asc(min(syncUnknownOp.arrival)), asc(syncUnknownOp.changesetId))
    .prepare(),
);

const keptOps = prepared((orm) =>
  orm
    .select({
      position: syncUnknownOp.position,
      op: syncUnknownOp.op,
      putIn: syncUnknownOp.putIn,
    })
    .from(syncUnknownOp)
    .where(ofChangeset)
    .orderBy(asc(syncUnknownOp.position))
    .prepare(),
);

const keptValues = prepared((orm) =>
  orm
    .select({
      path: changesetValue.path,
      value: changesetValue.value,
      salt: changesetValue.salt,
    })
    .from(changesetValue)
    .where(eq(changesetValue.changesetId, sql.placeholder('changesetId')))
    .prepare(),
);

const insertOp = prepared((orm) =>
  orm
    .insert(syncUnknownOp)
    .values({
      changesetId: sql.placeholder('changesetId'),
      position: sql.placeholder('position'),
      op: sql.placeholder('op'),
      receivedAtMs: sql.placeholder('receivedAtMs'),
      arrival: sql.placeholder('arrival'),
      putIn: sql.placeholder('putIn'),
    })
    .onConflictDoNothing()
    .prepare(),
);

const insertValue = prepared((orm) =>
  orm
    .insert(changesetValue)
    .values({
      changesetId: sql.placeholder('changesetId'),
      path: sql.placeholder('path'),
      value: sql.placeholder('value'),
      salt: sql.placeholder('salt'),
    })
    .onConflictDoNothing()
    .prepare(),
);

const setPutIn = prepared((orm) =>
  orm
    .update(syncUnknownOp)
    .set({ putIn: sql`${sql.placeholder('putIn')}` })
    .where(atPosition)
    .prepare(),
);

const deleteOp = prepared((orm) => orm.delete(syncUnknownOp).where(atPosition).prepare());

const deleteValues = prepared((orm) =>
  orm
    .delete(changesetValue)
    .where(
      and(
        eq(changesetValue.changesetId, sql.placeholder('changesetId')),
        sql`${changesetValue.path} like ${sql.placeholder('path')}`,
        sql`not exists (select 1 from ${changeset} where ${changeset.id} = ${changesetValue.changesetId})`,
      ),
    )
    .prepare(),
);
