import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { StaffId } from '#shared/ids.ts';
import type { StaffMember } from '#shared/staff/contract.ts';
import { ROLES } from '#shared/staff/permissions.ts';
import { prepared, type ReadDb } from '../write-path/read-db.ts';
import { staff, staffPin } from './tables.ts';

/** Everyone who works here, active people first, by name. Inactive people only when asked for. */
export function listStaff(
  db: ReadDb,
  { inactive = false }: { readonly inactive?: boolean | undefined } = {},
): readonly StaffMember[] {
  const people = allStaff(db).all({ storeId: db.storeId }).map(memberOf);
  return inactive ? people : people.filter((person) => person.active);
}

/** One person, active or not. */
export function findStaff(db: ReadDb, staffId: string): StaffMember | undefined {
  const row = staffById(db).get({ storeId: db.storeId, id: staffId });
  return row && memberOf(row);
}

interface StaffRow {
  readonly staffId: string;
  readonly name: string;
  readonly initials: string;
  readonly roles: string;
  readonly active: number;
  readonly pinOf: string | null;
}

function memberOf({ staffId, roles, active, pinOf, ...row }: StaffRow): StaffMember {
  const stored: unknown = JSON.parse(roles);
  return {
    staffId: staffId as StaffId,
    name: row.name,
    initials: row.initials,
    // A role of a newer program on another register gives nothing here.
    roles: ROLES.filter((role) => Array.isArray(stored) && stored.includes(role)),
    active: active === 1,
    hasPin: pinOf !== null,
  };
}

const member = {
  staffId: staff.id,
  name: staff.name,
  initials: staff.initials,
  roles: staff.roles,
  active: staff.active,
  pinOf: staffPin.staffId,
};

const allStaff = prepared((orm) =>
  orm
    .select(member)
    .from(staff)
    .leftJoin(staffPin, eq(staffPin.staffId, staff.id))
    .where(eq(staff.storeId, sql.placeholder('storeId')))
    .orderBy(desc(staff.active), asc(sql`${staff.name} collate nocase`), asc(staff.id))
    .prepare(),
);

const staffById = prepared((orm) =>
  orm
    .select(member)
    .from(staff)
    .leftJoin(staffPin, eq(staffPin.staffId, staff.id))
    .where(and(eq(staff.storeId, sql.placeholder('storeId')), eq(staff.id, sql.placeholder('id'))))
    .prepare(),
);
