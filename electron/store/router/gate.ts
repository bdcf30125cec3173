import { implement } from '@orpc/server';
import { isDiskError, isDiskFull } from '#db/write-path/writer.ts';
import { contract } from '#shared/contract.ts';
import { refuse } from '#shared/result.ts';
import type { Session } from '#shared/staff/contract.ts';
import { mayDo } from '#shared/staff/permissions.ts';
import type { QueryInput, QueryOutput, QueryPath, Viewer } from '../reader/queries.ts';
import type { CallContext } from './call-context.ts';

/** What a handler is given besides its input: the store, the window, and who is signed in there. */
export interface GatedContext extends CallContext {
  readonly session: Session | null;
}

/** The state of the store in which a procedure makes sense: these two groups are there to change it. */
const WORKS_WHILE_CLOSED = new Set(['system', 'backups']);

const base = implement(contract).$context<CallContext>();

/**
 * A3: the one gate in front of every procedure. It reads who may call from the contract and never from the page:
 * no session, no call; no right, no call; no open store, only what can open one. Input is parsed after it.
 */
const gate = base.middleware(({ context, path, procedure, errors, next }) => {
  const { access } = procedure['~orpc'].meta;
  const { store, callerId } = context;
  if (!WORKS_WHILE_CLOSED.has(path[0] ?? '') && store.state.state !== 'ready')
    throw errors.STORE_NOT_OPEN();
  const session = store.sessions.current(callerId) ?? null;
  if (access !== 'anyone') {
    if (!session) throw errors.NOT_SIGNED_IN();
    if (access !== 'signedIn' && !mayDo(session.roles, access))
      throw errors.FORBIDDEN({ data: { permission: access } });
  }
  return next({ context: { session } });
});

/**
 * A command whose disk refused is answered in words like any other refusal: nothing is stored, and what was typed stays
 * on the screen. Everything else that throws goes on to the one place that reports bugs.
 */
const answerDiskFailures = base.middleware(async ({ procedure, next }, _input, output) => {
  try {
    return await next();
  } catch (error) {
    if (procedure['~orpc'].meta.kind !== 'command' || !isDiskError(error)) throw error;
    return output(
      refuse({ code: 'NOT_SAVED', reason: isDiskFull(error) ? 'DISK_FULL' : 'DISK_FAILED' }),
    );
  }
});

/** The contract with the gate before it. Handlers hang on this and on nothing else. */
export const gated = base.use(answerDiskFailures).use(gate);

/** A handler that hands the question to the reader's thread. */
export function fromReader<Path extends QueryPath>(path: Path) {
  return ({
    input,
    context,
  }: {
    readonly input: QueryInput<Path>;
    readonly context: GatedContext;
  }): Promise<QueryOutput<Path>> => context.store.reader.query(path, input, viewerOf(context));
}

function viewerOf({ store, session }: GatedContext): Viewer {
  const { registerId, registerNumber, series } = store.shop.register;
  return {
    staffId: session?.staffId ?? '',
    roles: session?.roles ?? [],
    register: { registerId, registerNumber, series },
    demo: store.boot.demo,
    nowMs: store.now(),
  };
}

/** Who is signed in; the gate has let only such a call through. */
export function sessionOf({ session }: GatedContext): Session {
  if (!session) throw new Error('the gate let a call without a session through');
  return session;
}
