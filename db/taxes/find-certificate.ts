import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { CustomerId, Id, StaffId } from '#shared/ids.ts';
import type { StoredExemptionCertificate } from '#shared/taxes/contract.ts';
import { certificateInForce, type ExemptionKind } from '#shared/taxes/exemption.ts';
import type { BusinessDate } from '#shared/time.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { exemptionCertificate } from './tables.ts';

/**
 * The certificate of a customer that covers a sale of a business date, of one kind where only that kind will do;
 * undefined: the sale is taxed.
 */
export function findCertificateInForce(
  db: ReadDb,
  customerId: string,
  businessDate: string,
  kind?: ExemptionKind,
): StoredExemptionCertificate | undefined {
  const certificates = listCertificates(db, customerId);
  return certificateInForce(
    kind === undefined ? certificates : certificates.filter((each) => each.kind === kind),
    businessDate as BusinessDate,
  );
}

/** The certificates of a customer, newest first, expired ones too; those taken out of use left out. */
export function listCertificates(
  db: ReadDb,
  customerId: string,
): readonly StoredExemptionCertificate[] {
  return ofCustomer(db).all({ storeId: db.storeId, customerId }).map(certificateOf);
}

/** Its number as the papers show it, also when it is out of use by now; undefined when it is not known. */
export function findCertificateNumber(
  db: ReadDb,
  exemptionCertificateId: string,
): string | undefined {
  return byId(db).get({ storeId: db.storeId, exemptionCertificateId })?.number;
}

/** True for a certificate that is there and not out of use. */
export function hasCertificate(db: ReadDb, exemptionCertificateId: string): boolean {
  return byId(db).get({ storeId: db.storeId, exemptionCertificateId })?.archivedAtMs === null;
}

function certificateOf(row: typeof exemptionCertificate.$inferSelect): StoredExemptionCertificate {
  return {
    exemptionCertificateId: row.id as Id<'exemptionCertificate'>,
    customerId: row.customerId as CustomerId,
    kind: row.kind,
    number: row.number,
    state: row.state,
    expiresOn: row.expiresOn as BusinessDate | null,
    recordedBy: row.recordedBy as StaffId,
  };
}

const ofCustomer = prepared((orm) =>
  orm
    .select()
    .from(exemptionCertificate)
    .where(
      and(
        eq(exemptionCertificate.storeId, sql.placeholder('storeId')),
        eq(exemptionCertificate.customerId, sql.placeholder('customerId')),
        isNull(exemptionCertificate.archivedAtMs),
      ),
    )
    .orderBy(desc(exemptionCertificate.createdAtMs), desc(exemptionCertificate.id))
    .prepare(),
);

const byId = prepared((orm) =>
  orm
    .select({
      number: exemptionCertificate.number,
      archivedAtMs: exemptionCertificate.archivedAtMs,
    })
    .from(exemptionCertificate)
    .where(
      and(
        eq(exemptionCertificate.storeId, sql.placeholder('storeId')),
        eq(exemptionCertificate.id, sql.placeholder('exemptionCertificateId')),
      ),
    )
    .prepare(),
);
