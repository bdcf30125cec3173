import type { PaperWish } from '#shared/printing/paper-wish.ts';

/** How a paper stands: a roll of the receipt printer, or sheets of Letter. */
export type PaperForm = 'roll' | 'letter';

/** The kind and the id under which a paper has its page: lower case and dashes, and at most 64 characters. */
export interface PaperAddress {
  readonly kind: string;
  readonly id: string;
}

/** Writes the address of a paper: `letter-statement` / `<customer>_2026-11-01_2026-11-30`. */
export function paperAddress(
  { kind, subjectId, options }: PaperWish,
  form: PaperForm,
): PaperAddress {
  const parts = [subjectId];
  if (options.fromDate !== undefined && options.toDate !== undefined)
    parts.push(options.fromDate, options.toDate);
  else if (options.positions && options.positions.length > 0)
    parts.push(options.positions.join('-'));
  return { kind: `${form}-${dashed(kind)}`, id: parts.join('_') };
}

/** Reads it back; undefined for an address of no paper. */
export function readPaperAddress({
  kind,
  id,
}: PaperAddress): { readonly wish: PaperWish; readonly form: PaperForm } | undefined {
  const match = /^(roll|letter)-([a-z0-9-]+)$/.exec(kind);
  const found = KINDS.find((each) => dashed(each) === match?.[2]);
  if (!match || !found) return undefined;
  const [subjectId = '', second, third] = id.split('_');
  const form: PaperForm = match[1] === 'letter' ? 'letter' : 'roll';
  return { wish: { kind: found, subjectId, options: optionsOf(second, third) }, form };
}

function optionsOf(second: string | undefined, third: string | undefined): PaperWish['options'] {
  if (second === undefined) return {};
  if (third !== undefined)
    // Parsing: the store refuses a day that is none.
    return { fromDate: second, toDate: third } as PaperWish['options'];
  return { positions: second.split('-').map(Number) };
}

const KINDS: readonly PaperWish['kind'][] = [
  'receipt',
  'giftReceipt',
  'approval',
  'quote',
  'creditSlip',
  'statement',
  'dayClose',
  'supplement',
  'depositSlip',
  'worksheet8300',
];

function dashed(kind: string): string {
  return kind.replace(/[A-Z]|8300/g, (part) => `-${part.toLowerCase()}`);
}
