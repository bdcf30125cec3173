/** Means of payment (docs/rules.md, The sale). What each can do is `tendering/tender-kinds.ts`. */
export const TENDER_KINDS = [
  'cash',
  'card',
  'check',
  'gift_card',
  'store_credit',
  'house_account',
  'finance',
  'lease',
  'other',
] as const;
export type TenderKind = (typeof TENDER_KINDS)[number];

/** What kind of paper a check is: some of them count as cash on Form 8300. */
export const CHECK_KINDS = [
  'personal',
  'business',
  'cashiers_check',
  'money_order',
  'bank_draft',
  'travelers_check',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];
