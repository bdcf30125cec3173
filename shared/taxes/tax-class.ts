/**
 * What a line is to the tax: goods, bullion and coins, the classes of work, and what goes with a sale. `none` is never
 * taxed: a gift card, a payment on account (docs/rules.md, Money).
 */
export const TAX_CLASSES = [
  'goods',
  'bullion',
  'restore',
  'alter',
  'fabricate',
  'part',
  'shipping',
  'gift_wrap',
  'care_plan',
  'none',
] as const;
export type TaxClass = (typeof TAX_CLASSES)[number];

/** The classes of work on a thing, whose price may be labour and parts. An area says for each what of it is taxable. */
export const SERVICE_CLASSES = [
  'restore',
  'alter',
  'fabricate',
] as const satisfies readonly TaxClass[];
export type ServiceClass = (typeof SERVICE_CLASSES)[number];
