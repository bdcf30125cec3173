import type { TenderKind } from '#shared/sales/tenders.ts';
import type { IconName } from '../../ui/icons/icon-paths.ts';

/** How a tender looks at the till, and the one key that chooses it. */
export interface TenderView {
  readonly icon: IconName;
  readonly letter: string;
}

export const TENDER_VIEWS: Readonly<Record<TenderKind, TenderView>> = {
  cash: { icon: 'cash', letter: 'C' },
  card: { icon: 'card', letter: 'K' },
  check: { icon: 'bankCheck', letter: 'H' },
  gift_card: { icon: 'gift', letter: 'G' },
  store_credit: { icon: 'credit', letter: 'S' },
  house_account: { icon: 'store', letter: 'A' },
  finance: { icon: 'bank', letter: 'F' },
  lease: { icon: 'bank', letter: 'L' },
  other: { icon: 'add', letter: 'O' },
};
