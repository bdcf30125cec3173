import { asc, eq, gt, sql } from 'drizzle-orm';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { changeset, changesetValue, syncMeta } from '../write-path/tables.ts';
import type { PulledChangeset } from './pulled-changeset.ts';

/** The changesets of this register after number `afterN`, at most `limit`, in the shape in which they travel. */
export function listOwnChangesets(
  db: ReadDb,
  afterN: number,
  limit: number,
): readonly PulledChangeset[] {
  const device = ownDevice(db).get()?.deviceId;
  if (device === undefined) throw new Error('a store without its device');
  return changesetsAfter(db)
    .all({ afterN, limit })
    .map((row) => ({ ...row, device, values: valuesOf(db).all({ changesetId: row.id }) }));
}

const ownDevice = prepared((orm) =>
  orm.select({ deviceId: syncMeta.deviceId }).from(syncMeta).where(eq(syncMeta.id, 1)).prepare(),
);

const changesetsAfter = prepared((orm) =>
  orm
    .select({
      id: changeset.id,
      n: changeset.n,
      hlc: changeset.hlc,
      schema: changeset.schema,
      actor: changeset.actor,
      command: changeset.command,
      subject: changeset.subject,
      batchId: changeset.batchId,
      atMs: changeset.atMs,
      ops: changeset.ops,
    })
    .from(changeset)
    .where(gt(changeset.n, sql.placeholder('afterN')))
    .orderBy(asc(changeset.n))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

const valuesOf = prepared((orm) =>
  orm
    .select({
      path: changesetValue.path,
      value: changesetValue.value,
      salt: changesetValue.salt,
    })
    .from(changesetValue)
    .where(eq(changesetValue.changesetId, sql.placeholder('changesetId')))
    .orderBy(asc(changesetValue.path))
    .prepare(),
);
