import { createConnection } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { drawerPulse, encodePaper } from '#electron/store/printing/escpos.ts';
import { type PrinterAddress, sendToPrinter } from '#electron/store/printing/tcp-printer.ts';
import { paperTextLines } from '#shared/documents/paper-text.ts';
import { type RecordedPrinter, startRecordedPrinter } from '#tools/printer/recorded-printer.ts';
import { SAMPLE_PAPERS } from './paper-samples.ts';

const opened: RecordedPrinter[] = [];

async function aPrinter(): Promise<{
  readonly printer: RecordedPrinter;
  readonly address: PrinterAddress;
}> {
  const printer = await startRecordedPrinter();
  opened.push(printer);
  return {
    printer,
    address: { host: printer.host, port: printer.port, timeoutMs: 300, askPaperMs: 100 },
  };
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((printer) => printer.stop()));
});

const longPaper = SAMPLE_PAPERS['forty-lines'];
if (!longPaper) throw new Error('the forty-line receipt is gone');
const bytes = encodePaper(longPaper);

describe('a network printer', () => {
  test('prints a receipt of forty lines to its last line', async () => {
    const { printer, address } = await aPrinter();
    expect(await sendToPrinter(address, bytes)).toEqual({ ok: true, value: null });
    const [job] = await printer.untilJobs(1);
    expect(job?.lines).toEqual(paperTextLines(longPaper, 48));
  });

  test('opens the drawer by a pulse that prints nothing', async () => {
    const { printer, address } = await aPrinter();
    await sendToPrinter(address, drawerPulse());
    const [job] = await printer.untilJobs(1);
    expect([job?.acts, job?.lines]).toEqual([[{ type: 'pulse', pin: 0 }], []]);
  });

  test('that is off refuses at once: nothing printed, and it prints when it is on again', async () => {
    const { printer, address } = await aPrinter();
    await printer.turnOff();
    const refusal = { code: 'PRINTER_UNREACHABLE', mayHavePrinted: false };
    expect(await sendToPrinter(address, bytes)).toEqual({ ok: false, refusal });
    await printer.turnOn();
    expect(await sendToPrinter(address, bytes)).toEqual({ ok: true, value: null });
  });

  test('without paper prints nothing and says so; with a new roll it prints', async () => {
    const { printer, address } = await aPrinter();
    printer.behave('outOfPaper');
    const refusal = { code: 'PRINTER_OUT_OF_PAPER', mayHavePrinted: false };
    expect(await sendToPrinter(address, bytes)).toEqual({ ok: false, refusal });
    expect(printer.jobs).toEqual([]);
    printer.behave('prints');
    expect(await sendToPrinter(address, bytes)).toEqual({ ok: true, value: null });
    expect(printer.jobs).toHaveLength(1);
  });

  test('planted: one that nobody asks takes the bytes without paper, as if it had printed', async () => {
    const { printer, address } = await aPrinter();
    printer.behave('outOfPaper');
    expect(await sendToPrinter({ ...address, askPaperMs: 0 }, bytes)).toEqual({
      ok: true,
      value: null,
    });
    expect(printer.jobs).toEqual([]);
  });

  test('that never says whether it has paper prints all the same', async () => {
    const { printer, address } = await aPrinter();
    printer.behave('printsSilently');
    expect(await sendToPrinter(address, bytes)).toEqual({ ok: true, value: null });
    const [job] = await printer.untilJobs(1);
    expect(job?.lines).toEqual(paperTextLines(longPaper, 48));
  });

  test('that hangs is given up after the timeout: it may have printed', async () => {
    const { printer, address } = await aPrinter();
    printer.behave('hangs');
    const refusal = { code: 'PRINTER_TIMEOUT', mayHavePrinted: true };
    expect(await sendToPrinter(address, bytes)).toEqual({ ok: false, refusal });
    expect(printer.connectionCount()).toBe(1);
  });

  test('that breaks off in the middle may have printed', async () => {
    const { printer, address } = await aPrinter();
    printer.behave({ breaksOffAfterBytes: 1 });
    const refusal = { code: 'PRINTER_CLOSED_EARLY', mayHavePrinted: true };
    expect(await sendToPrinter(address, bytes)).toEqual({ ok: false, refusal });
    expect(printer.jobs).toEqual([]);
  });

  test('that says goodbye before it has read everything is not believed', async () => {
    const { printer, address } = await aPrinter();
    printer.behave('endsUnread');
    const moreThanAnyBuffer = new Uint8Array(32 * 1024 * 1024);
    const refusal = { code: 'PRINTER_CLOSED_EARLY', mayHavePrinted: true };
    expect(await sendToPrinter(address, moreThanAnyBuffer)).toEqual({ ok: false, refusal });
  });

  test.each([
    ['', 9100],
    ['not a host name', 9100],
    ['127.0.0.1', 70_000],
    ['127.0.0.1', -1],
  ])(
    'with a slip in its address (%j, port %i) is unreachable, never an exception',
    async (host, port) => {
      const answer = await sendToPrinter({ host, port, timeoutMs: 2000, askPaperMs: 100 }, bytes);
      expect(answer).toMatchObject({ ok: false, refusal: { mayHavePrinted: false } });
    },
  );

  test.each(['hangs', { breaksOffAfterBytes: 1 }] as const)(
    'planted: a sender that trusts its own last write is fooled by a printer that %j',
    async (mood) => {
      const { printer, address } = await aPrinter();
      printer.behave(mood);
      const claimsSuccess = await new Promise((resolve) => {
        const socket = createConnection(address.port, address.host, () =>
          socket.end(bytes, () => resolve(true)),
        );
        socket.on('error', () => undefined);
      });
      expect([claimsSuccess, printer.jobs.length]).toEqual([true, 0]);
    },
  );
});
