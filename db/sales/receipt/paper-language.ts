import type { CustomerLanguage } from '#shared/documents/paper.ts';
import { findCustomerRow } from '../../customers/find-customer.ts';
import type { ReadDb } from '../../write-path/read-db.ts';

/**
 * The language of a paper that goes to a customer, where their record says Spanish. English says nothing: a record
 * holds it too where nobody asked, and such a paper keeps the language of the printer.
 */
export function paperLanguage(db: ReadDb, customerId: string | null): CustomerLanguage {
  const language = customerId === null ? undefined : findCustomerRow(db, customerId)?.language;
  return language === 'es' ? { language } : {};
}
