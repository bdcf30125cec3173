/** What typed letters say about who is meant. */
export type Meant<Person> =
  | { readonly kind: 'one'; readonly person: Person }
  /** More than one begins so: the first of them is in sight, the next letter decides. */
  | { readonly kind: 'some'; readonly person: Person }
  | { readonly kind: 'none' };

/** Finds a person by the first letters of their initials, whatever case and accents were typed. */
export function findByInitials<Person extends { readonly initials: string }>(
  people: readonly Person[],
  typed: string,
): Meant<Person> {
  const wanted = plain(typed);
  if (wanted === '') return { kind: 'none' };
  const fitting = people.filter((each) => plain(each.initials).startsWith(wanted));
  const [first] = fitting;
  if (first === undefined) return { kind: 'none' };
  return { kind: fitting.length === 1 ? 'one' : 'some', person: first };
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
}
