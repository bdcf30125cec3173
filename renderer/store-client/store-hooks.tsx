import type { Refusal, Result } from '#shared/result.ts';
import type { CommandId } from '#shared/ids.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  use,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { v7 } from 'uuid';
import { createAttempts } from './attempt.ts';
import { followChanges, forgetOutdated, storeKey } from './changed-tables.ts';
import type { LinkState } from './connection.ts';
import { failureOf, isDefinite, type Failure } from './failure.ts';
import type { Store, StoreClient } from './store-client.ts';

const ClientContext = createContext<StoreClient | undefined>(undefined);

export interface StoreProviderProps {
  readonly client: StoreClient;
  readonly children: ReactNode;
}

/** Gives the store to the screens and keeps what they have read fresh. */
export function StoreProvider({ client, children }: StoreProviderProps) {
  const cache = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    void followChanges(client, cache, stop.signal);
    const forgetNoMore = forgetOutdated(cache);
    return () => {
      stop.abort();
      forgetNoMore();
    };
  }, [client, cache]);
  return <ClientContext value={client}>{children}</ClientContext>;
}

function useClient(): StoreClient {
  const client = use(ClientContext);
  if (!client) throw new Error('no StoreProvider above');
  return client;
}

export function useStore(): Store {
  return useClient().store;
}

/** Whether the store can be reached at this moment. */
export function useLinkState(): LinkState {
  const { connection } = useClient();
  return useSyncExternalStore(connection.subscribe, connection.state);
}

export interface StoreQuery<Value> {
  /** Names the question with its arguments. */
  readonly key: readonly unknown[];
  /** Tables the answer is read from: a commit that touches one of them asks again. None: any commit does. */
  readonly tables: readonly string[];
  readonly read: (store: Store, signal: AbortSignal) => Promise<Value>;
  /** False: not now (nothing typed yet). */
  readonly enabled?: boolean;
  /** Keeps the last answer in sight while a changed question is being answered. */
  readonly keepLast?: boolean;
}

export interface StoreAnswer<Value> {
  /** Undefined until the first answer. */
  readonly data: Value | undefined;
  /** No answer to show yet. */
  readonly pending: boolean;
  readonly failure: Failure | undefined;
  /** Asks again: the button beside a failure. */
  readonly again: () => void;
}

/** Reads from the store, and again whenever what it read has changed. */
export function useStoreQuery<Value>(question: StoreQuery<Value>): StoreAnswer<Value> {
  const store = useStore();
  const { data, error, refetch } = useQuery({
    queryKey: storeKey(question.tables, question.key),
    queryFn: async ({ signal }) => ({ value: await question.read(store, signal) }),
    enabled: question.enabled ?? true,
  });
  const [last, setLast] = useState(data);
  if (data !== undefined && data !== last) setLast(data);
  const shown = data ?? (question.keepLast === true ? last : undefined);
  return {
    data: shown?.value,
    pending: shown === undefined && error === null && question.enabled !== false,
    failure: error === null ? undefined : failureOf(error),
    again: () => void refetch(),
  };
}

export interface CommandState<Input, Value, R extends Refusal> {
  /**
   * Runs it. Undefined when it is already running (a double tap) or failed; the refusal and the failure stay readable
   * beside it until the next run.
   */
  readonly run: (input: Input) => Promise<Result<Value, R> | undefined>;
  readonly pending: boolean;
  readonly refusal: R | undefined;
  readonly failure: Failure | undefined;
  /** Forgets refusal and failure. */
  readonly reset: () => void;
}

export interface CommandOptions<Input> {
  /**
   * What makes two runs the same attempt, after a failure that left it open whether the first was done. Left out: the
   * whole input. For a sale it is the sale's id: its tenders may be typed anew, the money must not be taken twice.
   */
  readonly attemptKey?: (input: Input) => string;
}

/** A change asked of the store: one at a time, done once however often it is tried. */
export function useCommand<Input, Value, R extends Refusal>(
  ask: (store: Store, input: Input, commandId: CommandId) => Promise<Result<Value, R>>,
  options: CommandOptions<Input> = {},
): CommandState<Input, Value, R> {
  const store = useStore();
  const [state, setState] = useState<{ pending: boolean; refusal?: R; failure?: Failure }>({
    pending: false,
  });
  const [attempts] = useState(() => createAttempts(v7));
  const running = useRef(false);
  const run = async (input: Input): Promise<Result<Value, R> | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    setState({ pending: true });
    const key = options.attemptKey?.(input) ?? JSON.stringify(input);
    try {
      const answer = await ask(store, input, attempts.idFor(key));
      attempts.settle();
      setState(answer.ok ? { pending: false } : { pending: false, refusal: answer.refusal });
      return answer;
    } catch (error) {
      const failure = failureOf(error);
      if (isDefinite(failure)) attempts.settle();
      setState({ pending: false, failure });
      return undefined;
    } finally {
      running.current = false;
    }
  };
  return {
    run,
    pending: state.pending,
    refusal: state.refusal,
    failure: state.failure,
    reset: () => setState({ pending: false }),
  };
}
