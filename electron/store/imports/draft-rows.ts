import type { StagedBatch } from '#db/imports/find-batch.ts';
import { readCustomerRow } from '#shared/imports/customer-row.ts';
import type { CustomerDraft, PieceDraft, SaleLineDraft } from '#shared/imports/drafts.ts';
import type { ImportTarget } from '#shared/imports/contract.ts';
import type { ImportMapping, ImportRow, RowError, RowWarning } from '#shared/imports/import-row.ts';
import { readPieceRow } from '#shared/imports/piece-row.ts';
import { goodsOf, readSaleRow } from '#shared/imports/sale-row.ts';
import { targetFields } from '#shared/imports/sources.ts';
import { findCustomerTwice, findPieceTwice, noRowsSeen } from '#shared/imports/twice-in-file.ts';

export type DraftedRow =
  | {
      readonly kind: 'piece';
      readonly draft: PieceDraft;
      readonly warnings: readonly RowWarning[];
    }
  | {
      readonly kind: 'customer';
      readonly draft: CustomerDraft;
      readonly warnings: readonly RowWarning[];
    }
  | {
      readonly kind: 'sale';
      readonly draft: SaleLineDraft;
      /** How many rows before it say the very same: two rings alike on one ticket are two lines. */
      readonly sameBefore: number;
      readonly warnings: readonly RowWarning[];
    }
  | { readonly kind: 'bad'; readonly errors: readonly RowError[] };

/**
 * Reads the rows of one batch in the order of the file. It remembers what it has seen, so that a row which repeats an
 * earlier one is found; a run that goes on after a crash therefore reads from the first row again.
 */
export class DraftReader {
  readonly #target: ImportTarget;
  readonly #mapping: ImportMapping;
  readonly #seen = noRowsSeen();
  readonly #sameLines = new Map<string, number>();

  constructor({ batch, headers }: StagedBatch, mapping: ImportMapping) {
    this.#target = batch.target;
    this.#mapping = usableMapping(batch.target, headers, mapping);
  }

  /** The columns that count: of fields we have, onto headers the file has. */
  get mapping(): ImportMapping {
    return this.#mapping;
  }

  read(row: ImportRow): DraftedRow {
    switch (this.#target) {
      case 'pieces':
        return this.#readPiece(row);
      case 'customers':
        return this.#readCustomer(row);
      case 'sales':
        return this.#readSale(row);
    }
  }

  #readPiece(row: ImportRow): DraftedRow {
    const read = readPieceRow(row, this.#mapping);
    if (!read.ok) return { kind: 'bad', errors: read.errors };
    const twice = findPieceTwice(this.#seen, read.piece, row.rowNumber);
    if (twice) return { kind: 'bad', errors: [twice] };
    return { kind: 'piece', draft: this.#withOwnKey(read.piece, row), warnings: read.warnings };
  }

  /** Some systems give all variants of an item one key: only its first row may go by it. */
  #withOwnKey(piece: PieceDraft, { rowNumber }: ImportRow): PieceDraft {
    const { externalId, ...keyless } = piece;
    if (externalId === undefined) return piece;
    if (this.#seen.externalIds.has(externalId)) return keyless;
    this.#seen.externalIds.set(externalId, rowNumber);
    return piece;
  }

  #readSale(row: ImportRow): DraftedRow {
    const read = readSaleRow(row, this.#mapping);
    if (!read.ok) return { kind: 'bad', errors: read.errors };
    const said = goodsOf(read.line);
    const sameBefore = this.#sameLines.get(said) ?? 0;
    this.#sameLines.set(said, sameBefore + 1);
    return { kind: 'sale', draft: read.line, sameBefore, warnings: read.warnings };
  }

  #readCustomer(row: ImportRow): DraftedRow {
    const read = readCustomerRow(row, this.#mapping);
    if (!read.ok) return { kind: 'bad', errors: read.errors };
    const twice = findCustomerTwice(this.#seen, read.customer, row.rowNumber);
    if (twice.error) return { kind: 'bad', errors: [twice.error] };
    const warnings = [...read.warnings, ...twice.warnings];
    return { kind: 'customer', draft: read.customer, warnings };
  }
}

function usableMapping(
  target: ImportTarget,
  headers: readonly string[],
  mapping: ImportMapping,
): ImportMapping {
  const fields = new Set(targetFields(target).map(({ field }) => field));
  const there = new Set(headers);
  const usable = Object.entries(mapping).filter(
    ([field, header]) => fields.has(field) && header !== undefined && there.has(header),
  );
  return Object.fromEntries(usable);
}
