import type { CustomerId } from '#shared/ids.ts';
import { type Cents, ONE } from '#shared/money.ts';
import type { ReturnDisposition } from '#shared/sales/line-kinds.ts';
import type { BlindGoods } from '#shared/sales/returns/return-lines.ts';
import type { PieceSummary } from '#shared/stock/contract.ts';

/** What somebody may show. A payment card is none. */
export const ID_KINDS = ['driving', 'state', 'passport', 'military', 'other'] as const;
export type IdKind = (typeof ID_KINDS)[number];

/** What is typed of goods without a receipt. */
export interface BlindDraft {
  readonly stockNumber: string;
  /** The piece with that number, where it may have been sold. */
  readonly piece: PieceSummary | undefined;
  readonly description: string;
  readonly priceCents: Cents | undefined;
  readonly disposition: ReturnDisposition;
  readonly idKind: IdKind | undefined;
  readonly idEnd: string;
}

/** Somebody looks at it first: nobody knows where it was. */
export function blindDraft(): BlindDraft {
  return {
    stockNumber: '',
    piece: undefined,
    description: '',
    priceCents: undefined,
    disposition: 'inspection',
    idKind: undefined,
    idEnd: '',
  };
}

/** What is missing before anybody is asked. A number that is known, but of a piece that is here, is no piece to bring. */
export function blindMissing(
  draft: BlindDraft,
  customerId: CustomerId | null,
  numberKnown: boolean,
) {
  return {
    piece: draft.piece === undefined && numberKnown,
    description: draft.piece === undefined && draft.description.trim() === '',
    price: draft.priceCents === undefined || draft.priceCents === 0,
    customer: customerId === null,
    idKind: draft.idKind === undefined,
    idEnd: draft.idEnd.trim() === '',
  };
}

/** The goods as the cart takes them; undefined while something is missing. */
export function blindGoods(
  { piece, description, priceCents, disposition, idKind, idEnd }: BlindDraft,
  idWords: (kind: IdKind, end: string) => string,
): BlindGoods | undefined {
  if (priceCents === undefined || idKind === undefined || idEnd.trim() === '') return undefined;
  return {
    piece: piece ?? null,
    description: description.trim(),
    priceCents,
    quantityThousandths: ONE,
    disposition,
    blindId: idWords(idKind, idEnd.trim()),
  };
}
