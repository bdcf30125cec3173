/**
 * The life of a print job. Printing is an effect outside the sale: the job is queued in the sale's own transaction
 * and everything here happens after it.
 *
 * - queued: waits for the printer
 * - printing: its bytes may be on their way
 * - printed: the printer took all of it
 * - failed: nothing reached the paper; it is tried again when its time comes, or when staff ask
 * - unsure: bytes left and no end was heard, or the program stopped meanwhile. It may be on paper. Never printed
 *   again by itself: staff look at the printer and say.
 */
export type PrintJobState = 'queued' | 'printing' | 'printed' | 'failed' | 'unsure';

export type PrintJobEvent = keyof typeof PRINT_JOB_EVENTS;

interface PrintJobMove {
  readonly from: readonly PrintJobState[];
  readonly to: PrintJobState;
}

/** Every move there is; a pair of states that no row joins is refused. */
export const PRINT_JOB_EVENTS = {
  /** The pump takes the job, for the first time or again. */
  claimed: { from: ['queued', 'failed'], to: 'printing' },
  printerTookAll: { from: ['printing'], to: 'printed' },
  nothingPrinted: { from: ['printing'], to: 'failed' },
  endNotHeard: { from: ['printing'], to: 'unsure' },
  /** Found as printing when the program starts: nobody knows how far it came. */
  programStopped: { from: ['printing'], to: 'unsure' },
  /** Staff found it on paper. */
  foundOnPaper: { from: ['unsure'], to: 'printed' },
  /** Staff want it tried now. */
  askedAgain: { from: ['unsure', 'failed'], to: 'queued' },
} as const satisfies Readonly<Record<string, PrintJobMove>>;

export const PRINT_JOB_STATES: readonly PrintJobState[] = [
  'queued',
  'printing',
  'printed',
  'failed',
  'unsure',
];

/** The state after an event; undefined when the event cannot happen to a job in that state. */
export function nextPrintJobState(
  state: PrintJobState,
  event: PrintJobEvent,
): PrintJobState | undefined {
  const move: PrintJobMove = PRINT_JOB_EVENTS[event];
  return move.from.includes(state) ? move.to : undefined;
}

/** Whether one state may follow another at all. A job never stays where it is by a move. */
export function mayFollow(from: PrintJobState, to: PrintJobState): boolean {
  const moves: readonly PrintJobMove[] = Object.values(PRINT_JOB_EVENTS);
  return moves.some((move) => move.to === to && move.from.includes(from));
}

/** How long a printer rests after refusing so often in a row: 1 s, 5 s, 30 s, then a minute. Milliseconds. */
export function retryDelayMs(refusalsInARow: number): number {
  const steps = [1000, 5000, 30_000];
  return steps[refusalsInARow - 1] ?? 60_000;
}

/** A retry time that never comes: only staff try this job again. */
export const NOT_BY_ITSELF_MS = Number.MAX_SAFE_INTEGER;
