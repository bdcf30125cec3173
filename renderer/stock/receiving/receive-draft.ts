import { type Cents, cents, ONE, type Thousandths, ZERO_CENTS } from '#shared/money.ts';
import type { BusinessDate } from '#shared/time.ts';
import type {
  CompleteReceiveInput,
  ReceiveDraft,
  ReceiveDraftRow,
  ReceiveId,
} from '#shared/stock/receiving/contract.ts';
import {
  nextStockNumber,
  receiveSums,
  type ReceiveSums,
} from '#shared/stock/receiving/receive-sums.ts';
import { endingOf, priceUnder } from '#shared/stock/reprice/price-rule.ts';
import type { PieceId } from '#shared/ids.ts';

/** A row with nothing on it. */
export function emptyRow(pieceId: PieceId): ReceiveDraftRow {
  return {
    pieceId,
    stockNumber: '',
    description: '',
    category: '',
    vendorStyle: '',
    quantity: 1,
    unitCents: null,
    tagPriceCents: null,
  };
}

/** An invoice with nothing on it but one row. */
export function emptyDraft(
  receiveId: ReceiveId,
  pieceId: PieceId,
  today: BusinessDate,
): ReceiveDraft {
  return {
    receiveId,
    vendor: '',
    invoiceNumber: '',
    invoiceDate: today,
    terms: '',
    dueOn: '',
    freightCents: null,
    freightWay: 'allocate',
    invoiceTotalCents: null,
    timesThousandths: null,
    ending: 'none',
    rows: [emptyRow(pieceId)],
  };
}

/** The last row once more, under the number after its own. */
export function copyLast(draft: ReceiveDraft, pieceId: PieceId): ReceiveDraft {
  const last = draft.rows.at(-1) ?? emptyRow(pieceId);
  const stockNumber = nextStockNumber(last.stockNumber) ?? '';
  return { ...draft, rows: [...draft.rows, { ...last, pieceId, stockNumber }] };
}

/** The draft after one row changed; a new cost brings the price that follows from it. */
export function changeRow(
  draft: ReceiveDraft,
  pieceId: PieceId,
  part: Partial<ReceiveDraftRow>,
): ReceiveDraft {
  const rows = draft.rows.map((row) => {
    if (row.pieceId !== pieceId) return row;
    const changed = { ...row, ...part };
    return part.unitCents === undefined ? changed : withPrice(draft, changed);
  });
  return { ...draft, rows };
}

/** The draft with another markup or ending: every price that follows from a cost follows it. */
export function repriceDraft(
  draft: ReceiveDraft,
  part: Partial<Pick<ReceiveDraft, 'timesThousandths' | 'ending'>>,
): ReceiveDraft {
  const next = { ...draft, ...part };
  return { ...next, rows: next.rows.map((row) => withPrice(next, row)) };
}

function withPrice(draft: ReceiveDraft, row: ReceiveDraftRow): ReceiveDraftRow {
  const { timesThousandths, ending } = draft;
  if (timesThousandths === null || row.unitCents === null) return row;
  const rule = { way: 'markup', timesThousandths } as const;
  const piece = { tagPriceCents: ZERO_CENTS, costCents: row.unitCents };
  const price = priceUnder(piece, rule, endingOf(ending));
  return price === undefined ? row : { ...row, tagPriceCents: price };
}

/** Nothing was typed on it. */
export function isBlank(row: ReceiveDraftRow): boolean {
  return (
    row.stockNumber.trim() === '' &&
    row.description.trim() === '' &&
    row.unitCents === null &&
    row.tagPriceCents === null
  );
}

/** What the rows come to so far, blank ones aside. */
export function sumsOf(draft: ReceiveDraft): ReceiveSums {
  const lines = draft.rows.map(({ unitCents, quantity }) => ({
    unitCents: unitCents ?? ZERO_CENTS,
    quantityThousandths: thousandths(quantity),
  }));
  return receiveSums(lines, {
    freightCents: draft.freightCents ?? ZERO_CENTS,
    freightWay: draft.freightWay,
  });
}

/** What still has to be typed before the invoice can be received. */
export type Missing = 'vendor' | 'invoiceNumber' | 'invoiceDate' | 'total' | 'rows' | 'noRows';

/** What is missing, in the order of the form; and the rows, from 1, that are not whole. */
export function missingIn(draft: ReceiveDraft): {
  readonly what: readonly Missing[];
  readonly rows: readonly number[];
} {
  const rows = draft.rows.flatMap((row, at) => (isBlank(row) || isWhole(row) ? [] : [at + 1]));
  const what: Missing[] = [
    ...(draft.vendor.trim() === '' ? (['vendor'] as const) : []),
    ...(draft.invoiceNumber.trim() === '' ? (['invoiceNumber'] as const) : []),
    ...(draft.invoiceDate === '' ? (['invoiceDate'] as const) : []),
    ...(draft.invoiceTotalCents === null ? (['total'] as const) : []),
    ...(rows.length > 0 ? (['rows'] as const) : []),
    ...(draft.rows.every(isBlank) ? (['noRows'] as const) : []),
  ];
  return { what, rows };
}

function isWhole(row: ReceiveDraftRow): boolean {
  return (
    row.stockNumber.trim() !== '' &&
    row.description.trim() !== '' &&
    row.unitCents !== null &&
    row.tagPriceCents !== null
  );
}

/** What the store is asked for; undefined while something is missing. */
export function inputOf(
  draft: ReceiveDraft,
  options: Pick<CompleteReceiveInput, 'knownInvoice' | 'printTags'>,
): Omit<CompleteReceiveInput, 'commandId'> | undefined {
  if (missingIn(draft).what.length > 0) return undefined;
  const { receiveId, vendor, invoiceNumber, terms, freightWay, invoiceTotalCents } = draft;
  return {
    ...options,
    receiveId,
    vendor,
    invoiceNumber,
    terms,
    freightWay,
    // Branding: the fields give whole days or nothing.
    invoiceDate: draft.invoiceDate as BusinessDate,
    dueOn: draft.dueOn === '' ? null : (draft.dueOn as BusinessDate),
    freightCents: draft.freightCents ?? ZERO_CENTS,
    invoiceTotalCents: invoiceTotalCents ?? ZERO_CENTS,
    rows: draft.rows.flatMap((row) => (isBlank(row) ? [] : [rowOf(row)])),
  };
}

function rowOf(row: ReceiveDraftRow): CompleteReceiveInput['rows'][number] {
  const { quantity, unitCents, tagPriceCents, ...words } = row;
  const quantityThousandths = thousandths(quantity);
  return {
    ...words,
    kind: quantityThousandths === ONE ? 'piece' : 'counted',
    quantityThousandths,
    unitCents: unitCents ?? ZERO_CENTS,
    tagPriceCents: tagPriceCents ?? ZERO_CENTS,
    taxed: true,
    taxClass: 'goods',
  };
}

function thousandths(quantity: number): Thousandths {
  // Branding: whole pieces.
  return (quantity * 1000) as Thousandths;
}

/** How far the rows are from the invoice: negative where the invoice says more. Undefined while it says nothing. */
export function offBy(draft: ReceiveDraft, { totalCents }: ReceiveSums): Cents | undefined {
  return draft.invoiceTotalCents === null ? undefined : cents(totalCents - draft.invoiceTotalCents);
}
