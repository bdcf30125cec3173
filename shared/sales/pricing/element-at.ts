/** The element of a list that runs beside another one; a gap between the two is a bug and throws. */
export function elementAt<Element>(list: readonly Element[], index: number): Element {
  const element = list[index];
  if (element === undefined)
    throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return element;
}
