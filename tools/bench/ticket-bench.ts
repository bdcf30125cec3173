import { setImmediate as turn } from 'node:timers/promises';
import { saveSelling } from '#db/settings/save-selling.ts';
import { findTicketTerms } from '#db/sales/ticket-terms.ts';
import { listStaff } from '#db/staff/find-staff.ts';
import { saveStaff } from '#db/staff/save-staff.ts';
import { saveTaxArea } from '#db/taxes/save-area.ts';
import { anExampleArea } from '#db/testing/a-tax-area.ts';
import { newId } from '#electron/store/writer/new-id.ts';
import type { StaffId } from '#shared/ids.ts';
import { cartTotals } from '#shared/sales/cart-totals.ts';
import type { CompleteSaleInput } from '#shared/sales/contract.ts';
import { removeScratch } from '#tools/crash/scratch.ts';
import type { InProcessCounter } from './counter-in-process.ts';
import { makeDiskScratch } from './disk-scratch.ts';
import { median } from './median.ts';
import { ShopPair } from './shop-pair.ts';
import { TICKET_LINES, TICKET_PIECES, ticketOf } from './ticket-of.ts';

export interface TicketFigures {
  readonly lines: number;
  /** Pricing the ticket anew, as after each key at the counter. */
  readonly repriceP50Ms: number;
  readonly completeP50Ms: number;
  /** To the same rows by bare statements. */
  readonly ratio: number;
}

const WARM_UP = 60;
const TIMED = 200;
const TICKETS_PER_FOLD = 20;
const SALES_BEFORE = 1000;

/** Times a ticket of forty lines under several tax rules, quoted with its tax: pricing it, and completing it. */
export async function benchTicket(say: (line: string) => void): Promise<TicketFigures> {
  const disk = makeDiskScratch('ticket');
  try {
    const pair = await ShopPair.open(disk, SALES_BEFORE, say, makeReady);
    const next = ticketsOf(pair.counter);
    await pair.sellBoth(next());
    if (!pair.areEqual()) throw new Error('the bare statements stored other rows');
    const times = await interleaved(pair, next);
    if (!pair.areEqual()) throw new Error('the bare statements stored other rows in the end');
    await pair.close();
    const completeP50Ms = median(times.complete);
    return {
      lines: TICKET_LINES,
      repriceP50Ms: median(times.reprice),
      completeP50Ms,
      ratio: completeP50Ms / median(times.raw),
    };
  } finally {
    removeScratch(disk);
  }
}

async function interleaved(pair: ShopPair, next: () => CompleteSaleInput) {
  const times = { reprice: [] as number[], complete: [] as number[], raw: [] as number[] };
  const terms = findTicketTerms(pair.counter.store.shop.writer, pair.counter.store.businessDate());
  for (let round = 0; round < WARM_UP + TIMED; round++) {
    const input = next();
    const reprice = timed(() => cartTotals(input.cart, terms, false));
    const begun = performance.now();
    await pair.counter.sell(input);
    const complete = performance.now() - begun;
    const rows = pair.rowsOf(input);
    const raw = timed(() => pair.raw.store(rows));
    if (round >= WARM_UP) {
      times.reprice.push(reprice);
      times.complete.push(complete);
      times.raw.push(raw);
    }
    if (round % TICKETS_PER_FOLD === TICKETS_PER_FOLD - 1) {
      pair.fold();
      await turn();
    }
  }
  return times;
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** The shop stands in Tennessee, whose taxes fall by bands of each article, and has a second person. */
function makeReady({ store }: InProcessCounter): void {
  const { writer } = store.shop;
  const [owner] = listStaff(writer, {});
  if (!owner) throw new Error('the shop has nobody in it');
  const tennessee = { ...anExampleArea('Tennessee'), isNew: true };
  const homeTaxAreaId = tennessee.area.taxAreaId;
  const second = {
    staffId: newId('staff'),
    name: 'Mona Field',
    initials: 'MF',
    roles: ['manager'] as const,
    active: true,
    verifier: 'none',
  };
  const saved = [
    writer.write(store.context('taxes.save', newId('command'), owner), tennessee, (tx) =>
      saveTaxArea(tx, store.context('taxes.save', newId('command'), owner), tennessee),
    ),
    writer.write(store.context('settings.save', newId('command'), owner), homeTaxAreaId, (tx) =>
      saveSelling(tx, store.context('settings.save', newId('command'), owner), {
        selling: { homeTaxAreaId },
      }),
    ),
    writer.write(store.context('staff.save', newId('command'), owner), second, (tx) =>
      saveStaff(tx, store.context('staff.save', newId('command'), owner), second),
    ),
  ];
  const refused = saved.find((each) => !each.ok);
  if (refused) throw new Error(`the shop was not made ready: ${JSON.stringify(refused)}`);
}

function ticketsOf(counter: InProcessCounter): () => CompleteSaleInput {
  const { store, takePieces } = counter;
  const terms = findTicketTerms(store.shop.writer, store.businessDate());
  const [first, second] = listStaff(store.shop.writer, {}).map(({ staffId }) => staffId);
  if (!first || !second) throw new Error('nobody shares a ticket alone');
  const sellers: readonly [StaffId, StaffId] = [first, second];
  return () => ticketOf(takePieces(TICKET_PIECES), terms, sellers);
}
