import type { CustomerId, Id } from '../ids.ts';
import type { BusinessDate } from '../time.ts';

/** Why a customer pays no tax. */
export const EXEMPTION_KINDS = ['resale', 'government', 'charity', 'other'] as const;
export type ExemptionKind = (typeof EXEMPTION_KINDS)[number];

/** The paper that lets a customer buy without tax: nobody is exempt without one (docs/rules.md, Money). */
export interface ExemptionCertificate {
  readonly exemptionCertificateId: Id<'exemptionCertificate'>;
  readonly customerId: CustomerId;
  readonly kind: ExemptionKind;
  readonly number: string;
  /** The state that gave it. */
  readonly state: string;
  /** Its last day; null: until it is taken back. */
  readonly expiresOn: BusinessDate | null;
}

/**
 * The certificate that covers a sale of that day, of those that were not taken back: the one that lasts longest, so that
 * a renewed paper stands before the old one. Undefined when there is none; then the sale is taxed.
 */
export function certificateInForce<Certificate extends Pick<ExemptionCertificate, 'expiresOn'>>(
  certificates: readonly Certificate[],
  date: BusinessDate,
): Certificate | undefined {
  let longest: Certificate | undefined;
  for (const certificate of certificates) {
    if (certificate.expiresOn === null) return certificate;
    if (certificate.expiresOn < date) continue;
    if (!longest?.expiresOn || longest.expiresOn < certificate.expiresOn) longest = certificate;
  }
  return longest;
}
