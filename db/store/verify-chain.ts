import { CHAIN_START, changesetHash } from '../write-path/ops.ts';
import type { Sqlite } from './open-database.ts';

interface LoggedChangeset {
  readonly n: number;
  readonly id: string;
  readonly prevHash: string;
  readonly hash: string;
  readonly hlc: string;
  readonly schema: number;
  readonly actor: string | null;
  readonly command: string;
  readonly subject: string | null;
  readonly batchId: string | null;
  readonly atMs: number;
  readonly ops: string;
}

/** A4: walks the log from its first changeset and answers the number of the first that does not follow; undefined when all do. */
export function findBrokenChain(db: Sqlite): number | undefined {
  const rows = db
    .prepare(
      `select n, id, prev_hash as prevHash, hash, hlc, schema, actor, command, subject, batch_id as batchId, at_ms as atMs, ops
       from changeset order by n`,
    )
    .iterate() as IterableIterator<LoggedChangeset>;
  let expected = { n: 1, hash: CHAIN_START };
  for (const row of rows) {
    const follows =
      row.n === expected.n &&
      row.prevHash === expected.hash &&
      changesetHash(row.prevHash, row) === row.hash;
    if (!follows) return expected.n;
    expected = { n: row.n + 1, hash: row.hash };
  }
  return undefined;
}
