import { z } from 'zod';
import {
  businessDate,
  commandId,
  idOf,
  priceCents,
  ratePpm,
  requiredText,
  typedText,
} from '../fields.ts';
import type { Id, StaffId } from '../ids.ts';
import type { RatePpm } from '../money.ts';
import { answer, command, found, query } from '../procedure.ts';
import type { BusinessDate } from '../time.ts';
import { EXEMPTION_KINDS, type ExemptionCertificate } from './exemption.ts';
import type { RuleDatesRefusal } from './rule-dates.ts';
import { TAX_CLASSES } from './tax-class.ts';
import {
  CONDITIONS_PER,
  SERVICE_RULES,
  TAX_ROUNDINGS,
  type TaxArea,
  type TaxAreaId,
  type TaxRounding,
  type TaxRule,
  TRADE_IN_RULES,
} from './tax-rule.ts';

const serviceRule = z.object({
  rule: z.enum(SERVICE_RULES),
  percentPpm: z
    .int()
    .min(0)
    .max(1_000_000)
    .transform((value) => value as RatePpm),
});

export const taxAreaFields = z.object({
  taxAreaId: idOf('taxArea'),
  name: requiredText(60),
  state: typedText(40),
  tradeIn: z.enum(TRADE_IN_RULES),
  services: z.object({ restore: serviceRule, alter: serviceRule, fabricate: serviceRule }),
});
export type TaxAreaFields = z.infer<typeof taxAreaFields>;

/** A rule as it is saved. The window makes the id of a new version and gives it the series of the one before. */
export const taxRuleDraft = z
  .object({
    taxRuleId: idOf('taxRule'),
    series: idOf('taxSeries'),
    name: requiredText(60),
    agency: requiredText(80),
    ratePpm,
    classes: z
      .array(z.enum(TAX_CLASSES).exclude(['none']))
      .min(1, 'TAX_CLASS_REQUIRED')
      .refine((classes) => new Set(classes).size === classes.length, 'TAX_CLASS_TWICE'),
    fromCents: priceCents,
    toCents: priceCents.nullable(),
    overCents: priceCents.nullable(),
    underCents: priceCents.nullable(),
    conditionPer: z.enum(CONDITIONS_PER),
    fromDate: businessDate,
    toDate: businessDate.nullable(),
  })
  .refine(({ fromCents, toCents }) => toCents === null || fromCents < toCents, 'TAX_BAND_EMPTY')
  .refine(
    ({ overCents, underCents }) => underCents === null || (overCents ?? 0) < underCents,
    'TAX_CONDITION_EMPTY',
  );
export type TaxRuleDraft = z.infer<typeof taxRuleDraft>;

export const saveTaxAreaInput = z.object({
  commandId,
  /** True for a place that is made now; else it must be there. */
  isNew: z.boolean(),
  area: taxAreaFields,
  /** All rules the area shall have, of all dates: one that is left out is taken away, if no sale stands on it. */
  rules: z
    .array(taxRuleDraft)
    .max(200)
    .refine(
      (rules) => new Set(rules.map(({ taxRuleId }) => taxRuleId)).size === rules.length,
      'TAX_RULE_TWICE',
    ),
});
export type SaveTaxAreaInput = z.infer<typeof saveTaxAreaInput>;

export const attestTaxesInput = z.object({
  commandId,
  taxAreaId: idOf('taxArea'),
  taxesHash: z.string().regex(/^[0-9a-f]{64}$/),
  source: requiredText(200),
});
export type AttestTaxesInput = z.infer<typeof attestTaxesInput>;

export const exemptionCertificateFields = z.object({
  exemptionCertificateId: idOf('exemptionCertificate'),
  customerId: idOf('customer'),
  kind: z.enum(EXEMPTION_KINDS),
  number: requiredText(60),
  state: requiredText(40),
  expiresOn: businessDate.nullable(),
});

/** A rule and the last business date a sale was taxed by it; null: it may still be changed or taken away. */
export interface StoredTaxRule extends TaxRule {
  readonly lastUsedOn: BusinessDate | null;
}

/** An owner's word that the taxes of a place are what the store must collect. */
export interface TaxAttestation {
  readonly attestedBy: StaffId;
  readonly name: string;
  readonly businessDate: BusinessDate;
  /** Where it says so: a page, a letter, an accountant. */
  readonly source: string;
  /** False: the taxes were changed since. */
  readonly holds: boolean;
}

export interface StoredTaxArea extends TaxArea {
  /** Of all dates, the order of their making. */
  readonly rules: readonly StoredTaxRule[];
  /** Stands for all that an attestation is about: who attests says which taxes were read. */
  readonly taxesHash: string;
  /** The newest; null while nobody has given a word for it. */
  readonly attestation: TaxAttestation | null;
}

/** Everything the store knows of taxes. */
export interface Taxes {
  readonly homeAreaId: TaxAreaId;
  readonly rounding: TaxRounding;
  /** Home first. */
  readonly areas: readonly StoredTaxArea[];
}

/** A certificate and who looked at the paper. */
export interface StoredExemptionCertificate extends ExemptionCertificate {
  readonly recordedBy: StaffId;
}

export type SaveTaxAreaRefusal =
  | RuleDatesRefusal
  /** Sales stand on this version: it may end, and what is new is a version of its own. */
  | { readonly code: 'TAX_RULE_IN_USE'; readonly name: string; readonly lastUsedOn: BusinessDate }
  | { readonly code: 'TAX_AREA_NOT_FOUND' };

export const taxesContract = {
  get: query('signedIn', z.object({})).output(found<Taxes>()),
  /** From the next sale of a day in which a rule is in force; sales made keep theirs. */
  saveArea: command('settings.change', saveTaxAreaInput).output(
    answer<{ readonly taxAreaId: TaxAreaId }, SaveTaxAreaRefusal>(),
  ),
  /** An owner's word that the taxes of a place are right, as they were read. */
  attest: command('taxes.attest', attestTaxesInput).output(
    answer<null, { readonly code: 'TAX_AREA_NOT_FOUND' } | { readonly code: 'TAX_AREA_CHANGED' }>(),
  ),
  /** Takes a place out of use. Sales that were sent there keep its tax. */
  archiveArea: command(
    'settings.change',
    z.object({ commandId, taxAreaId: idOf('taxArea') }),
  ).output(
    answer<null, { readonly code: 'TAX_AREA_NOT_FOUND' } | { readonly code: 'TAX_AREA_IS_HOME' }>(),
  ),
  /** Where the store is, and where half a cent is rounded. */
  saveTerms: command(
    'settings.change',
    z.object({ commandId, homeAreaId: idOf('taxArea'), rounding: z.enum(TAX_ROUNDINGS) }),
  ).output(answer<null, { readonly code: 'TAX_AREA_NOT_FOUND' }>()),
  addCertificate: command(
    'customers.exempt',
    z.object({ commandId, certificate: exemptionCertificateFields }),
  ).output(
    answer<
      { readonly exemptionCertificateId: Id<'exemptionCertificate'> },
      { readonly code: 'CUSTOMER_NOT_FOUND' }
    >(),
  ),
  /** The newest first; those taken back are left out. */
  listCertificates: query('customers.read', z.object({ customerId: idOf('customer') })).output(
    found<readonly StoredExemptionCertificate[]>(),
  ),
  /** Takes a certificate back: from the next sale on it exempts nobody. */
  archiveCertificate: command(
    'customers.exempt',
    z.object({ commandId, exemptionCertificateId: idOf('exemptionCertificate') }),
  ).output(answer<null, { readonly code: 'CERTIFICATE_NOT_FOUND' }>()),
};
