import { createHash } from 'node:crypto';

/** One change inside a changeset, as it travels. Values of personal columns are `{ h }`, the hash of salt and value. */
export type Op =
  | { readonly op: 'fact'; readonly table: string; readonly row: Readonly<Record<string, OpValue>> }
  | {
      readonly op: 'set';
      readonly table: string;
      readonly id: string;
      /** Field → value and the changeset that set it last (null: never). */
      readonly fields: Readonly<Record<string, readonly [OpValue, string | null]>>;
    }
  | { readonly op: 'archive'; readonly table: string; readonly id: string; readonly atMs: number };

export type OpValue = string | number | null | { readonly h: string };

/** A personal value, kept apart from the log. */
export interface PersonalValue {
  readonly path: string;
  readonly value: string;
  readonly salt: string;
}

/** No changeset is larger (docs/rules.md, The log): it must fit a request and a transaction on the server. */
export const MAX_CHANGESET_BYTES = 256 * 1024;

/** What stands in the log for a personal value: SHA-256 over salt and value, both of which can be erased. */
export function personalHash(salt: string, value: string): string {
  return createHash('sha256').update(salt).update('|').update(value).digest('base64url');
}

/** The parts of a changeset that its hash covers, in the order in which they are hashed. */
export interface ChangesetBody {
  readonly n: number;
  readonly id: string;
  readonly hlc: string;
  readonly schema: number;
  readonly actor: string | null;
  readonly command: string;
  readonly subject: string | null;
  readonly batchId: string | null;
  readonly atMs: number;
  /** The stored JSON text itself: hashing the text and not its meaning leaves no room for two spellings. */
  readonly ops: string;
}

/** A4: chains a changeset to the one before it. Lengths are hashed too, so that no two bodies run into one text. */
export function changesetHash(prevHash: string, body: ChangesetBody): string {
  const parts = [
    prevHash,
    String(body.n),
    body.id,
    body.hlc,
    String(body.schema),
    body.actor ?? '',
    body.command,
    body.subject ?? '',
    body.batchId ?? '',
    String(body.atMs),
    body.ops,
  ];
  return createHash('sha256')
    .update(parts.map((part) => `${part.length}:${part}`).join(''))
    .digest('hex');
}

/** The hash before the first changeset. */
export const CHAIN_START = '0'.repeat(64);
