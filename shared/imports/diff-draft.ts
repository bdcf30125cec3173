import { formatCents } from '../money.ts';
import { type AddressDraft, type CustomerDraft, DRAFT_LIMITS, type PieceDraft } from './drafts.ts';
import type { ImportMapping } from './import-row.ts';
import { isMapped } from './read-cell.ts';

/** One field an import would change, as text for a list; '' is "nothing there". */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What an import does with a row that is in order. */
export type RowOutcome = 'created' | 'changed' | 'skipped';

/** `changes` is undefined where nothing exists yet. */
export function rowOutcome(changes: readonly FieldChange[] | undefined): RowOutcome {
  if (!changes) return 'created';
  return changes.length > 0 ? 'changed' : 'skipped';
}

/**
 * What a draft would change on a piece that exists; empty when nothing. A field that the row leaves empty or the
 * file does not have changes nothing. Counted goods of which one is left stay counted goods.
 */
export function diffPiece(
  existing: PieceDraft,
  draft: PieceDraft,
  mapping: ImportMapping,
): readonly FieldChange[] {
  const fileSays = (field: string) => isMapped(mapping, field);
  return [
    ...change('stockNumber', existing.stockNumber, draft.stockNumber),
    ...change('description', existing.description, draft.description),
    ...change('category', existing.category, draft.category),
    ...change('vendor', existing.vendor, draft.vendor),
    ...change('vendorStyle', existing.vendorStyle, draft.vendorStyle),
    ...change('serial', existing.serial, draft.serial),
    ...change('costCents', existing.costCents, draft.costCents, formatCents),
    ...change('tagPriceCents', existing.tagPriceCents, draft.tagPriceCents, formatCents),
    ...(fileSays('taxed') ? change('taxed', existing.taxed, draft.taxed, yesNo) : []),
    ...(fileSays('quantity')
      ? change(
          'quantityThousandths',
          existing.quantityThousandths,
          draft.quantityThousandths,
          wholeUnits,
        )
      : []),
    ...(fileSays('quantity') && draft.kind === 'counted'
      ? change('kind', existing.kind, draft.kind)
      : []),
  ];
}

/**
 * What a draft would change on a customer who exists; empty when nothing. A field that the row leaves empty or
 * the file does not have changes nothing, so that an import never empties what staff wrote. The address is one
 * value (docs/rules.md, The log).
 */
export function diffCustomer(
  existing: CustomerDraft,
  draft: CustomerDraft,
  mapping: ImportMapping,
): readonly FieldChange[] {
  return [
    ...change('givenName', existing.givenName, draft.givenName || undefined),
    ...change('familyName', existing.familyName, draft.familyName || undefined),
    ...change('company', existing.company, draft.company),
    ...diffPhone(existing, draft),
    ...change('email', existing.email, draft.email),
    ...change('address', oneLine(existing.address), oneLine(draft.address) || undefined),
    ...change('note', existing.note, mergeNote(existing.note, draft.note)),
    ...(isMapped(mapping, 'taxExempt')
      ? change('taxExempt', existing.taxExempt, draft.taxExempt, yesNo)
      : []),
    ...change('language', existing.language, draft.language),
    ...change('askedElsewhereSms', existing.askedElsewhere.sms, draft.askedElsewhere.sms, yesNo),
    ...change(
      'askedElsewhereEmail',
      existing.askedElsewhere.email,
      draft.askedElsewhere.email,
      yesNo,
    ),
  ];
}

/**
 * The note after an import: what staff wrote stays, what the file adds comes below it, once. Undefined when there
 * is nothing at all; a file's note that would not fit (2,000) is left out.
 */
export function mergeNote(
  before: string | undefined,
  fromFile: string | undefined,
): string | undefined {
  if (before === undefined || before === '') return fromFile;
  if (fromFile === undefined || before.includes(fromFile)) return before;
  const whole = `${before}\n${fromFile}`;
  return whole.length > DRAFT_LIMITS.note ? before : whole;
}

/** The same number written another way is no change; another number or extension is one. */
function diffPhone(existing: CustomerDraft, draft: CustomerDraft): readonly FieldChange[] {
  if (existing.phoneE164 === draft.phoneE164 && existing.phoneExtension === draft.phoneExtension)
    return [];
  return change('phone', existing.phoneTyped, draft.phoneTyped);
}

function change<Value>(
  field: string,
  before: Value | undefined,
  after: Value | undefined,
  say: (value: Value) => string = String,
): readonly FieldChange[] {
  if (after === undefined || after === before) return [];
  return [{ field, before: before === undefined ? '' : say(before), after: say(after) }];
}

const yesNo = (value: boolean) => (value ? 'yes' : 'no');
const wholeUnits = (thousandths: number) => String(thousandths / 1000);

function oneLine(address: AddressDraft | undefined): string {
  if (!address) return '';
  const { line1, line2, city, state, zip, country } = address;
  return [line1, line2, city, `${state} ${zip}`.trim(), country]
    .filter((part) => part !== '')
    .join(', ');
}
