import { z } from 'zod';
import { commandId, idOf } from '../../fields.ts';
import type { CustomerId } from '../../ids.ts';
import type { Cents } from '../../money.ts';
import { answer, command, found, query } from '../../procedure.ts';
import type { CashMeter } from './meter.ts';
import type { Form8300Worksheet, PayerStatement } from './worksheet.ts';

/** What of a customer's cash is reportable, and what has to be done. */
export interface CustomerCash {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly meter: CashMeter;
  /** Of the oldest report that is due; null where none is. */
  readonly worksheet: Form8300Worksheet | null;
  readonly statements: readonly PayerStatement[];
}

export const form8300Contract = {
  /** The meter of one customer, with what a cash payment of so much now would make of it. */
  meter: query(
    'sales.sell',
    z.object({ customerId: idOf('customer'), cashCents: z.int().min(0).optional() }),
  ).output(found<CustomerCash | null>()),
  /** Everybody whose cash asks for attention: near the limit, a report due, or a statement they are owed. */
  list: query('sales.read', z.object({})).output(found<readonly CustomerCash[]>()),
  /** Writes down that the due report was filed. */
  file: command('payments.settle', z.object({ commandId, customerId: idOf('customer') })).output(
    answer<{ readonly throughCents: Cents }, { readonly code: 'NOTHING_TO_FILE' }>(),
  ),
};
