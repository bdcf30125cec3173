/** The fields of `wanted` that differ from the row as it is; what a caller gives to `setFields`. */
export function changedFields<Row extends object>(before: Row, wanted: Partial<Row>): Partial<Row> {
  const changed: Partial<Row> = {};
  for (const name in wanted) {
    const value = wanted[name];
    if (value !== undefined && value !== before[name]) changed[name] = value;
  }
  return changed;
}
