import { z } from 'zod';
import { ok, refuse, type Result } from '#shared/result.ts';
import { personalHash, type PersonalValue } from '../write-path/ops.ts';
import type { PulledChangeset } from './pulled-changeset.ts';

const opValue = z.union([
  z.string(),
  z.int(),
  z.null(),
  z.object({ h: z.string().max(100) }).strict(),
]);
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/);
const rowId = z.string().min(1).max(100);
const fact = z.object({
  op: z.literal('fact'),
  table: name,
  row: z.object({ id: rowId }).catchall(opValue),
});
const set = z.object({
  op: z.literal('set'),
  table: name,
  id: rowId,
  fields: z.record(name, z.tuple([opValue, z.string().max(64).nullable()])),
});
const archive = z.object({ op: z.literal('archive'), table: name, id: rowId, atMs: z.int() });
const knownOp = z.discriminatedUnion('op', [fact, set, archive]);
const anyOp = z.looseObject({ op: z.string() });

/** A value as it goes into a row. `undefined` where it was erased. */
export type PulledCell = string | number | null | undefined;

export type PulledOp =
  | {
      readonly op: 'fact';
      readonly position: number;
      readonly table: string;
      readonly id: string;
      readonly row: ReadonlyMap<string, PulledCell>;
    }
  | {
      readonly op: 'set';
      readonly position: number;
      readonly table: string;
      readonly id: string;
      readonly fields: ReadonlyMap<
        string,
        { readonly value: PulledCell; readonly base: string | null }
      >;
    }
  | {
      readonly op: 'archive';
      readonly position: number;
      readonly table: string;
      readonly id: string;
      readonly atMs: number;
    }
  /** A kind of op that this program does not know. */
  | { readonly op: 'unknown'; readonly position: number };

/** Why a changeset is put aside whole. */
export type AsideProblem =
  /** Its ops are no ops. */
  | 'MALFORMED'
  /** A personal value does not fit its hash. */
  | 'VALUE_DIFFERS'
  /** A row of it does not fit into its table. */
  | 'DOES_NOT_FIT';

/** The ops of a changeset with their personal values in place, each checked against the hash that stands for it. */
export function readOps(
  changeset: PulledChangeset,
): Result<readonly PulledOp[], { readonly code: AsideProblem }> {
  const raw = rawOps(changeset.ops);
  if (!raw) return refuse({ code: 'MALFORMED' });
  const values = new Map(changeset.values.map((each) => [each.path, each]));
  const ops: PulledOp[] = [];
  for (const [position, each] of raw.entries()) {
    const op = readOp(each, position, values);
    if (!op.ok) return op;
    ops.push(op.value);
  }
  return ok(ops);
}

/** One op of a changeset, by its position, with its personal values in place. */
export function readOp(
  raw: { readonly op: string },
  position: number,
  values: ReadonlyMap<string, PersonalValue>,
): Result<PulledOp, { readonly code: AsideProblem }> {
  const known = knownOp.safeParse(raw);
  if (!known.success)
    return isOneOfOurs(raw) ? refuse({ code: 'MALFORMED' }) : ok({ op: 'unknown', position });
  const op = opened(known.data, position, values);
  return op ? ok(op) : refuse({ code: 'VALUE_DIFFERS' });
}

/** The ops as plain data; undefined when the text is not a list of them. */
export function rawOps(ops: string): readonly { readonly op: string }[] | undefined {
  try {
    const parsed = z.array(anyOp).safeParse(JSON.parse(ops));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

const isOneOfOurs = ({ op }: { readonly op: string }) => ['fact', 'set', 'archive'].includes(op);

function opened(
  op: z.infer<typeof knownOp>,
  position: number,
  values: ReadonlyMap<string, PersonalValue>,
): PulledOp | undefined {
  if (op.op === 'archive') return { ...op, position };
  const sealed = op.op === 'fact' ? op.row : firsts(op.fields);
  const cells = new Map<string, PulledCell>();
  for (const [column, value] of Object.entries(sealed)) {
    const cell = unsealed(value, values.get(`${position}.${column}`));
    if (cell === false) return undefined;
    cells.set(column, cell);
  }
  const { table } = op;
  if (op.op === 'fact') return { op: 'fact', position, table, id: op.row.id, row: cells };
  const fields = new Map(
    Object.entries(op.fields).map(([field, [, base]]) => [
      field,
      { value: cells.get(field), base },
    ]),
  );
  return { op: 'set', position, table, id: op.id, fields };
}

type SealedValue = z.infer<typeof opValue>;

function firsts(
  fields: Readonly<Record<string, readonly [SealedValue, string | null]>>,
): Record<string, SealedValue> {
  return Object.fromEntries(Object.entries(fields).map(([field, [value]]) => [field, value]));
}

/** False where the value is not the one that was hashed. */
function unsealed(value: SealedValue, personal: PersonalValue | undefined): PulledCell | false {
  if (value === null || typeof value !== 'object') return value;
  if (!personal) return undefined;
  return personalHash(personal.salt, personal.value) === value.h && personal.value;
}
