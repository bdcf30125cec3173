import { createServer, type Server, type Socket } from 'node:net';
import { decodeEscpos, type PrinterAct } from './decode-escpos.ts';
import { printedLines } from './printed-lines.ts';

/** One connection that came to its end: one paper, or one kick of the drawer. */
export interface RecordedJob {
  readonly bytes: Uint8Array;
  readonly acts: readonly PrinterAct[];
  /** What a person reads on it. */
  readonly lines: readonly string[];
}

/**
 * How the printer treats a connection: takes it, takes it without a word on its paper as many do, has none left, never
 * reads, breaks off after some bytes, or reads no further after the first ones and says goodbye as if it had.
 */
export type PrinterMood =
  | 'prints'
  | 'printsSilently'
  | 'outOfPaper'
  | 'hangs'
  | 'endsUnread'
  | { readonly breaksOffAfterBytes: number };

export interface RecordedPrinter {
  readonly host: string;
  readonly port: number;
  readonly jobs: readonly RecordedJob[];
  /** Connections ever accepted, also those that came to nothing. */
  readonly connectionCount: () => number;
  readonly behave: (mood: PrinterMood) => void;
  /** Refuses connections, as a printer without power does. */
  readonly turnOff: () => Promise<void>;
  /** Listens again, at the same port. */
  readonly turnOn: () => Promise<void>;
  /** Resolves when this many jobs have been printed since the start. */
  readonly untilJobs: (count: number) => Promise<readonly RecordedJob[]>;
  readonly stop: () => Promise<void>;
}

export interface RecordedPrinterOptions {
  readonly columns?: number;
  /** 0 takes a free port. */
  readonly port?: number;
  readonly onJob?: (job: RecordedJob) => void;
}

/** A receipt printer on this machine's loopback that keeps what it was sent and can read it back. */
export async function startRecordedPrinter(
  options: RecordedPrinterOptions = {},
): Promise<RecordedPrinter> {
  const columns = options.columns ?? 48;
  const host = '127.0.0.1';
  const jobs: RecordedJob[] = [];
  const open = new Set<Socket>();
  const waiting = new Set<() => void>();
  let mood: PrinterMood = 'prints';
  let connectionCount = 0;

  const record = (bytes: Uint8Array): void => {
    const acts = decodeEscpos(bytes);
    const job = { bytes, acts, lines: printedLines(acts, columns) };
    jobs.push(job);
    options.onJob?.(job);
    for (const check of waiting) check();
  };
  const accept = (socket: Socket): void => {
    connectionCount++;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined); // the other side broke off: nothing to print
    serve(socket, mood, record);
  };
  let server = await listen(accept, host, options.port ?? 0);
  const { port } = addressOf(server);
  const turnOff = async (): Promise<void> => {
    for (const socket of open) socket.destroy();
    await close(server);
  };

  return {
    host,
    port,
    jobs,
    connectionCount: () => connectionCount,
    behave: (next) => {
      mood = next;
    },
    turnOff,
    turnOn: async () => {
      server = await listen(accept, host, port);
    },
    untilJobs: (count) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (jobs.length < count) return;
          waiting.delete(check);
          resolve(jobs);
        };
        waiting.add(check);
        check();
      }),
    stop: turnOff,
  };
}

function serve(socket: Socket, mood: PrinterMood, record: (bytes: Uint8Array) => void): void {
  if (mood === 'hangs') {
    socket.pause();
    return;
  }
  const chunks: Buffer[] = [];
  let received = 0;
  socket.on('data', (sent) => {
    const chunk = withoutQuestion(sent);
    if (chunk.length < sent.length && mood !== 'printsSilently')
      socket.write(Uint8Array.of(mood === 'outOfPaper' ? NO_PAPER : HAS_PAPER));
    if (chunk.length === 0) return;
    if (mood === 'endsUnread') {
      socket.pause();
      socket.end();
      return;
    }
    chunks.push(chunk);
    received += chunk.length;
    if (typeof mood === 'object' && received >= mood.breaksOffAfterBytes) socket.resetAndDestroy();
  });
  socket.on('end', () => {
    // Without paper it still takes the bytes, as many a printer does, and says nothing of it.
    const prints = mood === 'prints' || mood === 'printsSilently';
    if (prints && received > 0) record(new Uint8Array(Buffer.concat(chunks)));
    socket.end();
  });
}

/** DLE EOT 4: a question that is answered at once and prints nothing. */
const PAPER_QUESTION = '\u0010\u0004\u0004';
const HAS_PAPER = 0x12;
const NO_PAPER = 0x72;

function withoutQuestion(chunk: Buffer): Buffer {
  const asks = chunk.subarray(0, PAPER_QUESTION.length).toString('latin1') === PAPER_QUESTION;
  return asks ? chunk.subarray(PAPER_QUESTION.length) : chunk;
}

function listen(accept: (socket: Socket) => void, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ allowHalfOpen: true }, accept);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function addressOf(server: Server): { readonly port: number } {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the printer listens on no port');
  return address;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
