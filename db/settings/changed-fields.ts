/** The fields of `next` that differ from `now`: only these are set, so that a change names nothing it left alone. */
export function changedFields<Fields extends object>(now: Fields, next: Fields): Partial<Fields> {
  const changed: Partial<Fields> = {};
  for (const field in next) if (now[field] !== next[field]) changed[field] = next[field];
  return changed;
}
