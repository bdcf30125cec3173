import { describe, expect, test } from 'vitest';
import type { ProgramCall, ProgramEnd } from './run-program.ts';
import { runProgram } from './run-program.ts';
import { sendJob } from './send-to-printer.ts';
import { listSystemQueues, type Machine, sendToQueue } from './system-queue.ts';

const bytes = Uint8Array.of(0x1b, 0x40, 0x41, 0x0a, 0xff, 0x00);

/** A machine on which every program ends the same way. */
function aMachine(
  end: ProgramEnd,
  platform: NodeJS.Platform = 'linux',
): Machine & { readonly calls: ProgramCall[] } {
  const calls: ProgramCall[] = [];
  return {
    platform,
    calls,
    run: (call) => {
      calls.push(call);
      return Promise.resolve(end);
    },
  };
}

const taken: ProgramEnd = { how: 'ended', code: 0, output: '' };
const queue = { queue: 'Receipts', timeoutMs: 1000 };

describe('a queue of CUPS', () => {
  test('takes the bytes as they are, past every filter', async () => {
    const machine = aMachine(taken);
    expect(await sendToQueue(queue, bytes, machine)).toEqual({ ok: true, value: null });
    const [call] = machine.calls;
    expect(call?.program).toBe('lp');
    expect(call?.args.join(' ')).toContain('-d Receipts -o raw');
    expect(call?.input).toBe(bytes);
  });

  test('drops the pulse of a drawer that its printer has not taken, and never a paper', async () => {
    const machine = aMachine(taken);
    const connection = { kind: 'system', queue: 'Receipts' } as const;
    await sendJob(connection, bytes, { isPulse: true }, machine);
    await sendJob(connection, bytes, { isPulse: false }, machine);
    const drops = machine.calls.map(({ args }) => args.includes('job-cancel-after=5'));
    expect(drops).toEqual([true, false]);
  });

  test.each([
    ['is unknown', { how: 'ended', code: 1, output: '' }, 'PRINTER_UNREACHABLE', false],
    ['is on a machine without printing', { how: 'missing' }, 'PRINTER_UNREACHABLE', false],
    ['does not answer', { how: 'late' }, 'PRINTER_TIMEOUT', true],
  ] as const)('that %s refuses', async (_, end, code, mayHavePrinted) => {
    const refusal = { code, mayHavePrinted };
    expect(await sendToQueue(queue, bytes, aMachine(end))).toEqual({ ok: false, refusal });
  });

  test('names are listed once each, and none where nothing is listed', async () => {
    const listed = aMachine({ how: 'ended', code: 0, output: 'Receipts\nOffice\n\nReceipts\n' });
    expect(await listSystemQueues(listed)).toEqual(['Receipts', 'Office']);
    expect(listed.calls[0]).toMatchObject({ program: 'lpstat', args: ['-e'] });
    expect(await listSystemQueues(aMachine({ how: 'missing' }))).toEqual([]);
    expect(await listSystemQueues(aMachine({ how: 'late' }))).toEqual([]);
    expect(await listSystemQueues(aMachine({ how: 'ended', code: 1, output: 'x' }))).toEqual([]);
  });
});

describe('a printer of Windows', () => {
  const decoded = ({ args }: ProgramCall): string =>
    Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');

  test('is named by the environment, so that no name can become a command', async () => {
    const machine = aMachine(taken, 'win32');
    const name = 'EPSON TM-T88VI"; Remove-Item C:\\';
    await sendToQueue({ queue: name, timeoutMs: 1000 }, bytes, machine);
    const [call] = machine.calls;
    if (!call) throw new Error('nothing was called');
    expect(call.env).toEqual({ COUNTER_PRINTER: name });
    expect(call.args.join(' ')).not.toContain('Remove-Item');
    expect(decoded(call)).not.toContain('Remove-Item');
    expect(decoded(call)).toContain('WritePrinter');
    const sent = Buffer.from(Buffer.from(call.input ?? []).toString('ascii'), 'base64');
    expect(new Uint8Array(sent)).toEqual(bytes);
  });

  test.each([
    [2, 'PRINTER_UNREACHABLE', false],
    [1, 'PRINTER_UNREACHABLE', false],
    [3, 'PRINTER_CLOSED_EARLY', true],
  ])('that ends with %i is %s', async (code, refused, mayHavePrinted) => {
    const machine = aMachine({ how: 'ended', code, output: '' }, 'win32');
    const refusal = { code: refused, mayHavePrinted };
    expect(await sendToQueue(queue, bytes, machine)).toEqual({ ok: false, refusal });
  });

  test('is listed with the others, line ends and all', async () => {
    const machine = aMachine({ how: 'ended', code: 0, output: 'TM-T20\r\nOffice\r\n' }, 'win32');
    expect(await listSystemQueues(machine)).toEqual(['TM-T20', 'Office']);
    expect(machine.calls.map(({ program }) => program)).toEqual(['powershell.exe']);
  });
});

describe('a program of the machine', () => {
  const node = (script: string, more: Partial<ProgramCall> = {}): Promise<ProgramEnd> =>
    runProgram({ program: process.execPath, args: ['-e', script], timeoutMs: 20_000, ...more });

  test('gets its input to the last byte and is read to its end', async () => {
    const input = new Uint8Array(300_000).fill(7);
    const script =
      'let n = 0; process.stdin.on("data", (d) => (n += d.length)).on("end", () => console.log(n))';
    expect(await node(script, { input })).toEqual({ how: 'ended', code: 0, output: '300000\n' });
  });

  test('that does not read its input still ends with its code', async () => {
    const input = new Uint8Array(3_000_000);
    expect(await node('process.exit(4)', { input })).toMatchObject({ how: 'ended', code: 4 });
  });

  test('that is not there is missing, and one that hangs is ended', async () => {
    expect(await runProgram({ program: 'no-such-program', args: [], timeoutMs: 5000 })).toEqual({
      how: 'missing',
    });
    expect(await node('setInterval(() => {}, 1000)', { timeoutMs: 300 })).toEqual({ how: 'late' });
  });

  test('takes no argument for a command of a shell', async () => {
    const end = await runProgram({
      program: process.execPath,
      args: ['-p', 'process.argv[1]', '$(exit 9); `exit 9`'],
      timeoutMs: 20_000,
    });
    expect(end).toEqual({ how: 'ended', code: 0, output: '$(exit 9); `exit 9`\n' });
  });
});
