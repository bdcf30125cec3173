import { describe, expect, it } from 'vitest';
import { keepConnected } from './connection.ts';
import type { StorePort } from './store-port.ts';

/** A store whose port opens or fails as told, and a clock that only notes how long it was asked to wait. */
function aStore() {
  const waits: number[] = [];
  const ports: { readonly drop: () => void }[] = [];
  let next = Promise.withResolvers<boolean>();
  const open = async (): Promise<StorePort> => {
    const opens = await next.promise;
    next = Promise.withResolvers();
    if (!opens) throw new Error('no store');
    const ended: (() => void)[] = [];
    const drop = () => ended.forEach((listener) => listener());
    ports.push({ drop });
    return {
      postMessage: () => undefined,
      onMessage: { addListener: () => undefined },
      onDisconnect: { addListener: (listener) => void ended.push(listener) },
      close: drop,
    };
  };
  const wait = async (ms: number) => {
    waits.push(ms);
  };
  const answer = async (opens: boolean) => {
    next.resolve(opens);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { waits, ports, answer, connection: keepConnected({ open, wait }) };
}

describe('the way to the store', () => {
  it('is found again after the store died, and calls wait for it meanwhile', async () => {
    const { connection, ports, answer } = aStore();
    expect(connection.state()).toBe('connecting');
    await answer(true);
    const first = await connection.port();
    expect(connection.state()).toBe('open');
    ports[0]?.drop();
    const second = connection.port();
    await answer(true);
    expect(await second).not.toBe(first);
    expect(connection.state()).toBe('open');
    connection.close();
  });

  it('says lost when it was there before, and refused when it never was', async () => {
    const once = aStore();
    await once.answer(true);
    once.ports[0]?.drop();
    await once.answer(false);
    expect(once.connection.state()).toBe('lost');
    once.connection.close();
    const never = aStore();
    await never.answer(false);
    expect(never.connection.state()).toBe('refused');
    never.connection.close();
  });

  it('knocks less and less often, but at least every 5 seconds', async () => {
    const { connection, waits, answer } = aStore();
    for (let attempt = 0; attempt < 9; attempt += 1) await answer(false);
    expect(waits).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
    connection.close();
  });

  it('a caller who gives up does not wait', async () => {
    const { connection } = aStore();
    await expect(connection.port(AbortSignal.abort())).rejects.toThrow();
    connection.close();
  });
});
