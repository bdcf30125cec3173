/** Carries an API between the page's own world and the preload's isolated world, as contextBridge does. */
export interface WorldBridge {
  /** A description of `value` that the other world can build; functions and promises stay here and are called. */
  describe(value: unknown): unknown;
  build(description: unknown): unknown;
  /** Tells the other world something outside the API (`expose`, `open-window`). */
  tell(topic: string, detail: unknown): void;
  hear(topic: string, listener: (detail: never) => void): void;
}

/**
 * The two worlds share the DOM but no JavaScript object. They talk by synchronous events on `window` under a
 * name only they know; Blink clones an event's detail between worlds, so no reference can leak across.
 *
 * This function is sent to pages as text: it must not refer to anything outside itself.
 */
export function createWorldBridge(secretName: string, here: string, there: string): WorldBridge {
  interface Description {
    readonly kind: string;
    readonly value?: unknown;
    readonly id?: number;
  }
  interface Outcome {
    readonly id: number;
    readonly failed: boolean;
    readonly value: unknown;
  }
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const knownFunctions = new Map<(...args: unknown[]) => unknown, number>();
  const promises = new Map<number, PromiseWithResolvers<unknown>>();
  const returned = new Map<number, Outcome>();
  let lastId = 0;

  const tell = (topic: string, detail: unknown): void => {
    window.dispatchEvent(new CustomEvent(`${secretName}:${there}:${topic}`, { detail }));
  };
  const hear = (topic: string, listener: (detail: never) => void): void => {
    window.addEventListener(`${secretName}:${here}:${topic}`, (event) => {
      listener((event as CustomEvent).detail as never);
    });
  };

  const isPlain = (value: object): boolean => {
    const above: unknown = Object.getPrototypeOf(value);
    return above === Object.prototype || above === null;
  };
  const describeFunction = (fn: (...args: unknown[]) => unknown): Description => {
    const id = knownFunctions.get(fn) ?? ++lastId;
    knownFunctions.set(fn, id);
    functions.set(id, fn);
    return { kind: 'function', id };
  };
  const describePromise = (promise: Promise<unknown>): Description => {
    const id = ++lastId;
    promise.then(
      (value) => tell('settled', { id, failed: false, value: describe(value) }),
      (error: unknown) => tell('settled', { id, failed: true, value: describe(error) }),
    );
    return { kind: 'promise', id };
  };
  const describe = (value: unknown): Description => {
    if (typeof value === 'function')
      return describeFunction(value as (...args: unknown[]) => unknown);
    if (value instanceof Promise) return describePromise(value);
    if (value instanceof Error)
      return { kind: 'error', value: { name: value.name, message: value.message } };
    if (Array.isArray(value)) return { kind: 'list', value: value.map(describe) };
    if (value === null || typeof value !== 'object' || !isPlain(value))
      return { kind: 'clone', value };
    return {
      kind: 'object',
      value: Object.entries(value).map(([key, item]) => [key, describe(item)]),
    };
  };

  const callThere = (fn: number, args: readonly unknown[]): unknown => {
    const id = ++lastId;
    tell('call', { id, fn, args: args.map(describe) });
    const outcome = returned.get(id);
    returned.delete(id);
    const value = build(outcome?.value);
    if (outcome?.failed) throw value;
    return value;
  };
  const build = (description: unknown): unknown => {
    const { kind, value, id = 0 } = description as Description;
    if (kind === 'function') return (...args: unknown[]) => callThere(id, args);
    if (kind === 'list') return Object.freeze((value as unknown[]).map(build));
    if (kind === 'object')
      return Object.freeze(
        Object.fromEntries((value as [string, unknown][]).map(([key, item]) => [key, build(item)])),
      );
    if (kind === 'promise') {
      const promise = Promise.withResolvers<unknown>();
      promises.set(id, promise);
      return promise.promise;
    }
    if (kind === 'error')
      return Object.assign(new Error((value as Error).message), { name: (value as Error).name });
    return value;
  };

  hear('call', ({ id, fn, args }: { id: number; fn: number; args: unknown[] }) => {
    try {
      tell('returned', {
        id,
        failed: false,
        value: describe(functions.get(fn)?.(...args.map(build))),
      });
    } catch (error) {
      tell('returned', { id, failed: true, value: describe(error) });
    }
  });
  hear('returned', (outcome: Outcome) => void returned.set(outcome.id, outcome));
  hear('settled', ({ id, failed, value }: Outcome) => {
    const promise = promises.get(id);
    promises.delete(id);
    if (failed) promise?.reject(build(value));
    else promise?.resolve(build(value));
  });
  return { describe, build, tell, hear };
}
