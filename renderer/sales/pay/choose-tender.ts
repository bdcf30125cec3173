import type { Provider } from '#shared/sales/payments/contract.ts';
import type { TenderKind } from '#shared/sales/tenders.ts';
import type { Purse } from './purse.ts';
import type { TillState } from './use-till.ts';

/** Chooses a tender; of a lender's or lessor's only one of that kind can stay chosen, and where there is one it is it. */
export function chooseTender({ till, purse, tell }: TillState, kind: TenderKind): void {
  tell({ type: 'choose', kind });
  if (kind !== 'finance' && kind !== 'lease') return;
  const mine = (purse.providers ?? []).filter((each) => each.kind === kind);
  if (mine.some((each) => each.providerId === till.next.providerId)) return;
  tell({ type: 'words', words: { providerId: onlyProvider(kind, mine)?.providerId } });
}

/** The one lender, or the one lessor, where the store has no other. */
export function onlyProvider(
  kind: TenderKind,
  providers: readonly Provider[],
): Provider | undefined {
  const mine = providers.filter((each) => each.kind === kind);
  return mine.length === 1 ? mine[0] : undefined;
}

/** Whether a tender can be chosen at all now, said by its tile. */
export function canChoose(kind: TenderKind, purse: Purse): boolean {
  switch (kind) {
    case 'store_credit':
      return purse.storeCreditCents !== 0;
    case 'house_account':
      return purse.account !== null && purse.account?.fields?.onStop !== true;
    case 'finance':
    case 'lease':
      return (
        purse.providers === undefined || purse.providers.some((provider) => provider.kind === kind)
      );
    case 'cash':
    case 'card':
    case 'check':
    case 'gift_card':
    case 'other':
      return true;
  }
}
