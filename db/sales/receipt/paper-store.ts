import type { PaperStore } from '#shared/documents/paper-head.ts';
import { getStore } from '../../settings/find-settings.ts';
import type { ReadDb } from '../../write-path/read-db.ts';

/** What the store says of itself on every paper. */
export function paperStore(db: ReadDb): PaperStore {
  const { name, addressLines, phone, receiptFooter } = getStore(db);
  return {
    name,
    addressLines: addressLines.split('\n').filter((line) => line !== ''),
    phone,
    footer: receiptFooter,
  };
}

/** Copy or original, demo or real. */
export interface PaperMarks {
  readonly copy: boolean;
  readonly demo: boolean;
}
