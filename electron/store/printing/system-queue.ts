import { ok, refuse, type Result } from '#shared/result.ts';
import type { ProgramCall, ProgramEnd, RunProgram } from './run-program.ts';
import type { PrinterRefusal } from './tcp-printer.ts';
import { LIST_PRINTERS, powershellArgs, WRITE_RAW } from './windows-queue.ts';

/** A queue of the operating system: CUPS by name, or a printer of Windows by name. */
export interface SystemQueue {
  readonly queue: string;
  readonly timeoutMs: number;
  /** The drawer's pulse: worth nothing once nobody stands at the drawer, so the queue drops it soon. */
  readonly soonOrNever?: boolean;
}

/** What is asked of the machine, so that tests can be any machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly run: RunProgram;
}

/** After this many seconds CUPS drops a pulse that its printer has not taken. */
const PULSE_SECONDS = 5;

/**
 * Hands bytes to a queue of the system, unchanged. The queue taking them is the end of our part: it holds them while
 * its printer is off and prints them in order when it is on. Never throws, and always ends within its timeout.
 */
export async function sendToQueue(
  queue: SystemQueue,
  bytes: Uint8Array,
  { platform, run }: Machine,
): Promise<Result<null, PrinterRefusal>> {
  const end = await run(platform === 'win32' ? windowsCall(queue, bytes) : cupsCall(queue, bytes));
  return resultOf(end);
}

/** The names of the system's queues, as the system lists them; none where it has no printing. */
export async function listSystemQueues({ platform, run }: Machine): Promise<readonly string[]> {
  const end = await run(
    platform === 'win32'
      ? { program: POWERSHELL, args: powershellArgs(LIST_PRINTERS), timeoutMs: LIST_TIMEOUT_MS }
      : { program: 'lpstat', args: ['-e'], timeoutMs: LIST_TIMEOUT_MS },
  );
  if (end.how !== 'ended' || end.code !== 0) return [];
  const names = end.output.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(names.filter((name) => name !== '' && !name.startsWith('-')))];
}

const POWERSHELL = 'powershell.exe';
const LIST_TIMEOUT_MS = 10_000;

/** lp reads the bytes from its input; `raw` keeps every filter of the queue away from them. */
function cupsCall(
  { queue, timeoutMs, soonOrNever = false }: SystemQueue,
  bytes: Uint8Array,
): ProgramCall {
  const drop = soonOrNever ? ['-o', `job-cancel-after=${PULSE_SECONDS}`] : [];
  const args = ['-d', queue, '-o', 'raw', ...drop, '-t', 'JewelAI Counter', '-s', '-'];
  return { program: 'lp', args, input: bytes, timeoutMs };
}

/** The printer's name goes by the environment: in no script can it become a command. */
function windowsCall({ queue, timeoutMs }: SystemQueue, bytes: Uint8Array): ProgramCall {
  return {
    program: POWERSHELL,
    args: powershellArgs(WRITE_RAW),
    input: new TextEncoder().encode(Buffer.from(bytes).toString('base64')),
    // PowerShell compiles the few lines it was given, which takes longer than the printing.
    timeoutMs: timeoutMs + 15_000,
    env: { COUNTER_PRINTER: queue },
  };
}

/** Code 3: bytes were on their way when it failed. Any other failure came before the first of them. */
const MAY_HAVE_PRINTED_CODE = 3;

function resultOf(end: ProgramEnd): Result<null, PrinterRefusal> {
  if (end.how === 'late') return refuse({ code: 'PRINTER_TIMEOUT', mayHavePrinted: true });
  if (end.how === 'missing') return refuse({ code: 'PRINTER_UNREACHABLE', mayHavePrinted: false });
  if (end.code === 0) return ok(null);
  return end.code === MAY_HAVE_PRINTED_CODE
    ? refuse({ code: 'PRINTER_CLOSED_EARLY', mayHavePrinted: true })
    : refuse({ code: 'PRINTER_UNREACHABLE', mayHavePrinted: false });
}
