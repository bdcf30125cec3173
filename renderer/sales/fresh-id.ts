import type { Id } from '#shared/ids.ts';
import { v7 } from 'uuid';

/** An id made at this window, for a thing that is stored later. */
export function freshId<Kind extends string>(_kind: Kind): Id<Kind> {
  // Branding: ids of new things are made here.
  return v7() as Id<Kind>;
}
