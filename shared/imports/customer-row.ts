import {
  type AddressDraft,
  type AskedElsewhere,
  type CustomerDraft,
  DRAFT_LIMITS,
} from './drafts.ts';
import type { ImportMapping, ImportRow, RowError, RowWarning } from './import-row.ts';
import {
  fail,
  type OpenRow,
  openRow,
  rawCell,
  readCode,
  readKey,
  readLines,
  readText,
  readYesNo,
  warn,
  yesOrNo,
} from './read-cell.ts';
import { type ReadPhone, readPhone } from './read-phone.ts';

/** A customer and what to look at, or every reason why the row is none. */
export type CustomerReading =
  | {
      readonly ok: true;
      readonly customer: CustomerDraft;
      readonly warnings: readonly RowWarning[];
    }
  | { readonly ok: false; readonly errors: readonly RowError[] };

/**
 * Reads one row as a customer. Never throws, whatever the cells hold; a draft holds no control characters and
 * no card number. Refuses the row with every error found; a name or company must be there. A phone or e-mail
 * that is none goes into the note with a warning. "Accepts marketing" never becomes consent (docs/rules.md,
 * Consent and messages).
 */
export function readCustomerRow(row: ImportRow, mapping: ImportMapping): CustomerReading {
  const open = openRow(row, mapping);
  // Values of a broken row stand under the wrong headers; their errors would mislead.
  if (open.errors.length > 0) return { ok: false, errors: open.errors };
  const customer = customerOf(open);
  if (open.errors.length > 0) return { ok: false, errors: open.errors };
  return { ok: true, customer, warnings: open.warnings };
}

function customerOf(open: OpenRow): CustomerDraft {
  const externalId = readKey(open, 'externalId', DRAFT_LIMITS.externalId);
  const names = readNames(open);
  const address = readAddress(open);
  const phones = readPhones(open, address?.country ?? 'US');
  const email = readEmail(open);
  const note = readNote(open, [...phones.leftovers, ...email.leftovers]);
  const language = readLanguage(open);
  return {
    ...(externalId && { externalId }),
    ...names,
    ...(phones.phone && {
      phoneE164: phones.phone.e164,
      phoneTyped: phones.phone.typed,
      ...(phones.phone.extension && { phoneExtension: phones.phone.extension }),
    }),
    ...(email.email && { email: email.email }),
    ...(address && { address }),
    ...(note && { note }),
    taxExempt: readTaxExempt(open),
    ...(language && { language }),
    askedElsewhere: readAskedElsewhere(open),
  };
}

function readNames(open: OpenRow): Pick<CustomerDraft, 'givenName' | 'familyName' | 'company'> {
  const errorsBefore = open.errors.length;
  const givenName = readText(open, 'givenName', DRAFT_LIMITS.name);
  const familyName = readText(open, 'familyName', DRAFT_LIMITS.name);
  const company = readText(open, 'company', DRAFT_LIMITS.company);
  const isNameless = givenName === '' && familyName === '' && company === '';
  if (isNameless && open.errors.length === errorsBefore)
    fail(open, 'familyName', 'NAME_REQUIRED', '');
  return { givenName, familyName, ...(company && { company }) };
}

function readAddress(open: OpenRow): AddressDraft | undefined {
  const line1 = readText(open, 'line1', DRAFT_LIMITS.addressLine);
  const line2 = readText(open, 'line2', DRAFT_LIMITS.addressLine);
  const city = readText(open, 'city', DRAFT_LIMITS.city);
  const state = readText(open, 'state', DRAFT_LIMITS.state);
  const zip = readCode(open, 'zip', DRAFT_LIMITS.zip);
  const country = countryCode(readText(open, 'country', DRAFT_LIMITS.country));
  if ([line1, line2, city, state, zip].every((part) => part === '')) return undefined;
  if (country === 'US' && zip !== '' && !/^\d{5}(?:-?\d{4})?$/.test(zip))
    warn(open, 'zip', 'ZIP_UNUSUAL', zip);
  return {
    line1,
    line2,
    city,
    state: /^[a-z]{2}$/i.test(state) ? state.toUpperCase() : state,
    zip,
    country,
  };
}

/** `US` for the ways exports write it and for silence; a two-letter code in upper case; else as it stands. */
function countryCode(country: string): string {
  if (/^(?:|usa|u\.s\.a?\.?|united states(?: of america)?)$/i.test(country)) return 'US';
  return /^[a-z]{2}$/i.test(country) ? country.toUpperCase() : country;
}

interface Phones {
  readonly phone?: ReadPhone & { readonly typed: string };
  /** Lines for the note: what is no phone, and the second one. */
  readonly leftovers: readonly string[];
}

function readPhones(open: OpenRow, country: string): Phones {
  const first = readCode(open, 'phone', DRAFT_LIMITS.phone);
  const second = readCode(open, 'secondPhone', DRAFT_LIMITS.phone);
  const leftovers: string[] = [];
  let phone: Phones['phone'];
  for (const [field, typed] of [
    ['phone', first],
    ['secondPhone', second],
  ] as const) {
    if (typed === '' || (field === 'secondPhone' && typed === first)) continue;
    const read = readPhone(typed, country);
    if (!read) {
      warn(open, field, 'PHONE_NOT_VALID', typed);
      leftovers.push(`Phone: ${typed}`);
    } else if (!phone) phone = { ...read, typed };
    else if (read.e164 !== phone.e164 || read.extension !== phone.extension)
      leftovers.push(`Other phone: ${typed}`);
  }
  return { ...(phone && { phone }), leftovers };
}

function readEmail(open: OpenRow): {
  readonly email?: string;
  readonly leftovers: readonly string[];
} {
  const typed = readText(open, 'email', DRAFT_LIMITS.email);
  if (typed === '') return { leftovers: [] };
  if (/^[^\s@"(),:;<>[\]\\]+@[^\s@"(),:;<>[\]\\]+\.[^\s@."(),:;<>[\]\\]{2,}$/.test(typed)) {
    return { email: typed.toLowerCase(), leftovers: [] };
  }
  warn(open, 'email', 'EMAIL_NOT_VALID', typed);
  return { leftovers: [`E-mail: ${typed}`] };
}

function readNote(open: OpenRow, leftovers: readonly string[]): string {
  const note = readLines(open, 'note', DRAFT_LIMITS.note);
  const tags = readText(open, 'tags', DRAFT_LIMITS.note);
  const lines = [note, tags && `Tags: ${tags}`, ...leftovers].filter((line) => line !== '');
  const whole = lines.join('\n');
  if (whole.length > DRAFT_LIMITS.note) fail(open, 'note', 'TEXT_TOO_LONG', whole);
  return whole;
}

/** Kept, but an exemption needs a certificate (docs/rules.md, Money), which no file carries. */
function readTaxExempt(open: OpenRow): boolean {
  const taxExempt = readYesNo(open, 'taxExempt') ?? false;
  if (taxExempt) warn(open, 'taxExempt', 'TAX_EXEMPT_NOT_PROVEN', rawCell(open, 'taxExempt'));
  return taxExempt;
}

function readLanguage(open: OpenRow): 'en' | 'es' | undefined {
  const raw = rawCell(open, 'language').trim();
  if (/^(?:en(?:[-_][a-z]{2})?|english|inglés)$/i.test(raw)) return 'en';
  if (/^(?:es(?:[-_][a-z0-9]{2,3})?|spanish|español)$/i.test(raw)) return 'es';
  if (raw !== '') warn(open, 'language', 'LANGUAGE_UNKNOWN', raw);
  return undefined;
}

function readAskedElsewhere(open: OpenRow): AskedElsewhere {
  // Who wants nothing has said so about everything, whatever was ticked before.
  const optedOut = readAsked(open, 'optedOut') === true;
  const noEmail = optedOut || readAsked(open, 'noEmail') === true;
  const sms = optedOut ? false : readAsked(open, 'askedSms');
  const email = noEmail ? false : readAsked(open, 'askedEmail');
  return { ...(sms !== undefined && { sms }), ...(email !== undefined && { email }) };
}

function readAsked(open: OpenRow, field: string): boolean | undefined {
  const raw = rawCell(open, field);
  const answer = yesOrNo(raw);
  if (answer === undefined && raw.trim() !== '') warn(open, field, 'ASKED_ELSEWHERE_UNKNOWN', raw);
  return answer;
}
