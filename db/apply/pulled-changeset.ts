import { z } from 'zod';
import { ok, refuse, type Result } from '#shared/result.ts';
import { MAX_CHANGESET_BYTES, type PersonalValue } from '../write-path/ops.ts';

/** A changeset of another register as the server hands it out. */
export interface PulledChangeset {
  readonly id: string;
  readonly device: string;
  readonly n: number;
  readonly hlc: string;
  readonly schema: number;
  readonly actor: string | null;
  readonly command: string;
  readonly subject: string | null;
  readonly batchId: string | null;
  readonly atMs: number;
  /** The stored JSON text itself, personal values hashed. */
  readonly ops: string;
  /** The personal values with their salts; one that was erased is missing. */
  readonly values: readonly PersonalValue[];
}

/** No page holds more changesets: it must fit a transaction between two sales. */
export const MAX_PAGE_CHANGESETS = 1000;
/** No page is larger, so that its sum stays within one read of the line: the server sends 256 KB, or one changeset. */
export const MAX_PAGE_BYTES = 2 * MAX_CHANGESET_BYTES;

export type PageRefusal =
  | { readonly code: 'PAGE_TOO_LARGE'; readonly changesets: number; readonly bytes: number }
  /** What came is no page of changesets, whatever it is. */
  | { readonly code: 'PAGE_MALFORMED'; readonly at: string };

const text = (max: number) => z.string().min(1).max(max);
const envelope = z.object({
  id: text(64),
  device: text(64),
  n: z.int().min(1),
  hlc: text(64),
  schema: z.int().min(1).max(1_000_000),
  actor: text(64).nullable(),
  command: text(100),
  subject: text(300).nullable(),
  batchId: text(64).nullable(),
  atMs: z.int(),
  ops: z.string(),
  values: z.array(z.object({ path: text(100), value: z.string(), salt: text(100) })),
});

/** Checks that a page is one, and small enough. Nothing in it is trusted before. */
export function readPage(page: unknown): Result<readonly PulledChangeset[], PageRefusal> {
  if (!Array.isArray(page)) return refuse({ code: 'PAGE_MALFORMED', at: '' });
  const changesets = page.length;
  if (changesets > MAX_PAGE_CHANGESETS)
    return refuse({ code: 'PAGE_TOO_LARGE', changesets, bytes: 0 });
  const read: PulledChangeset[] = [];
  let bytes = 0;
  for (const each of page) {
    const parsed = envelope.safeParse(each);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return refuse({
        code: 'PAGE_MALFORMED',
        at: [read.length, ...(issue?.path ?? [])].join('.'),
      });
    }
    bytes += sizeOf(parsed.data);
    read.push(parsed.data);
  }
  return bytes > MAX_PAGE_BYTES ? refuse({ code: 'PAGE_TOO_LARGE', changesets, bytes }) : ok(read);
}

function sizeOf({ ops, values }: PulledChangeset): number {
  return values.reduce((sum, { value }) => sum + Buffer.byteLength(value), Buffer.byteLength(ops));
}
