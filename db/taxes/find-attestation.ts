import { createHash } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { StaffId } from '#shared/ids.ts';
import { attestedText } from '#shared/taxes/attested.ts';
import type { TaxAttestation } from '#shared/taxes/contract.ts';
import type { BusinessDate } from '#shared/time.ts';
import { findStaff } from '../staff/find-staff.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { taxAttestation } from './tables.ts';
import { taxAreaOf, type TaxAreaRow, type TaxRuleRow, taxRuleOf } from './tax-rows.ts';

/** The newest word of an owner for the taxes of a place, and whether they are still what it was given for; null: none. */
export function findAttestation(
  db: ReadDb,
  taxAreaId: string,
  taxesHash: string,
): TaxAttestation | null {
  const row = newest(db).get({ storeId: db.storeId, taxAreaId });
  if (!row) return null;
  return {
    attestedBy: row.staffId as StaffId,
    name: findStaff(db, row.staffId)?.name ?? '',
    businessDate: row.businessDate as BusinessDate,
    source: row.source,
    holds: row.taxesHash === taxesHash,
  };
}

/** One text of 64 characters for all that an attestation is about. */
export function taxesHashOf(area: TaxAreaRow, rules: readonly TaxRuleRow[]): string {
  const text = attestedText(taxAreaOf(area), rules.map(taxRuleOf));
  return createHash('sha256').update(text).digest('hex');
}

const newest = prepared((orm) =>
  orm
    .select()
    .from(taxAttestation)
    .where(
      and(
        eq(taxAttestation.storeId, sql.placeholder('storeId')),
        eq(taxAttestation.taxAreaId, sql.placeholder('taxAreaId')),
      ),
    )
    .orderBy(desc(taxAttestation.atMs), desc(taxAttestation.id))
    .limit(1)
    .prepare(),
);
