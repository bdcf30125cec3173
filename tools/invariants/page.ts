import type { Place } from './scan.ts';

/** Sentences by id, under the heading of their group. */
export interface InvariantGroup {
  readonly group: string;
  readonly invariants: Readonly<Record<string, string>>;
}

/**
 * What is wrong with the house's promises, in words: an id that code promises and no test proves, or
 * an id that nobody has written down. Empty when all is well.
 */
export function findGaps(
  groups: readonly InvariantGroup[],
  promises: readonly Place[],
  proofs: readonly Place[],
): readonly string[] {
  const known = new Set(groups.flatMap(({ invariants }) => Object.keys(invariants)));
  const proven = new Set(proofs.map(({ id }) => id));
  const unknown = [...promises, ...proofs].filter(({ id }) => !known.has(id));
  const unproven = promises.filter(({ id }) => known.has(id) && !proven.has(id));
  return [
    ...unknown.map(({ id, file }) => `${file} names ${id}, which build/invariants.json does not`),
    ...unproven.map(
      ({ id, file, what }) =>
        `${file}: ${what} promises ${id}, but no test title starts with "${id}:"`,
    ),
  ];
}

/** The page docs/invariants.md. An invariant is `held` when code promises it and a test proves it. */
export function renderPage(
  groups: readonly InvariantGroup[],
  promises: readonly Place[],
  proofs: readonly Place[],
): string {
  const intro = [
    '# Invariants',
    '',
    'What is true at every moment, whatever fails. Written by `npm run invariants` from doc comments and test',
    'titles: *promised by* names the code whose comment carries the id, *proven by* the tests whose title starts',
    'with it. `later` means that no code promises it yet.',
  ];
  const chapters = groups.flatMap(({ group, invariants }) => [
    '',
    `## ${group}`,
    ...Object.entries(invariants).flatMap(([id, sentence]) =>
      renderInvariant(id, sentence, ofId(promises, id), ofId(proofs, id)),
    ),
  ]);
  return `${[...intro, ...chapters].join('\n')}\n`;
}

function renderInvariant(
  id: string,
  sentence: string,
  promises: readonly Place[],
  proofs: readonly Place[],
): readonly string[] {
  const state = promises.length === 0 ? 'later' : proofs.length === 0 ? 'unproven' : 'held';
  const promised = promises.map(({ file, what }) => `- promised by \`${file}\`: \`${what}\``);
  const proven = proofs.map(({ file, what }) => `- proven by \`${file}\`: ${what}`);
  const places = [...new Set([...promised, ...proven])];
  return ['', `**${id}** (${state}) ${sentence}`, ...(places.length > 0 ? ['', ...places] : [])];
}

/** In a steady order, so that the page changes only with the code. */
function ofId(places: readonly Place[], id: string): readonly Place[] {
  const order = ({ file, what }: Place) => `${file}\n${what}`;
  return places
    .filter((place) => place.id === id)
    .toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}
