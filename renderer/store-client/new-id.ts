import type { Id } from '#shared/ids.ts';
import { v7 } from 'uuid';

/** The id of something the window is about to add. Made once per form, so that a repeated attempt adds the same thing. */
export function newId<Kind extends string>(): Id<Kind> {
  return v7() as Id<Kind>;
}
