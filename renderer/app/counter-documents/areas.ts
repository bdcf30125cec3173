import type { IconName } from '../../ui/icons/icon-paths.ts';

/** The documents that wait at the counter. Each area has its texts under the same keys and its screens under `/sell`. */
export type DocumentArea = 'approvals' | 'quotes';

export const DOCUMENT_ICONS = {
  approvals: 'gem',
  quotes: 'receipt',
} as const satisfies Readonly<Record<DocumentArea, IconName>>;
