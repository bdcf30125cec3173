import { customersContract } from './customers/contract.ts';
import { dayCloseContract } from './day-close/contract.ts';
import { creditContract } from './gift-cards/contract.ts';
import { accountsContract } from './house-accounts/contract.ts';
import { importsContract } from './imports/contract.ts';
import { photosContract } from './photos/contract.ts';
import { reviewContract } from './review/contract.ts';
import { salesContract } from './sales/contract.ts';
import { approvalsContract } from './sales/approvals/contract.ts';
import { form8300Contract } from './sales/form-8300/contract.ts';
import { paymentsContract } from './sales/payments/contract.ts';
import { correctionsContract } from './sales/corrections/contract.ts';
import { quotesContract } from './sales/quotes/contract.ts';
import { returnsContract } from './sales/returns/contract.ts';
import { shippingContract } from './sales/shipping/contract.ts';
import { servicesContract } from './sales/tiles/contract.ts';
import {
  backupsContract,
  printingContract,
  settingsContract,
  systemContract,
} from './settings/contract.ts';
import { staffContract } from './staff/contract.ts';
import { stockContract } from './stock/contract.ts';
import { receivingContract } from './stock/receiving/contract.ts';
import { countsContract } from './stock/counts/contract.ts';
import { placesContract } from './stock/places/contract.ts';
import { repriceContract } from './stock/reprice/contract.ts';
import { tagsContract } from './stock/tags/contract.ts';
import { taxesContract } from './taxes/contract.ts';

/** Everything the window may ask of the store. The router implements it, and nothing else crosses the port. */
export const contract = {
  system: systemContract,
  staff: staffContract,
  customers: customersContract,
  stock: stockContract,
  photos: photosContract,
  tags: tagsContract,
  reprice: repriceContract,
  places: placesContract,
  counts: countsContract,
  receiving: receivingContract,
  sales: salesContract,
  returns: returnsContract,
  corrections: correctionsContract,
  approvals: approvalsContract,
  quotes: quotesContract,
  shipping: shippingContract,
  services: servicesContract,
  payments: paymentsContract,
  form8300: form8300Contract,
  credit: creditContract,
  accounts: accountsContract,
  dayClose: dayCloseContract,
  review: reviewContract,
  taxes: taxesContract,
  imports: importsContract,
  settings: settingsContract,
  backups: backupsContract,
  printing: printingContract,
};

export type Contract = typeof contract;
