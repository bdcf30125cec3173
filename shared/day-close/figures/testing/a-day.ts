import type { DayCloseMovement } from '../../../documents/day-close-paper.ts';
import type { JournalRow } from '../../../journal/journal-row.ts';
import type { JournalLine } from '../../../journal/line-postings.ts';
import type { JournalPayment } from '../../../journal/payment-postings.ts';
import { postCorrection } from '../../../journal/post-correction.ts';
import { postDelivery } from '../../../journal/post-delivery.ts';
import { postDrawer } from '../../../journal/post-drawer.ts';
import { type JournalSale, postSale } from '../../../journal/post-sale.ts';
import { postVoid } from '../../../journal/post-void.ts';
import {
  aPayment,
  aTicket,
  pick,
  type TicketChoices,
  totalOf,
} from '../../../journal/testing/a-ticket.ts';
import { TENDER_KINDS } from '../../../sales/tenders.ts';
import type { ZLine, ZPayment, ZRows, ZSale, ZTaxPart } from '../z-rows.ts';

/** What happens in a day, as a property draws it. Numbers choose: which sale, which payment, which tender. */
export type Happening =
  | { readonly what: 'sale'; readonly ticket: TicketChoices; readonly exempt: boolean }
  | { readonly what: 'void' | 'delivery'; readonly which: number }
  | {
      readonly what: 'correction';
      readonly which: number;
      readonly payment: number;
      readonly tender: number;
    }
  | { readonly what: 'late_correction'; readonly amountCents: number; readonly toCash: boolean }
  | {
      readonly what: 'paid_in' | 'paid_out' | 'drop' | 'no_sale';
      readonly amountCents: number;
    };

export interface DayChoices {
  readonly floatCents: number;
  readonly happenings: readonly Happening[];
}

/** A sale while the day goes on. */
export interface OpenSale {
  readonly saleId: string;
  readonly number: string;
  readonly exempt: boolean;
  readonly ticket: JournalSale;
  /** Those that stand now, after corrections. */
  payments: ZPayment[];
  journals: (readonly JournalRow[])[];
  voided: boolean;
  delivered: boolean;
}

/** What a clerk beside the drawer would write down, told of each event as it happens. */
export interface Clerk {
  sale(sale: OpenSale, sign: 1 | -1): void;
  payment(payment: ZPayment, sign: 1 | -1): void;
  delivery(sale: OpenSale, sign: 1 | -1): void;
  voided(sale: OpenSale): void;
  cash(cents: number): void;
}

/** A day as the tables hold it, and the journals of its documents, opening float included. */
export interface Day {
  readonly rows: ZRows;
  readonly journals: readonly (readonly JournalRow[])[];
}

const FIRST_NUMBER = 101;
const AT = { atMs: 0, by: 'CO', reason: 'why' };

/** Lives through a day and tells a clerk. */
export function aDay({ floatCents, happenings }: DayChoices, clerk: Clerk): Day {
  const day = new DayBook(floatCents, clerk);
  for (const event of happenings) day.happen(event);
  return day.finish();
}

class DayBook {
  readonly #sales: OpenSale[] = [];
  readonly #payments: ZPayment[] = [];
  readonly #movements: DayCloseMovement[] = [];
  readonly #deliveries: ZLine[] = [];
  readonly #journals: (readonly JournalRow[])[] = [];
  readonly #floatCents: number;
  readonly #clerk: Clerk;

  constructor(floatCents: number, clerk: Clerk) {
    this.#floatCents = floatCents;
    this.#clerk = clerk;
    this.#journals.push(postDrawer({ kind: 'opened', floatCents, lastLeftCents: 0 }));
    clerk.cash(floatCents);
  }

  happen(event: Happening): void {
    switch (event.what) {
      case 'sale':
        return this.#sell(event.ticket, event.exempt);
      case 'void':
        return this.#void(this.#standing(event.which));
      case 'delivery':
        return this.#deliver(this.#standing(event.which));
      case 'correction':
        return this.#correct(this.#standing(event.which), event.payment, event.tender);
      case 'late_correction':
        return this.#correctLate(event.amountCents, event.toCash);
      case 'paid_in':
      case 'paid_out':
      case 'drop':
      case 'no_sale':
        return this.#move(event.what, event.amountCents);
    }
  }

  finish(): Day {
    return {
      journals: this.#journals,
      rows: {
        floatCents: this.#floatCents,
        sales: this.#sales.map(saleRow),
        lines: this.#sales.flatMap((sale) => sale.ticket.lines.map((line) => lineRow(sale, line))),
        taxes: this.#sales.flatMap(taxRows),
        payments: this.#payments,
        movements: this.#movements,
        deliveries: this.#deliveries,
        batches: [],
        overrides: [],
        corrections: [],
        numbers: this.#sales.map(({ number }) => number),
        lastNumbers: [`S1-${FIRST_NUMBER - 1}`],
        grandTotalBeforeCents: 0,
      },
    };
  }

  #standing(which: number): OpenSale | undefined {
    const standing = this.#sales.filter((sale) => !sale.voided);
    return standing.length === 0 ? undefined : pick(standing, which);
  }

  #sell(choices: TicketChoices, exempt: boolean): void {
    const index = this.#sales.length;
    const sale: OpenSale = {
      saleId: `sale ${index}`,
      number: `S1-${FIRST_NUMBER + index}`,
      exempt,
      ticket: withChange(exempt ? withoutTax(choices) : choices),
      payments: [],
      journals: [],
      voided: false,
      delivered: false,
    };
    sale.payments = sale.ticket.payments.map((payment, place) => paymentRow(sale, payment, place));
    sale.journals = [postSale(sale.ticket)];
    this.#sales.push(sale);
    this.#payments.push(...sale.payments);
    this.#journals.push(...sale.journals);
    this.#clerk.sale(sale, 1);
    for (const payment of sale.payments) this.#clerk.payment(payment, 1);
  }

  #void(sale: OpenSale | undefined): void {
    if (!sale) return;
    sale.voided = true;
    let changeCents = sale.ticket.changeCents;
    for (const payment of sale.payments) {
      const back = payment.tender === 'cash' ? Math.min(changeCents, payment.amountCents) : 0;
      changeCents -= Math.max(back, 0);
      this.#payments.push(takenBack(payment, Math.max(back, 0)));
      this.#clerk.payment(payment, -1);
    }
    if (changeCents !== 0) throw new Error('more change than cash');
    this.#journals.push(postVoid(sale.journals));
    if (sale.delivered) this.#clerk.delivery(sale, -1);
    this.#clerk.sale(sale, -1);
    this.#clerk.voided(sale);
  }

  #deliver(sale: OpenSale | undefined): void {
    if (!sale || sale.delivered) return;
    sale.delivered = true;
    const lines = sale.ticket.lines.filter((line) => !line.delivered);
    this.#deliveries.push(...lines.map((line) => lineRow(sale, line)));
    this.#book(sale, postDelivery(lines));
    this.#clerk.delivery(sale, 1);
  }

  #correct(sale: OpenSale | undefined, which: number, tender: number): void {
    if (!sale) return;
    const wrong = pick(sale.payments, which);
    if (wrong.tender === 'cash' && sale.ticket.changeCents > 0) return;
    const right: ZPayment = {
      ...wrong,
      tender: pick(TENDER_KINDS, tender),
      brand: 'Corrected',
      state: 'known',
    };
    const back = takenBack(wrong, 0);
    sale.payments = sale.payments.map((payment) => (payment === wrong ? right : payment));
    this.#payments.push(back, right);
    this.#book(
      sale,
      postCorrection({ payments: [back, right].map(asBooked), drawerCounted: false }),
    );
    this.#clerk.payment(wrong, -1);
    this.#clerk.payment(right, 1);
  }

  /** A card that was rung up as cash on an earlier day, or the other way round. */
  #correctLate(amountCents: number, toCash: boolean): void {
    const place = this.#payments.length;
    const earlier = { saleId: 'earlier', number: 'S1-7' };
    const [wrong, right] = toCash ? (['card', 'cash'] as const) : (['cash', 'card'] as const);
    const rows = [
      takenBack(paymentRow(earlier, aPayment(wrong, amountCents), place), 0),
      paymentRow(earlier, aPayment(right, amountCents), place),
    ].map((row) => ({ ...row, inDrawer: false }));
    this.#payments.push(...rows);
    this.#journals.push(postCorrection({ payments: rows.map(asBooked), drawerCounted: true }));
    for (const row of rows) this.#clerk.payment({ ...row, amountCents }, row.reverses ? -1 : 1);
  }

  #move(kind: DayCloseMovement['kind'], amountCents: number): void {
    this.#movements.push({ kind, amountCents: kind === 'no_sale' ? 0 : amountCents, ...AT });
    this.#journals.push(
      postDrawer(
        kind === 'paid_in' || kind === 'paid_out'
          ? { kind, amountCents, reasonCode: '' }
          : kind === 'drop'
            ? { kind, amountCents }
            : { kind },
      ),
    );
    if (kind !== 'no_sale') this.#clerk.cash(kind === 'paid_in' ? amountCents : -amountCents);
  }

  #book(sale: OpenSale, journal: readonly JournalRow[]): void {
    sale.journals.push(journal);
    this.#journals.push(journal);
  }
}

/** Change goes back where cash was handed over last; elsewhere a drawn change is none. */
function withChange(choices: TicketChoices): JournalSale {
  const ticket = aTicket({ ...choices, changeCents: 0 });
  const last = ticket.payments.at(-1);
  if (!last || last.tender !== 'cash' || last.amountCents <= 0) return ticket;
  const { changeCents } = choices;
  const handed = { ...last, amountCents: last.amountCents + changeCents };
  return { ...ticket, changeCents, payments: [...ticket.payments.slice(0, -1), handed] };
}

function withoutTax(choices: TicketChoices): TicketChoices {
  return {
    ...choices,
    lines: choices.lines.map((line) => ({ ...line, stateTaxCents: 0, countyTaxCents: 0 })),
  };
}

function saleRow(sale: OpenSale): ZSale {
  const { lines, changeCents, roundingCents } = sale.ticket;
  const subtotalCents = lines.reduce((sum, line) => sum + line.grossCents, 0);
  const discountCents = lines.reduce((sum, line) => sum + line.discountCents, 0);
  const totalCents = totalOf(lines);
  return {
    saleId: sale.saleId,
    number: sale.number,
    subtotalCents,
    discountCents,
    taxCents: totalCents - subtotalCents + discountCents,
    totalCents,
    roundingCents,
    changeCents,
    exemptReason: sale.exempt ? 'TN-4711' : null,
    voided: sale.voided ? AT : null,
  };
}

/** A line as the tables hold it; its department is named after its class. */
export function lineRow({ saleId }: Pick<OpenSale, 'saleId'>, line: JournalLine): ZLine {
  const { kind, originalKind, grossCents, discountCents, netCents, delivered } = line;
  const department = line.categoryClass === 'scrap' ? '' : line.categoryClass;
  return { saleId, kind, originalKind, department, grossCents, discountCents, netCents, delivered };
}

/** The base of a tax that stops at $1,600.00, whichever way the line goes. */
export function cappedBase(netCents: number): number {
  return Math.max(Math.min(netCents, 160_000), -160_000);
}

function taxRows(sale: OpenSale): ZTaxPart[] {
  return sale.ticket.lines.flatMap((line) =>
    line.taxes.map(({ agency, taxCents }) => ({
      saleId: sale.saleId,
      name: `${agency} tax`,
      agency,
      ratePpm: agency === 'State' ? 70_000 : 22_500,
      baseCents: agency === 'State' ? line.netCents : cappedBase(line.netCents),
      excessCents: agency === 'State' ? 0 : line.netCents - cappedBase(line.netCents),
      taxCents,
      exempt: sale.exempt,
    })),
  );
}

function paymentRow(
  { saleId, number }: Pick<OpenSale, 'saleId' | 'number'>,
  payment: JournalPayment,
  place: number,
): ZPayment {
  return {
    paymentId: `${saleId} ${place}`,
    saleId,
    saleNumber: number,
    tender: payment.tender,
    brand: payment.detail,
    terminal: payment.tender === 'card' ? pick(['A', 'B'], place) : '',
    reference: payment.tender === 'check' ? `${place}` : '',
    holdUntil: null,
    amountCents: payment.amountCents,
    state: payment.state,
    reverses: payment.reverses,
    inDrawer: true,
  };
}

function takenBack(payment: ZPayment, changeCents: number): ZPayment {
  return { ...payment, amountCents: changeCents - payment.amountCents, reverses: true };
}

function asBooked({ tender, brand, amountCents, state, reverses }: ZPayment): JournalPayment {
  return { tender, detail: brand, amountCents, state, reverses };
}
