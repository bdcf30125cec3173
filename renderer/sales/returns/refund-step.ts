import { type Cents, cents, ZERO_CENTS } from '#shared/money.ts';
import { settle } from '#shared/sales/tendering/settle.ts';
import type { Step } from '../pay/next-step.ts';
import { type Due, type Payment, roundingOf } from '../pay/payments.ts';

/** What giving back so does. Nothing is given by itself: all of it must stand in the list. */
export function refundStep(due: Due, payments: readonly Payment[]): Step {
  const wrongWay = payments.find((payment) => payment.amountCents >= 0);
  if (wrongWay)
    return {
      kind: 'problem',
      problem: { code: 'TENDER_NEEDS_DETAIL', tender: wrongWay.kind, detail: 'amount' },
    };
  const roundingCents = payments.length === 0 ? ZERO_CENTS : roundingOf(due, payments);
  const settled = settle(payments, due.totalCents, roundingCents);
  return settled.ok
    ? { kind: 'covers', payments, changeCents: ZERO_CENTS, roundingCents }
    : { kind: 'problem', problem: settled.refusal };
}

/** What is still to be given, or (negative) is given too much. */
export function leftToGive(due: Due, payments: readonly Payment[]): Cents {
  const roundingCents = payments.length === 0 ? ZERO_CENTS : roundingOf(due, payments);
  const given = payments.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return cents(given - due.totalCents - roundingCents);
}
