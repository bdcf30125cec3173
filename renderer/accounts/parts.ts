/** What stands under Accounts, in the order of its tabs. The first is the section's own screen. */
export const ACCOUNT_PARTS = [
  'house',
  'credit',
  'gift-cards',
  'checks',
  'unsure',
  'lenders',
  'form-8300',
  'shipments',
] as const;

export type AccountPart = (typeof ACCOUNT_PARTS)[number];

export function addressOf(part: AccountPart): `/${string}` {
  return part === 'house' ? '/accounts' : `/accounts/${part}`;
}
