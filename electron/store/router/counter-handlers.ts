import { makeApproval } from '#db/sales/approvals/make-approval.ts';
import { extendApproval, returnApproval } from '#db/sales/approvals/settle-approval.ts';
import { saveQuote } from '#db/sales/quotes/save-quote.ts';
import { handOver } from '#db/sales/shipping/ship.ts';
import { fromReader, gated } from './gate.ts';
import { toWriter } from './to-writer.ts';

const { approvals, quotes, shipping } = gated;

export const approvalsHandlers = {
  list: approvals.list.handler(fromReader('approvals.list')),
  get: approvals.get.handler(fromReader('approvals.get')),
  make: approvals.make.handler(toWriter('approvals.make', makeApproval)),
  return: approvals.return.handler(toWriter('approvals.return', returnApproval)),
  extend: approvals.extend.handler(toWriter('approvals.extend', extendApproval)),
};

export const quotesHandlers = {
  list: quotes.list.handler(fromReader('quotes.list')),
  get: quotes.get.handler(fromReader('quotes.get')),
  save: quotes.save.handler(toWriter('quotes.save', saveQuote)),
};

export const shippingHandlers = {
  waiting: shipping.waiting.handler(fromReader('shipping.waiting')),
  handOver: shipping.handOver.handler(toWriter('shipping.handOver', handOver)),
};
