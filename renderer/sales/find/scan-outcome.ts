import type { PieceSummary } from '#shared/stock/contract.ts';
import type { PieceStatus } from '#shared/stock/piece-status.ts';

/** What a scanned stock number comes to. */
export type ScanOutcome =
  | { readonly kind: 'add'; readonly piece: PieceSummary }
  /** Several pieces that could be meant: the cashier looks at the one in hand. */
  | { readonly kind: 'choose'; readonly pieces: readonly PieceSummary[] }
  | { readonly kind: 'sold'; readonly piece: PieceSummary }
  /** With a customer on approval, being looked at, or missed by a count and here again. */
  | { readonly kind: 'away'; readonly piece: PieceSummary }
  | { readonly kind: 'removed'; readonly piece: PieceSummary }
  | { readonly kind: 'missing' };

const AWAY: ReadonlySet<PieceStatus> = new Set(['on_approval', 'inspection', 'missing']);

/** A number may have been used twice over the years: what is in stock is meant, and only then what once was. */
export function scanOutcome(pieces: readonly PieceSummary[]): ScanOutcome {
  const here = pieces.filter((piece) => piece.status === 'in_stock');
  const [first, ...others] = here;
  if (first)
    return others.length === 0 ? { kind: 'add', piece: first } : { kind: 'choose', pieces: here };
  const away = pieces.find(({ status }) => AWAY.has(status));
  if (away) return { kind: 'away', piece: away };
  const sold = pieces.find((piece) => piece.status === 'sold');
  if (sold) return { kind: 'sold', piece: sold };
  const [removed] = pieces;
  return removed ? { kind: 'removed', piece: removed } : { kind: 'missing' };
}
