/**
 * Where focus goes in a list of `count` rows. Undefined when the key does not move through lists or the list is empty.
 * `page` is how many rows are in sight.
 */
export function nextIndex(
  key: string,
  current: number,
  count: number,
  page: number,
): number | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  const held = Math.min(Math.max(current, 0), last);
  switch (key) {
    case 'ArrowDown':
      return Math.min(held + 1, last);
    case 'ArrowUp':
      return Math.max(held - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageDown':
      return Math.min(held + page, last);
    case 'PageUp':
      return Math.max(held - page, 0);
    default:
      return undefined;
  }
}
