import { approvalsHandlers, quotesHandlers, shippingHandlers } from './counter-handlers.ts';
import {
  accountsHandlers,
  creditHandlers,
  form8300Handlers,
  paymentsHandlers,
} from './credit-handlers.ts';
import { gated } from './gate.ts';
import { importsHandlers } from './imports-handlers.ts';
import { staffHandlers } from './people-handlers.ts';
import { photosHandlers } from './photos-handlers.ts';
import { correctionsHandlers, returnsHandlers } from './returns-handlers.ts';
import { reviewHandlers } from './review-handlers.ts';
import { salesHandlers } from './sales-handlers.ts';
import { servicesHandlers } from './services-handlers.ts';
import { printingHandlers, settingsHandlers } from './settings-handlers.ts';
import { customersHandlers, dayCloseHandlers, stockHandlers } from './shop-handlers.ts';
import { backupsHandlers, systemHandlers } from './system-handlers.ts';
import { receivingHandlers } from './receiving-handlers.ts';
import { countsHandlers, placesHandlers } from './counts-handlers.ts';
import { repriceHandlers } from './reprice-handlers.ts';
import { tagsHandlers } from './tags-handlers.ts';
import { taxesHandlers } from './taxes-handlers.ts';

/** The contract, implemented. A procedure without a handler does not compile. */
export const router = gated.router({
  system: systemHandlers,
  staff: staffHandlers,
  customers: customersHandlers,
  stock: stockHandlers,
  photos: photosHandlers,
  tags: tagsHandlers,
  reprice: repriceHandlers,
  places: placesHandlers,
  counts: countsHandlers,
  receiving: receivingHandlers,
  sales: salesHandlers,
  returns: returnsHandlers,
  corrections: correctionsHandlers,
  approvals: approvalsHandlers,
  quotes: quotesHandlers,
  shipping: shippingHandlers,
  services: servicesHandlers,
  payments: paymentsHandlers,
  form8300: form8300Handlers,
  credit: creditHandlers,
  accounts: accountsHandlers,
  dayClose: dayCloseHandlers,
  review: reviewHandlers,
  taxes: taxesHandlers,
  imports: importsHandlers,
  settings: settingsHandlers,
  backups: backupsHandlers,
  printing: printingHandlers,
});
