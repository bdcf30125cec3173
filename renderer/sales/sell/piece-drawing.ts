/** What a piece is drawn as where there is no photo of it. */
export type Drawing = 'ring' | 'necklace' | 'earrings' | 'bracelet' | 'watch' | 'pin' | 'gem';

/** Words of the two languages of the counter, as they begin; the first kind whose word appears is meant. */
const WORDS: readonly (readonly [Drawing, RegExp])[] = [
  ['earrings', /\b(earring|stud|hoop|arete|pendiente|argolla)/],
  ['watch', /\b(watch|chronograph|timepiece|reloj|cronógrafo)/],
  ['bracelet', /\b(bracelet|bangle|anklet|cuff|pulsera|brazalete|esclava)/],
  ['necklace', /\b(necklace|pendant|chain|locket|collar|cadena|colgante|dije)/],
  ['pin', /\b(pin|brooch|broche|prendedor)/],
  ['ring', /\b(ring|band|solitaire|anillo|argollas de boda|alianza|sortija)/],
];

/** The drawing for a piece, by its category first and then by its description. */
export function drawingOf(category: string, description: string): Drawing {
  for (const text of [category.toLowerCase(), description.toLowerCase()]) {
    const found = WORDS.find(([, words]) => words.test(text));
    if (found) return found[0];
  }
  return 'gem';
}
