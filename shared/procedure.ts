import { eventIterator, oc, type Schema } from '@orpc/contract';
import type { z } from 'zod';
import type { Refusal, Result } from './result.ts';
import type { Permission } from './staff/permissions.ts';
import type { WriteRefusal } from './write-refusal.ts';

/** Who may call: anyone at the window, anyone signed in, or holders of a permission. */
export type Access = 'anyone' | 'signedIn' | Permission;

/** What the router must know of a procedure before it runs: who may call it, and whether its answer may be a refusal. */
export interface ProcedureMeta {
  readonly access: Access;
  /** A command answers with a `Result`; the others with what they found. */
  readonly kind: 'command' | 'query' | 'ask';
}

const base = oc.$meta<ProcedureMeta>({ access: 'signedIn', kind: 'ask' }).errors({
  NOT_SIGNED_IN: {},
  FORBIDDEN: { data: trusted<{ readonly permission: Permission }>() },
  STORE_NOT_OPEN: {},
});

/** A command changes the store. Its answer is a value, or a coded refusal with nothing stored. */
export function command<Input extends z.ZodType>(access: Access, input: Input) {
  return base.meta({ access, kind: 'command' }).input(input);
}

/** A query reads the store through the reader's own connection, so that it never delays a sale. */
export function query<Input extends z.ZodType>(access: Access, input: Input) {
  return base.meta({ access, kind: 'query' }).input(input);
}

/** A question about the running program itself (who is signed in, what state the store is in), answered beside the commands. */
export function ask<Input extends z.ZodType>(access: Access, input: Input) {
  return base.meta({ access, kind: 'ask' }).input(input);
}

/** The output of a command, with what the write path itself may refuse: the store is trusted, so it is a type and not a check. */
export function answer<Value, R extends Refusal>(): Schema<
  Result<Value, R | WriteRefusal>,
  Result<Value, R | WriteRefusal>
> {
  return trusted<Result<Value, R | WriteRefusal>>();
}

/** The output of a query. */
export function found<Value>(): Schema<Value, Value> {
  return trusted<Value>();
}

/** A live stream of events. */
export function live<Event>() {
  return eventIterator(trusted<Event>());
}

function trusted<Value>(): Schema<Value, Value> {
  return {
    '~standard': { vendor: 'store', version: 1, validate: (value) => ({ value: value as Value }) },
  };
}
