import { foldForSearch } from '../search-text.ts';
import type { ImportTarget } from './contract.ts';
import type { ImportMapping } from './import-row.ts';
import { IMPORT_SOURCES, type ImportSource } from './known-exports.ts';

/** A field that a column can fill. */
export interface TargetField {
  readonly field: string;
  /** Import refuses to start without a column for it. */
  readonly required: boolean;
  /** What other systems call it, the likeliest first. */
  readonly aliases: readonly string[];
  /** Beginnings of headers that end in a place or a rate, `Current Quantity Main St`. */
  readonly beginnings?: readonly string[];
}

const field = (name: string, ...aliases: readonly string[]): TargetField => ({
  field: name,
  required: false,
  aliases,
});
const must = (name: string, ...aliases: readonly string[]): TargetField => ({
  field: name,
  required: true,
  aliases,
});

const PIECE_FIELDS: readonly TargetField[] = [
  must(
    'stockNumber',
    'SKU',
    'Stock Number',
    'Stock No',
    'Stock #',
    'Item Number',
    'Variant SKU',
    'Custom SKU',
  ),
  must(
    'description',
    'Item Name',
    'Product Name',
    'Title',
    'Item/Description',
    'Item',
    'Description',
    'Name',
  ),
  must(
    'tagPrice',
    'Tag Price',
    'Price',
    'Retail Price',
    'Default Price',
    'Current Price',
    'Variant Price',
    'Retail',
  ),
  field(
    'cost',
    'Default Unit Cost',
    'Unit Cost',
    'Cost',
    'Default Cost',
    'Supply Price',
    'Cost per item',
    'Cost Price',
  ),
  {
    ...field(
      'quantity',
      'Quantity',
      'Qty',
      'QOH',
      'Quantity on Hand',
      'Current Inventory',
      'In stock',
      'Stock Level',
    ),
    beginnings: ['Current Quantity '],
  },
  field('category', 'Category', 'Product Type', 'Product Category', 'Category Name', 'Type'),
  field('vendor', 'Default Vendor Name', 'Vendor', 'Vendor Name', 'Supplier', 'Supplier Name'),
  field(
    'vendorStyle',
    'Default Vendor Code',
    'Vendor Style',
    'Vendor Code',
    'Supplier Code',
    'Manufacturer SKU',
    'Style',
  ),
  field('serial', 'Serial Number', 'Serial No', 'Serial #', 'Serial'),
  {
    ...field('taxed', 'Taxable', 'Taxed', 'Charge tax on this variant', 'Variant Taxable'),
    beginnings: ['Tax - '],
  },
  field('status', 'Item Status', 'Stock Status', 'Status'),
  field('variation', 'Variation Name', 'Variant Name', 'Variant', 'Variation'),
  field(
    'externalId',
    'Token',
    'System ID',
    'Item Key',
    'Product ID',
    'Variant ID',
    'Handle',
    'Product Handle',
    'ID',
  ),
];

const CUSTOMER_FIELDS: readonly TargetField[] = [
  field('givenName', 'First Name', 'Given Name', 'Firstname', 'Customer First Name'),
  field('familyName', 'Last Name', 'Family Name', 'Lastname', 'Surname', 'Customer Last Name'),
  field('company', 'Company', 'Default Address Company', 'Company Name', 'Business Name'),
  field(
    'phone',
    'Phone',
    'Phone Number',
    'Primary Phone',
    'Mobile',
    'Mobile Phone',
    'Cell Phone',
    'Cell',
  ),
  field(
    'secondPhone',
    'Default Address Phone',
    'Alt Phone',
    'Home Phone',
    'Work Phone',
    'Other Phone',
    'Mobile',
    'SMS Phone',
  ),
  field('email', 'Email', 'Email Address', 'E-mail', 'E-mail Address'),
  field(
    'line1',
    'Default Address Address1',
    'Address1',
    'Address Line 1',
    'Street Address 1',
    'Street 1',
    'Address',
    'Street',
  ),
  field(
    'line2',
    'Default Address Address2',
    'Address2',
    'Address Line 2',
    'Street Address 2',
    'Street 2',
    'Address 2',
  ),
  field('city', 'Default Address City', 'City', 'Town'),
  field(
    'state',
    'Default Address Province Code',
    'Province Code',
    'State',
    'State Code',
    'Province',
  ),
  field('zip', 'Default Address Zip', 'Zip', 'Zip Code', 'Postal Code', 'Postcode'),
  field('country', 'Default Address Country Code', 'Country Code', 'Country'),
  field('note', 'Note', 'Notes', 'Memo', 'Comments'),
  field('tags', 'Tags', 'Tag List', 'Groups'),
  field('taxExempt', 'Tax Exempt', 'Tax Exemption', 'Exempt'),
  field('language', 'Language', 'Locale', 'Preferred Language'),
  field('askedSms', 'Accepts SMS Marketing', 'SMS Subscription Status', 'Get SMS'),
  field('askedEmail', 'Accepts Email Marketing', 'Email Subscription Status', 'Accepts Marketing'),
  field('optedOut', 'Opt Out', 'Opted Out', 'Do Not Contact'),
  field('noEmail', 'No Email', 'Email Opt Out'),
  field('externalId', 'Customer ID', 'Reference ID', 'Customer Key', 'Account Number', 'ID'),
];

const SALE_FIELDS: readonly TargetField[] = [
  must(
    'saleNumber',
    'Transaction ID',
    'Sale Number',
    'Receipt Number',
    'Invoice Number',
    'Order ID',
  ),
  must('soldOn', 'Date', 'Sale Date', 'Sold On', 'Transaction Date', 'Invoice Date'),
  must('description', 'Item', 'Item Name', 'Product Name', 'Description'),
  must('net', 'Net Sales', 'Net Amount', 'Line Total', 'Net'),
  field('soldTime', 'Time', 'Sale Time'),
  field('stockNumber', 'SKU', 'Stock Number', 'Item Number'),
  field('category', 'Category', 'Product Type'),
  field('quantity', 'Qty', 'Quantity', 'Quantity Sold'),
  field('gross', 'Gross Sales', 'Gross Amount'),
  field('discount', 'Discounts', 'Discount', 'Discount Amount'),
  field('tax', 'Tax', 'Taxes', 'Sales Tax'),
  field('customerName', 'Customer Name', 'Customer', 'Sold To'),
];

const FIELDS: Readonly<Record<ImportTarget, readonly TargetField[]>> = {
  pieces: PIECE_FIELDS,
  customers: CUSTOMER_FIELDS,
  sales: SALE_FIELDS,
};

/** The fields of a target, in the order a mapping screen shows them. */
export function targetFields(target: ImportTarget): readonly TargetField[] {
  return FIELDS[target];
}

/** A source and how surely it is the one. */
export interface DetectedSource {
  readonly source: ImportSource;
  /** Share of the source's headers that the file has, above three quarters up to 1. */
  readonly score: number;
}

/** The export a file looks like; undefined when fewer than three quarters of any source's headers are there. */
export function detectSource(headers: readonly string[]): DetectedSource | undefined {
  const present = new Set(headers.map(foldHeader));
  const scored = IMPORT_SOURCES.map((source) => {
    const found = source.headers.filter((header) => present.has(foldHeader(header)));
    return { source, score: found.length / source.headers.length };
  });
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  return best && best.score >= 0.75 ? best : undefined;
}

/**
 * Proposes a header for each field it can: by name, then by likeness. A header serves one field; the better
 * match wins, then the earlier field. Fields without a likely header are left out, and staff choose.
 */
export function suggestMapping(headers: readonly string[], target: ImportTarget): ImportMapping {
  const known = detectSource(headers)?.source;
  const mapping = known?.target === target ? knownColumns(known, headers) : {};
  const taken = new Set(Object.values(mapping));
  const free = headers.filter((header) => !taken.has(header));
  return { ...mappedByName(free, target, mapping), ...mapping };
}

/** The columns an export is known to use, as far as this file has them. */
function knownColumns(
  { columns = {} }: ImportSource,
  headers: readonly string[],
): Record<string, string> {
  const byName = new Map(headers.map((header) => [foldHeader(header), header]));
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) => {
      const header = byName.get(foldHeader(column ?? ''));
      return header === undefined ? [] : [[name, header] as const];
    }),
  );
}

function mappedByName(
  headers: readonly string[],
  target: ImportTarget,
  mapped: ImportMapping,
): ImportMapping {
  const names = headers.map((header) => ({ header, name: nameOf(header) }));
  const open = targetFields(target).filter((one) => !Object.hasOwn(mapped, one.field));
  const pairs = open.flatMap((one) => {
    const aliases = one.aliases.map(nameOf);
    return names.map(({ header, name }) => {
      const isBeginning = one.beginnings?.some((each) => header.startsWith(each)) ?? false;
      return { field: one.field, header, score: isBeginning ? 1 : bestLikeness(name, aliases) };
    });
  });
  const mapping: Record<string, string> = {};
  const taken = new Set<string>();
  const likely = pairs.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  for (const pair of likely) {
    if (taken.has(pair.header) || Object.hasOwn(mapping, pair.field)) continue;
    mapping[pair.field] = pair.header;
    taken.add(pair.header);
  }
  return mapping;
}

/** What a mapping still lacks, by field; a mapping onto headers that the file does not have lacks them too. */
export function missingFields(
  mapping: ImportMapping,
  target: ImportTarget,
  headers: readonly string[],
): readonly string[] {
  const has = (name: string) => headers.includes(mapping[name] ?? '');
  if (target === 'customers') {
    // Any of the three names a customer.
    return ['givenName', 'familyName', 'company'].some(has) ? [] : ['familyName'];
  }
  const lacking = FIELDS[target].filter((one) => one.required && !has(one.field));
  return lacking.map((one) => one.field);
}

/** A header taken apart once, because each is held against some hundred aliases. */
interface HeaderName {
  readonly folded: string;
  /** Neighbouring letters, each with how often it is there. */
  readonly letterPairs: ReadonlyMap<string, number>;
  readonly pairCount: number;
}

function nameOf(header: string): HeaderName {
  const folded = foldHeader(header);
  const letters = folded.replaceAll(' ', '');
  const letterPairs = new Map<string, number>();
  for (let index = 0; index + 1 < letters.length; index++) {
    const pair = letters.slice(index, index + 2);
    letterPairs.set(pair, (letterPairs.get(pair) ?? 0) + 1);
  }
  return { folded, letterPairs, pairCount: Math.max(0, letters.length - 1) };
}

/** Words without case, accents and punctuation; `firstName` and `first_name` are `first name`. */
function foldHeader(header: string): string {
  return foldForSearch(header.slice(0, 200).replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2'));
}

/** Below it two names are more likely two things: `unit cost` and `unit count` score 0.67. */
const LEAST_LIKENESS = 0.72;
/** An earlier alias beats a later one by this much. */
const ALIAS_STEP = 0.001;

/** 1 for the first alias word for word, less for later ones and for mere likeness, 0 for none. */
function bestLikeness(name: HeaderName, aliases: readonly HeaderName[]): number {
  const scores = aliases.map((alias, index) => {
    const score = likeness(name, alias);
    return score < LEAST_LIKENESS ? 0 : score - index * ALIAS_STEP;
  });
  return Math.max(0, ...scores);
}

/** 1 for the same name, otherwise Dice's coefficient of neighbouring letters, which is at most 0.95 then. */
function likeness(a: HeaderName, b: HeaderName): number {
  if (a.folded === b.folded) return 1;
  if (a.pairCount === 0 || b.pairCount === 0) return 0;
  let shared = 0;
  for (const [pair, count] of a.letterPairs)
    shared += Math.min(count, b.letterPairs.get(pair) ?? 0);
  return Math.min(0.95, (2 * shared) / (a.pairCount + b.pairCount));
}
