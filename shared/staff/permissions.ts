/** What a person may be in the shop; one person may be several. */
export const ROLES = ['counter', 'bench', 'manager', 'owner', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who may do what, as data (docs/rules.md, Staff). The store enforces it on every procedure; a role not named may not.
 * A counter's act that only a manager may do goes through an override: one act, with reason and its own fact.
 */
export const PERMISSIONS = {
  'sales.sell': ['counter', 'manager', 'owner'],
  'sales.changePrice': ['manager', 'owner'],
  'sales.void': ['manager', 'owner'],
  'sales.blindReturn': ['manager', 'owner'],
  'sales.refundOther': ['manager', 'owner'],
  'sales.correct': ['manager', 'owner'],
  'sales.read': ['counter', 'manager', 'owner', 'auditor'],
  'customers.read': ['counter', 'manager', 'owner'],
  'customers.write': ['counter', 'manager', 'owner'],
  'accounts.manage': ['manager', 'owner'],
  'payments.settle': ['manager', 'owner'],
  'customers.exempt': ['manager', 'owner'],
  'stock.read': ['counter', 'bench', 'manager', 'owner', 'auditor'],
  'stock.write': ['manager', 'owner'],
  'stock.reprice': ['manager', 'owner'],
  'stock.receive': ['manager', 'owner'],
  'stock.count': ['counter', 'bench', 'manager', 'owner'],
  'stock.closeCount': ['manager', 'owner'],
  'stock.seeCost': ['manager', 'owner', 'auditor'],
  'imports.run': ['manager', 'owner'],
  'drawer.open': ['counter', 'manager', 'owner'],
  'drawer.payIn': ['counter', 'manager', 'owner'],
  'drawer.payOut': ['manager', 'owner'],
  'drawer.noSale': ['counter', 'manager', 'owner'],
  'dayClose.close': ['counter', 'manager', 'owner'],
  'dayClose.read': ['manager', 'owner', 'auditor'],
  'review.read': ['counter', 'manager', 'owner', 'auditor'],
  'review.resolve': ['manager', 'owner'],
  'staff.manage': ['manager', 'owner'],
  'settings.change': ['manager', 'owner'],
  'taxes.attest': ['owner'],
  'printing.use': ['counter', 'bench', 'manager', 'owner'],
  'backups.make': ['manager', 'owner'],
  'backups.restore': ['owner'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof PERMISSIONS;

/** The acts a manager may allow a counter for once. */
export const OVERRIDABLE = [
  'sales.changePrice',
  'sales.void',
  'sales.blindReturn',
  'sales.refundOther',
  'sales.correct',
  'drawer.payOut',
] as const satisfies readonly Permission[];
export type OverridablePermission = (typeof OVERRIDABLE)[number];

/** True when one of the roles carries the permission. */
export function mayDo(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => allowed.includes(role));
}
