import type { MovementKind } from '#shared/day-close/contract.ts';

/** In the order of the form: what is needed most often comes first. */
export const MOVEMENT_KINDS = [
  'no_sale',
  'paid_in',
  'paid_out',
  'drop',
] as const satisfies readonly MovementKind[];
