import type { Result } from '#shared/result.ts';
import type { PrinterConnection } from '#shared/printing/printer-connection.ts';
import { type Machine, sendToQueue } from './system-queue.ts';
import { type PrinterRefusal, sendToPrinter } from './tcp-printer.ts';

/** How long a printer or a queue may keep silent. */
const PRINTER_TIMEOUT_MS = 5000;
/** A printer that tells whether it has paper tells it at once. */
const ASK_PAPER_MS = 500;

/** Sends the bytes of one job wherever the register's printer is. Tries once, never throws, and always ends. */
export function sendJob(
  connection: PrinterConnection,
  bytes: Uint8Array,
  { isPulse, isTag = false }: { readonly isPulse: boolean; readonly isTag?: boolean },
  machine: Machine,
): Promise<Result<null, PrinterRefusal>> {
  switch (connection.kind) {
    case 'network': {
      const { host, port } = connection;
      // A drawer opens without paper, and somebody stands before it; a tag printer speaks another language.
      const askPaperMs = isPulse || isTag ? 0 : ASK_PAPER_MS;
      return sendToPrinter({ host, port, timeoutMs: PRINTER_TIMEOUT_MS, askPaperMs }, bytes);
    }
    case 'system': {
      const { queue } = connection;
      const address = { queue, timeoutMs: PRINTER_TIMEOUT_MS, soonOrNever: isPulse };
      return sendToQueue(address, bytes, machine);
    }
  }
}
