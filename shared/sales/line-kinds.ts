/** What a line of a ticket is. */
export const LINE_KINDS = [
  'item',
  'service',
  'gift_wrap',
  'care_plan',
  'shipping',
  'return',
  'trade_up',
  'restocking_fee',
  'gift_card',
  'account_payment',
  'price_adjustment',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** Where a piece that came back goes: into the case, or to somebody who looks at it first. */
export const RETURN_DISPOSITIONS = ['stock', 'inspection'] as const;
export type ReturnDisposition = (typeof RETURN_DISPOSITIONS)[number];

/** Lines whose price may be talked about; the others are what they are. */
export const DISCOUNTABLE: ReadonlySet<LineKind> = new Set<LineKind>([
  'item',
  'service',
  'gift_wrap',
  'care_plan',
]);
