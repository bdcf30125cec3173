/** Small words inside a name that give no initial: `Ana de la Cruz` is AC. */
const PARTICLES = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'el',
  'y',
  'van',
  'von',
  'der',
  'da',
  'di',
  'do',
  'dos',
]);

/** Initials as a shop writes them on its papers: one letter a word, at most three; two letters of a single word. */
export function proposeInitials(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/[\s\-–.'’]+/)
    .filter((word) => /^\p{L}/u.test(word));
  const telling = words.filter((word) => !PARTICLES.has(word.toLowerCase()));
  const used = telling.length > 0 ? telling : words;
  const [only] = used;
  if (only === undefined) return '';
  if (used.length === 1) return [...only].slice(0, 2).join('').toUpperCase();
  return used
    .slice(0, 3)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}
