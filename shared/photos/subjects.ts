import { mayDo, type Permission, type Role } from '../staff/permissions.ts';

/** What a photo may be of. Jobs join when there are jobs. */
export const PHOTO_SUBJECTS = ['piece', 'customer'] as const;
export type PhotoSubjectKind = (typeof PHOTO_SUBJECTS)[number];

/** Whoever may see and change a subject may see and change its photos. */
const RIGHTS = {
  piece: { read: 'stock.read', write: 'stock.write' },
  customer: { read: 'customers.read', write: 'customers.write' },
} as const satisfies Readonly<
  Record<PhotoSubjectKind, { readonly read: Permission; readonly write: Permission }>
>;

/** The permission that these roles lack to see or change photos of such a subject; undefined when they may. */
export function missingPhotoRight(
  roles: readonly Role[],
  kind: PhotoSubjectKind,
  act: 'read' | 'write',
): Permission | undefined {
  const needed = RIGHTS[kind][act];
  return mayDo(roles, needed) ? undefined : needed;
}
