import { findCustomer } from '../../customers/find-customer.ts';
import type { ReadDb } from '../../write-path/read-db.ts';

/** A customer as a paper addresses them. */
export interface PaperCustomer {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly phone: string;
}

/** Name, address and phone; empty where the customer is gone. */
export function paperCustomer(db: ReadDb, customerId: string): PaperCustomer {
  const customer = findCustomer(db, customerId);
  const address = customer?.fields.address;
  const town = address
    ? [address.city, address.state, address.zip].filter((part) => part !== '').join(' ')
    : '';
  return {
    name: customer?.name ?? '',
    addressLines: address ? [address.line1, address.line2, town].filter((line) => line !== '') : [],
    phone: customer?.phone ?? '',
  };
}
