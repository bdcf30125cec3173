import type { StoreRefusal } from '#shared/settings/contract.ts';

/** What staff can do about a store that did not open. */
export type RefusalAction = 'useCode' | 'restore' | 'goOn' | 'retry';

/** In the order of the buttons; the first is the usual way out. A code without a way out does not compile. */
export const REFUSAL_ACTIONS = {
  KEY_MISSING: ['useCode', 'restore'],
  KEY_DAMAGED: ['useCode', 'restore'],
  KEY_LOCKED: ['retry', 'useCode'],
  STORE_FOREIGN: ['retry', 'restore'],
  STORE_NEWER: ['retry'],
  STORE_CHANGED: ['restore', 'retry'],
  STORE_DAMAGED: ['restore', 'retry'],
  STORE_NOT_ENCRYPTED: ['restore', 'retry'],
  TAIL_LOST: ['restore', 'goOn'],
  STORE_MISSING: ['retry', 'restore'],
  FOLDER_READ_ONLY: ['retry'],
  STORE_IN_USE: ['retry'],
  DISK_FULL: ['retry'],
  SELF_TEST_FAILED: ['retry'],
} as const satisfies Readonly<Record<StoreRefusal['code'], readonly RefusalAction[]>>;

export function actionsFor(refusal: StoreRefusal): readonly RefusalAction[] {
  return REFUSAL_ACTIONS[refusal.code];
}
