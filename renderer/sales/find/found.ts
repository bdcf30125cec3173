import type { CustomerSummary } from '#shared/customers/contract.ts';
import type { Hit, SaleSummary } from '#shared/sales/contract.ts';
import type { PieceSummary } from '#shared/stock/contract.ts';
import type { PaletteEntry } from '../../commands/find-commands.ts';

/** One thing found in the one box. */
export type Found =
  | { readonly key: string; readonly kind: 'customer'; readonly customer: CustomerSummary }
  | { readonly key: string; readonly kind: 'piece'; readonly piece: PieceSummary }
  | { readonly key: string; readonly kind: 'sale'; readonly sale: SaleSummary }
  | { readonly key: string; readonly kind: 'command'; readonly command: PaletteEntry };

/** One list out of three: an exact document first, then people, then goods. */
export function flattenHits({ customers, pieces, sales }: Hit): readonly Found[] {
  return [
    ...sales.map((sale) => ({ key: `sale ${sale.saleId}`, kind: 'sale' as const, sale })),
    ...customers.map((customer) => ({
      key: `customer ${customer.customerId}`,
      kind: 'customer' as const,
      customer,
    })),
    ...pieces.map((piece) => ({ key: `piece ${piece.pieceId}`, kind: 'piece' as const, piece })),
  ];
}

/** Commands stand after what is in the store: a name is asked for far more often than a command. */
export function withCommands(
  found: readonly Found[],
  commands: readonly PaletteEntry[],
): readonly Found[] {
  return [
    ...found,
    ...commands.map((command) => ({
      key: `command ${command.id}`,
      kind: 'command' as const,
      command,
    })),
  ];
}

/** The one that Enter can only mean: the only thing found in the store, else the only command, after `>` the first. */
export function onlyMeant(found: readonly Found[], commandsOnly: boolean): Found | undefined {
  const [first] = found;
  if (commandsOnly) return first;
  const stored = found.filter(({ kind }) => kind !== 'command');
  return stored.length === 1 || found.length === 1 ? first : undefined;
}

/** What was found, and for which words: an answer that comes late is not the answer to what stands in the box. */
export interface Answered {
  readonly text: string;
  readonly found: readonly Found[];
}

/**
 * What Enter opens: only the one that is left, and only when it answers what is typed. `wait`: the answer is on its way,
 * and Enter counts when it comes.
 */
export function enterOpens(
  answered: Answered | undefined,
  text: string,
): Found | 'wait' | undefined {
  if (text.trim() === '') return undefined;
  if (answered?.text !== text) return 'wait';
  return answered.found.length === 1 ? answered.found[0] : undefined;
}
