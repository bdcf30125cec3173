import type { BatchId, DeviceId, Id, RegisterId, StaffId, StoreId } from '#shared/ids.ts';
import type { Role } from '#shared/staff/permissions.ts';

/** Who this register is. Fixed for the life of a connection. */
export interface RegisterIdentity {
  readonly storeId: StoreId;
  readonly deviceId: DeviceId;
  readonly registerId: RegisterId;
  readonly registerNumber: number;
  /** 1 for the first enrolment, one more after every restore or clone. */
  readonly series: number;
}

/** Who acts. */
export interface Actor {
  readonly staffId: StaffId;
  readonly roles: readonly Role[];
}

/** Everything a command takes from the world: clock, people, register, ids and randomness come in here and nowhere else. */
export interface CommandContext {
  /** Made by the window once per attempt; it becomes the changeset's id. */
  readonly commandId: string;
  /** `sales.complete`. */
  readonly command: string;
  /** Null for the program itself (first run, schedule). */
  readonly actor: Actor | null;
  readonly batchId: BatchId | null;
  readonly nowMs: number;
  readonly register: RegisterIdentity;
  newId<Kind extends string>(kind: Kind): Id<Kind>;
}
