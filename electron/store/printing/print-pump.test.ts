import { describe, expect, test } from 'vitest';
import {
  nextPrintJobState,
  type PrintJobEvent,
  type PrintJobState,
} from '#shared/documents/print-job-state.ts';
import { ok, refuse, type Result } from '#shared/result.ts';
import { type PrintJob, type PrintProblem, type PrintQueue, startPrintPump } from './print-pump.ts';
import type { PrinterRefusal } from './tcp-printer.ts';

interface Row {
  readonly job: PrintJob;
  state: PrintJobState;
  attempt: number;
  dueAtMs: number;
  problem: PrintProblem | undefined;
}

type Printer = (id: string) => Result<null, PrinterRefusal> | Promise<Result<null, PrinterRefusal>>;

const OFF = refuse({ code: 'PRINTER_UNREACHABLE', mayHavePrinted: false } as const);
const BROKE_OFF = refuse({ code: 'PRINTER_CLOSED_EARLY', mayHavePrinted: true } as const);

/** A shop with one printer, a queue held to the table of states, and a clock that only the test moves. */
function aShop(printer: Printer) {
  const rows: Row[] = [];
  const printedIds: string[] = [];
  const tries: string[] = [];
  const bugs: unknown[] = [];
  let nowMs = 1_000_000;
  let wake: { readonly atMs: number; readonly run: () => void } | undefined;

  let onMove = (): void => undefined;

  const move = (id: string, event: PrintJobEvent, change: Partial<Row> = {}): void => {
    const row = rows.find((each) => each.job.id === id);
    const next = row && nextPrintJobState(row.state, event);
    if (!next) throw new Error(`${event} cannot happen to ${id}, which is ${row?.state}`);
    Object.assign(row, { state: next, ...change });
    onMove();
  };
  const queue: PrintQueue = {
    claimNext(atMs) {
      const row = rows.find(
        (each) => (each.state === 'queued' || each.state === 'failed') && each.dueAtMs <= atMs,
      );
      if (!row) return undefined;
      row.attempt++;
      move(row.job.id, 'claimed');
      return { ...row.job, attempt: row.attempt };
    },
    markPrinted: (id) => move(id, 'printerTookAll'),
    markFailed: (id, problem, dueAtMs) => move(id, 'nothingPrinted', { problem, dueAtMs }),
    markUnsure: (id, problem) => move(id, 'endNotHeard', { problem }),
    markInterrupted() {
      for (const row of rows) if (row.state === 'printing') move(row.job.id, 'programStopped');
    },
  };
  const ports = {
    queue,
    renderJob: (job: PrintJob) => new TextEncoder().encode(job.id),
    send: async (bytes: Uint8Array) => {
      const id = new TextDecoder().decode(bytes);
      tries.push(id);
      const result = await printer(id);
      if (result.ok) printedIds.push(id);
      return result;
    },
    nowMs: () => nowMs,
    wakeAfter: (delayMs: number, run: () => void) => {
      wake = { atMs: nowMs + delayMs, run };
      return () => {
        wake = undefined;
      };
    },
    reportBug: (error: unknown) => bugs.push(error),
  };
  return {
    rows,
    printedIds,
    tries,
    bugs,
    ports,
    enqueue(id: string, kind: PrintJob['kind'] = 'receipt', state: PrintJobState = 'queued') {
      const job = { id, kind, subjectId: 'sale', copy: false, attempt: 0, queuedAtMs: nowMs };
      rows.push({ job, state, attempt: 0, dueAtMs: nowMs, problem: undefined });
    },
    /** Says every move of the queue aloud, as the store does after a commit. */
    watch: (look: () => void) => {
      onMove = look;
    },
    stateOf: (id: string) => rows.find((row) => row.job.id === id)?.state,
    async pass(ms: number) {
      const untilMs = nowMs + ms;
      await settle();
      while (wake && wake.atMs <= untilMs) {
        const due = wake;
        wake = undefined;
        nowMs = due.atMs;
        due.run();
        await settle();
      }
      nowMs = untilMs;
    },
  };
}

/** Lets everything run that waits for no clock. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

describe('the print pump', () => {
  test('prints what waits, oldest first, one paper at a time', async () => {
    let open = 0;
    let most = 0;
    const shop = aShop(async () => {
      most = Math.max(most, ++open);
      await Promise.resolve();
      open--;
      return ok(null);
    });
    for (const id of ['a', 'b', 'c']) shop.enqueue(id);
    startPrintPump(shop.ports);
    await shop.pass(0);
    expect(shop.printedIds).toEqual(['a', 'b', 'c']);
    expect(most).toBe(1);
  });

  test('a store that tells of every move gets one paper at a time, and one try a pause', async () => {
    let isOn = true;
    let open = 0;
    let most = 0;
    const shop = aShop(async () => {
      most = Math.max(most, ++open);
      await Promise.resolve();
      open--;
      return isOn ? ok(null) : OFF;
    });
    const pump = startPrintPump(shop.ports);
    shop.watch(() => pump.nudge());
    for (const id of ['a', 'b', 'c']) shop.enqueue(id);
    pump.nudge();
    await shop.pass(0);
    expect([shop.printedIds, most]).toEqual([['a', 'b', 'c'], 1]);
    isOn = false;
    for (const id of ['d', 'e', 'f']) shop.enqueue(id);
    pump.nudge();
    await shop.pass(0);
    expect(shop.tries).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a printer that is off is asked once a pause, however many papers wait', async () => {
    const shop = aShop(() => OFF);
    for (let index = 0; index < 20; index++) shop.enqueue(`r${index}`);
    startPrintPump(shop.ports);
    await shop.pass(0);
    expect(shop.tries).toHaveLength(1);
    await shop.pass(10 * 60_000);
    expect(shop.tries).toHaveLength(1 + 3 + 9); // 1 s, 5 s, 30 s, then nine more minutes
    expect(shop.printedIds).toEqual([]);
  });

  test('one paper alone is tried after 1 s, 5 s, 30 s and every minute, and prints when the printer is back', async () => {
    let isOn = false;
    const shop = aShop(() => (isOn ? ok(null) : OFF));
    shop.enqueue('a');
    startPrintPump(shop.ports);
    const triesAfter: number[] = [];
    for (const ms of [0, 1000, 5000, 30_000, 60_000, 60_000]) {
      await shop.pass(ms);
      triesAfter.push(shop.tries.length);
    }
    expect(triesAfter).toEqual([1, 2, 3, 4, 5, 6]);
    isOn = true;
    await shop.pass(60_000);
    expect(shop.stateOf('a')).toBe('printed');
  });

  test('a new receipt is tried at once, also while the printer rests', async () => {
    let isOn = false;
    const shop = aShop(() => (isOn ? ok(null) : OFF));
    shop.enqueue('a');
    const pump = startPrintPump(shop.ports);
    await shop.pass(100);
    isOn = true;
    shop.enqueue('b');
    pump.nudge();
    await shop.pass(0);
    expect(shop.printedIds).toEqual(['b']);
    await shop.pass(60_000);
    expect(shop.printedIds).toEqual(['b', 'a']);
  });

  test('a paper that broke off is unsure, and is not printed again by itself', async () => {
    let broke = false;
    const shop = aShop(() => {
      if (broke) return ok(null);
      broke = true;
      return BROKE_OFF;
    });
    shop.enqueue('a');
    shop.enqueue('b');
    startPrintPump(shop.ports);
    await shop.pass(24 * 3_600_000);
    expect(shop.stateOf('a')).toBe('unsure');
    expect(shop.printedIds).toEqual(['b']);
  });

  test('a job under way when the program died is offered as unsure, not printed twice', async () => {
    const shop = aShop(() => ok(null));
    shop.enqueue('a', 'receipt', 'printing');
    startPrintPump(shop.ports);
    await shop.pass(24 * 3_600_000);
    expect([shop.stateOf('a'), shop.tries]).toEqual(['unsure', []]);
  });

  test('planted: a queue that puts interrupted jobs back prints them twice, and this is seen', async () => {
    const shop = aShop(() => ok(null));
    shop.enqueue('a', 'receipt', 'printing');
    const putsBack = {
      ...shop.ports.queue,
      markInterrupted: () => Object.assign(shop.rows[0] ?? {}, { state: 'queued' }),
    };
    startPrintPump({ ...shop.ports, queue: putsBack });
    await shop.pass(0);
    expect(shop.tries).toEqual(['a']);
  });

  test('the drawer is never opened by a retry', async () => {
    let isOn = false;
    const shop = aShop(() => (isOn ? ok(null) : OFF));
    shop.enqueue('kick', 'drawer');
    startPrintPump(shop.ports);
    await shop.pass(0);
    isOn = true;
    await shop.pass(3_600_000);
    expect([shop.stateOf('kick'), shop.rows[0]?.problem, shop.printedIds]).toEqual([
      'failed',
      'DRAWER_TOO_LATE',
      [],
    ]);
  });

  test('a drawer asked for while nothing could print stays shut', async () => {
    const shop = aShop(() => ok(null));
    shop.enqueue('kick', 'drawer');
    await shop.pass(6000);
    startPrintPump(shop.ports);
    await shop.pass(0);
    expect([shop.stateOf('kick'), shop.rows[0]?.problem, shop.tries]).toEqual([
      'failed',
      'DRAWER_TOO_LATE',
      [],
    ]);
  });

  test('a paper that cannot be made fails aloud, and the next one prints', async () => {
    const shop = aShop(() => ok(null));
    shop.enqueue('broken');
    shop.enqueue('b');
    const renderJob = (job: PrintJob): Uint8Array => {
      if (job.id === 'broken') throw new Error('no such sale');
      return shop.ports.renderJob(job);
    };
    startPrintPump({ ...shop.ports, renderJob });
    await shop.pass(0);
    expect([shop.stateOf('broken'), shop.printedIds, shop.bugs.length]).toEqual([
      'failed',
      ['b'],
      1,
    ]);
  });

  test('a disk that refuses the queue is reported, and the pump goes on a minute later', async () => {
    const shop = aShop(() => ok(null));
    shop.enqueue('a');
    let isBroken = true;
    const queue: PrintQueue = {
      ...shop.ports.queue,
      claimNext: (nowMs) => {
        if (isBroken) throw new Error('disk I/O error');
        return shop.ports.queue.claimNext(nowMs);
      },
    };
    startPrintPump({ ...shop.ports, queue });
    await shop.pass(0);
    expect(shop.bugs).toHaveLength(1);
    isBroken = false;
    await shop.pass(60_000);
    expect(shop.printedIds).toEqual(['a']);
  });

  test('stopping waits for the paper under way and takes no other', async () => {
    let finish = (): void => undefined;
    const shop = aShop(
      () =>
        new Promise((resolve) => {
          finish = () => resolve(ok(null));
        }),
    );
    shop.enqueue('a');
    shop.enqueue('b');
    const pump = startPrintPump(shop.ports);
    await settle();
    const stopped = pump.stop();
    finish();
    await stopped;
    await shop.pass(3_600_000);
    expect([shop.stateOf('a'), shop.stateOf('b')]).toEqual(['printed', 'queued']);
  });
});
