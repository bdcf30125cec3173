import { correctCustomer } from '#db/sales/corrections/correct-customer.ts';
import { correctSeller } from '#db/sales/corrections/correct-seller.ts';
import { correctTender } from '#db/sales/corrections/correct-tender.ts';
import { passInspection, writeOff } from '#db/sales/returns/settle-inspection.ts';
import { fromReader, gated } from './gate.ts';
import { toWriter } from './to-writer.ts';

const { returns, corrections } = gated;

/** What comes back: found, planned, and looked at. The return itself is a ticket, completed like any other. */
export const returnsHandlers = {
  findSales: returns.findSales.handler(fromReader('returns.findSales')),
  ofSale: returns.ofSale.handler(fromReader('returns.ofSale')),
  plan: returns.plan.handler(fromReader('returns.plan')),
  inspection: returns.inspection.handler(fromReader('returns.inspection')),
  passInspection: returns.passInspection.handler(
    toWriter('returns.passInspection', passInspection),
  ),
  writeOff: returns.writeOff.handler(toWriter('returns.writeOff', writeOff)),
};

export const correctionsHandlers = {
  ofSale: corrections.ofSale.handler(fromReader('corrections.ofSale')),
  tender: corrections.tender.handler(toWriter('corrections.tender', correctTender)),
  seller: corrections.seller.handler(toWriter('corrections.seller', correctSeller)),
  customer: corrections.customer.handler(toWriter('corrections.customer', correctCustomer)),
};
