import type accounts from './en/accounts.json';
import type approvals from './en/approvals.json';
import type common from './en/common.json';
import type corrections from './en/corrections.json';
import type counts from './en/counts.json';
import type customerDisplay from './en/customer-display.json';
import type customers from './en/customers.json';
import type dayClose from './en/day-close.json';
import type help from './en/help.json';
import type importing from './en/import.json';
import type papers from './en/papers.json';
import type pay from './en/pay.json';
import type photos from './en/photos.json';
import type price from './en/price.json';
import type quotes from './en/quotes.json';
import type refusals from './en/refusals.json';
import type receive from './en/receive.json';
import type reprice from './en/reprice.json';
import type returns from './en/returns.json';
import type review from './en/review.json';
import type scanner from './en/scanner.json';
import type sell from './en/sell.json';
import type services from './en/services.json';
import type settings from './en/settings.json';
import type shell from './en/shell.json';
import type signIn from './en/sign-in.json';
import type stock from './en/stock.json';
import type system from './en/system.json';
import type tags from './en/tags.json';
import type taxes from './en/taxes.json';
import type wizard from './en/wizard.json';

/** The parts of the interface, one catalogue file each per language. English is the measure of the keys. */
export interface Areas {
  readonly common: typeof common;
  readonly counts: typeof counts;
  readonly shell: typeof shell;
  readonly review: typeof review;
  readonly sell: typeof sell;
  readonly pay: typeof pay;
  readonly price: typeof price;
  readonly returns: typeof returns;
  readonly corrections: typeof corrections;
  readonly services: typeof services;
  readonly approvals: typeof approvals;
  readonly quotes: typeof quotes;
  readonly accounts: typeof accounts;
  readonly customers: typeof customers;
  readonly 'customer-display': typeof customerDisplay;
  readonly stock: typeof stock;
  readonly receive: typeof receive;
  readonly reprice: typeof reprice;
  readonly tags: typeof tags;
  readonly photos: typeof photos;
  readonly help: typeof help;
  readonly import: typeof importing;
  readonly 'day-close': typeof dayClose;
  readonly scanner: typeof scanner;
  readonly settings: typeof settings;
  readonly taxes: typeof taxes;
  readonly wizard: typeof wizard;
  readonly system: typeof system;
  readonly 'sign-in': typeof signIn;
  readonly refusals: typeof refusals;
  readonly papers: typeof papers;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Areas;
    returnNull: false;
  }
}
