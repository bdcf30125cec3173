/**
 * Why cash moves beside sales, as the books know it: the detail of the accounts Paid in and Paid out. A no-sale and a
 * drop to the safe have words only.
 */
export const MOVEMENT_REASONS = {
  paid_in: ['change', 'owner', 'reimbursed', 'other'],
  paid_out: ['supplies', 'postage', 'cleaning', 'food', 'vendor', 'advance', 'other'],
  drop: [],
  no_sale: [],
} as const;

/** All codes, in the order in which they are offered. */
export const MOVEMENT_REASON_CODES = [
  'change',
  'owner',
  'reimbursed',
  'supplies',
  'postage',
  'cleaning',
  'food',
  'vendor',
  'advance',
  'other',
] as const;
export type MovementReasonCode = (typeof MOVEMENT_REASON_CODES)[number];

/** Whether a kind of movement knows a reason. */
export function isReasonOf(kind: keyof typeof MOVEMENT_REASONS, code: MovementReasonCode): boolean {
  const reasons: readonly MovementReasonCode[] = MOVEMENT_REASONS[kind];
  return reasons.includes(code);
}

/** Whether somebody has to say in words why: always, but for a reason that says it already. */
export function needsWords(code: MovementReasonCode | null): boolean {
  return code === null || code === 'other';
}
