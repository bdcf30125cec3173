import type { Words } from './catalogues.ts';

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  n: 'ñ',
  c: 'ç',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
  N: 'Ñ',
  C: 'Ç',
};

/** A readable text 40 % longer and accented, so that a window that is too narrow or a text left in code shows. */
export function pseudoText(text: string): string {
  const parts = text.split(/(\{\{[^}]*\}\}|<[^>]*>|\$t\([^)]*\))/);
  const accented = parts.map((part, index) =>
    index % 2 === 1 ? part : part.replace(/[a-zA-Z]/g, (letter) => ACCENTS[letter] ?? letter),
  );
  const length = parts.filter((_, index) => index % 2 === 0).join('').length;
  return `[${accented.join('')}${tail(Math.max(0, Math.ceil(length * 0.4) - 2))}]`;
}

/** Words of usual length: one endless word would break where no real text does. */
function tail(length: number): string {
  return Array.from({ length }, (_, at) => (at % 9 === 8 && at < length - 1 ? ' ' : '~')).join('');
}

/** A whole catalogue in the pseudo-language. */
export function pseudoWords(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudoWords(value),
    ]),
  );
}
