import { z } from 'zod';
import { commandId, idOf, requiredText, typedText } from '../../fields.ts';
import type { Id, SaleId } from '../../ids.ts';
import type { Cents } from '../../money.ts';
import { answer, command, found, query } from '../../procedure.ts';

export const handOverInput = z.object({
  commandId,
  shipmentId: idOf('shipment'),
  carrier: requiredText(40),
  tracking: typedText(60),
});

export interface WaitingShipment {
  readonly shipmentId: Id<'shipment'>;
  readonly saleId: SaleId;
  readonly saleNumber: string;
  readonly recipient: string;
  readonly address: string;
  readonly carrier: string;
  readonly tracking: string;
  readonly insuredCents: Cents;
  readonly businessDate: string;
}

export const shippingContract = {
  /** Paid and still here, oldest first. */
  waiting: query('sales.read', z.object({})).output(found<readonly WaitingShipment[]>()),
  /** The parcel was handed to the carrier: that is the delivery. */
  handOver: command('sales.sell', handOverInput).output(
    answer<
      { readonly shipmentEventId: string },
      { readonly code: 'SHIPMENT_NOT_FOUND' } | { readonly code: 'SHIPMENT_ALREADY_GONE' }
    >(),
  ),
};
