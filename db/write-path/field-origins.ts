import { and, eq, sql } from 'drizzle-orm';
import { prepared, type ReadDb } from './read-db.ts';
import { changeset, syncFieldToken } from './tables.ts';

/** Which batch last set each field of a row; null where a person did, or another register. */
export interface FieldOrigins {
  /** The batch that set this field last; the row's first changeset stands for fields nobody has set since. */
  batchOf(field: string): string | null;
  /** True when nobody but the batch has set anything. */
  isOnly(batchId: string): boolean;
}

/** Who set the fields of a profile, for an undo that must not take back what came after. */
export function fieldOrigins(db: ReadDb, tableName: string, rowId: string): FieldOrigins {
  const batches = new Map<string, string | null>();
  for (const { field, batchId } of tokensOf(db).all({ tableName, rowId })) {
    batches.set(field, batchId);
  }
  return {
    batchOf: (field) =>
      batches.get(field) ?? (batches.has(field) ? null : batches.get('*')) ?? null,
    isOnly: (batchId) =>
      batches.size > 0 && [...batches.values()].every((each) => each === batchId),
  };
}

const tokensOf = prepared((orm) =>
  orm
    .select({ field: syncFieldToken.field, batchId: changeset.batchId })
    .from(syncFieldToken)
    .leftJoin(changeset, eq(changeset.id, syncFieldToken.token))
    .where(
      and(
        eq(syncFieldToken.tableName, sql.placeholder('tableName')),
        eq(syncFieldToken.rowId, sql.placeholder('rowId')),
      ),
    )
    .prepare(),
);
