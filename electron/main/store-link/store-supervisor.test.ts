import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import type { RunningStore } from '../../store/start-store.ts';
import { superviseStore } from './store-supervisor.ts';

const CLOSE_DEADLINE_MS = 10_000;

/** A shop's store under supervision, with a hand on its life and on the clock. */
function aSupervisedStore(
  behaviour: { readonly close?: () => Promise<void>; readonly fails?: number } = {},
) {
  const crashes: ((reason: string) => void)[] = [];
  const pausesMs: number[] = [];
  const trouble: string[] = [];
  const clock = { nowMs: 0 };
  const deadline = Promise.withResolvers<void>();
  let starts = 0;
  const { port1 } = new MessageChannel();
  port1.close();
  const supervised = superviseStore({
    async start(): Promise<RunningStore> {
      starts += 1;
      if (starts <= (behaviour.fails ?? 0)) throw new Error('no');
      return {
        connect: (): MessagePort => port1,
        close: behaviour.close ?? (async () => undefined),
        onCrash: (listener) => void crashes.push(listener),
      };
    },
    onTrouble: (what) => void trouble.push(what),
    pause: (ms) => {
      pausesMs.push(ms);
      return ms === CLOSE_DEADLINE_MS ? deadline.promise : Promise.resolve();
    },
    nowMs: () => clock.nowMs,
  });
  const crash = async (): Promise<void> => {
    await supervised.connect({ id: 'window-1' });
    crashes.at(-1)?.('worker exited');
  };
  const reportEnd = (reason: string): void => crashes.at(-1)?.(reason);
  return { supervised, crash, reportEnd, pausesMs, trouble, clock, deadline, starts: () => starts };
}

describe('a store that dies', () => {
  test('is started again at once, and a page that asks meanwhile waits for it', async () => {
    const store = aSupervisedStore();
    await store.crash();
    await store.supervised.connect({ id: 'window-1' });
    expect(store.starts()).toBe(2);
    expect(store.pausesMs).toEqual([]);
    expect(store.trouble).toEqual(['the store stopped: worker exited']);
  });

  test('again and again gets longer pauses, never longer than half a minute', async () => {
    const store = aSupervisedStore();
    for (let death = 0; death < 9; death += 1) await store.crash();
    await store.supervised.connect({ id: 'window-1' });
    expect(store.pausesMs).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  test('after a steady minute counts as fresh', async () => {
    const store = aSupervisedStore();
    await store.crash();
    await store.crash();
    store.clock.nowMs = 61_000;
    await store.crash();
    await store.supervised.connect({ id: 'window-1' });
    expect(store.pausesMs).toEqual([1000]);
  });

  test('before it ever ran is tried again', async () => {
    const store = aSupervisedStore({ fails: 2 });
    await store.supervised.connect({ id: 'window-1' });
    expect(store.starts()).toBe(3);
    expect(store.trouble).toHaveLength(2);
  });
});

describe('a store that shall open in another place', () => {
  test('is closed first; that is no death, and pages wait for the next one', async () => {
    const closing = Promise.withResolvers<void>();
    const store = aSupervisedStore({ close: () => closing.promise });
    await store.supervised.connect({ id: 'window-1' });
    await store.supervised.restart();
    let connected = false;
    const waiting = store.supervised.connect({ id: 'window-1' }).then(() => (connected = true));
    store.reportEnd('worker exited');
    expect([connected, store.starts()]).toEqual([false, 1]);
    closing.resolve();
    await waiting;
    expect(store.starts()).toBe(2);
    expect(store.trouble).toEqual([]);
  });

  test('that ended by itself in the meantime is not started twice', async () => {
    const store = aSupervisedStore();
    await store.supervised.connect({ id: 'window-1' });
    const restarted = store.supervised.restart();
    store.reportEnd('the writer ended with 0');
    await restarted;
    await store.supervised.connect({ id: 'window-1' });
    expect(store.starts()).toBe(2);
  });
});

describe('closing for the night', () => {
  test('waits for the store', async () => {
    const closing = Promise.withResolvers<void>();
    const { supervised } = aSupervisedStore({ close: () => closing.promise });
    let done = false;
    const closed = supervised.close().then(() => (done = true));
    await supervised.connect({ id: 'window-1' });
    expect(done).toBe(false);
    closing.resolve();
    await closed;
  });

  test('does not wait for a worker that is gone, and does not start it again', async () => {
    const store = aSupervisedStore({ close: () => new Promise(() => undefined) });
    await store.supervised.connect({ id: 'window-1' });
    const closed = store.supervised.close();
    await store.crash();
    await closed;
    expect(store.starts()).toBe(1);
  });

  test('does not wait for ever, nor fall over a store that fails to close', async () => {
    const silent = aSupervisedStore({ close: () => new Promise(() => undefined) });
    silent.deadline.resolve();
    await silent.supervised.close();
    const failing = aSupervisedStore({ close: () => Promise.reject(new Error('disk')) });
    await failing.supervised.close();
    expect(failing.trouble).toEqual(['the store did not close: Error: disk']);
  });
});
