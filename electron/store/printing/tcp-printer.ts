import { createConnection, type Socket } from 'node:net';
import { ok, refuse, type Result } from '#shared/result.ts';
import { ASK_FOR_PAPER, readPaperStatus } from './paper-status.ts';

export interface PrinterAddress {
  readonly host: string;
  /** 9100 on nearly every printer. */
  readonly port: number;
  /** For connecting and for every silence after it. */
  readonly timeoutMs: number;
  /** How long its word on its paper is waited for: some printers never give it. 0 does not ask. */
  readonly askPaperMs: number;
}

/**
 * Why a job did not surely print. `mayHavePrinted` is the question that decides what happens next: false means that
 * nothing left this machine and that the job can be tried again; true means that staff must look.
 */
export interface PrinterRefusal {
  readonly code:
    | 'PRINTER_UNREACHABLE'
    | 'PRINTER_OUT_OF_PAPER'
    | 'PRINTER_TIMEOUT'
    | 'PRINTER_CLOSED_EARLY';
  readonly mayHavePrinted: boolean;
}

/**
 * Sends bytes to a network printer over one connection and waits until the printer, having read to the end, closes
 * its side. Tries once, never throws, and always ends within its timeouts.
 */
export function sendToPrinter(
  address: PrinterAddress,
  bytes: Uint8Array,
): Promise<Result<null, PrinterRefusal>> {
  return new Promise((resolve) => {
    const socket = openSocket(address);
    if (socket) converse(socket, address, bytes, resolve);
    else resolve(refuse({ code: 'PRINTER_UNREACHABLE', mayHavePrinted: false }));
  });
}

/** One connection from its opening to its end. Until the first byte of the job nothing can have printed. */
function converse(
  socket: Socket,
  { timeoutMs, askPaperMs }: PrinterAddress,
  bytes: Uint8Array,
  resolve: (result: Result<null, PrinterRefusal>) => void,
): void {
  let sending = false;
  let allSent = false;
  let silence: NodeJS.Timeout | undefined;
  const finish = (result: Result<null, PrinterRefusal>): void => {
    clearTimeout(silence);
    resolve(result);
    socket.destroy();
  };
  const broke = (code: PrinterRefusal['code']): void =>
    finish(refuse({ code: sending ? code : 'PRINTER_UNREACHABLE', mayHavePrinted: sending }));
  const send = (): void => {
    if (sending) return;
    sending = true;
    clearTimeout(silence);
    socket.end(bytes, () => {
      allSent = true;
    });
  };
  socket.setTimeout(timeoutMs, () => broke('PRINTER_TIMEOUT'));
  socket.on('error', () => broke('PRINTER_CLOSED_EARLY'));
  socket.on('connect', () => {
    if (askPaperMs === 0) {
      send();
      return;
    }
    socket.write(ASK_FOR_PAPER);
    silence = setTimeout(send, askPaperMs);
  });
  // Read in any case, or the printer's end would never be seen.
  socket.on('data', (said) => {
    const status = sending ? undefined : readPaperStatus(said);
    if (status === 'paper') send();
    if (status === 'noPaper')
      finish(refuse({ code: 'PRINTER_OUT_OF_PAPER', mayHavePrinted: false }));
  });
  socket.on('end', () => {
    if (allSent) finish(ok(null));
    else broke('PRINTER_CLOSED_EARLY');
  });
  socket.on('close', () => broke('PRINTER_CLOSED_EARLY')); // a promise settles once: this speaks only where nothing did
}

/** Undefined for a host or port no socket can be opened to: a slip in the settings, not a reason to throw. */
function openSocket({ host, port }: PrinterAddress): Socket | undefined {
  try {
    return createConnection({ host, port, allowHalfOpen: true });
  } catch {
    return undefined;
  }
}
