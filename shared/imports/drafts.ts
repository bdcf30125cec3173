import type { Cents, Thousandths } from '../money.ts';
import type { BusinessDate } from '../time.ts';

/** Longest texts a draft may hold, in UTF-16 units; the same that a person may type. */
export const DRAFT_LIMITS = {
  externalId: 80,
  stockNumber: 40,
  description: 200,
  category: 80,
  vendor: 80,
  vendorStyle: 80,
  serial: 80,
  name: 80,
  company: 120,
  phone: 40,
  email: 254,
  addressLine: 120,
  city: 80,
  state: 40,
  zip: 16,
  country: 40,
  note: 2000,
} as const;

/**
 * A piece as a file describes it: checked, with money in integer cents and quantity in thousandths. An absent
 * field was empty or not in the file, and changes nothing on a piece that exists.
 */
export interface PieceDraft {
  /** The other system's key. */
  readonly externalId?: string;
  /** Text: `00012` keeps its zeros. */
  readonly stockNumber: string;
  readonly description: string;
  readonly category?: string;
  readonly vendor?: string;
  readonly vendorStyle?: string;
  readonly serial?: string;
  readonly costCents?: Cents;
  readonly tagPriceCents: Cents;
  readonly taxed: boolean;
  /** More than zero. */
  readonly quantityThousandths: Thousandths;
  /** `piece` is exactly one; any other quantity is counted goods. */
  readonly kind: 'piece' | 'counted';
}

/** A postal address; every part may be '', never all of them. Without a country it is the US. */
export interface AddressDraft {
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly state: string;
  /** Text: `02134` keeps its zero. */
  readonly zip: string;
  readonly country: string;
}

/**
 * What another system says it was allowed to send. Never consent (docs/rules.md, Consent and messages): nothing is
 * sent on it, it only tells staff whom to ask first.
 */
export interface AskedElsewhere {
  readonly sms?: boolean;
  readonly email?: boolean;
}

/** A customer as a file describes it. Given name, family name or company is there; the others may be ''. */
export interface CustomerDraft {
  readonly externalId?: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly company?: string;
  readonly phoneE164?: string;
  /** As the file wrote it, with its extension. Only together with `phoneE164`. */
  readonly phoneTyped?: string;
  /** Digits behind the number, `5` of `x5`. */
  readonly phoneExtension?: string;
  /** Lower case. */
  readonly email?: string;
  readonly address?: AddressDraft;
  readonly note?: string;
  readonly taxExempt: boolean;
  readonly language?: 'en' | 'es';
  readonly askedElsewhere: AskedElsewhere;
}

/** One line of a sale that the old system made. What came back is below zero. */
export interface SaleLineDraft {
  /** The old system's number of the sale; rows of one number are one sale. */
  readonly saleNumber: string;
  readonly soldOn: BusinessDate;
  /** `15:43:58`, on the old system's clock. */
  readonly soldTime?: string;
  readonly customerName?: string;
  /** '' for what had none. */
  readonly stockNumber: string;
  readonly description: string;
  readonly category: string;
  readonly quantityThousandths: Thousandths;
  readonly grossCents: Cents;
  readonly discountCents: Cents;
  readonly netCents: Cents;
  readonly taxCents: Cents;
}
