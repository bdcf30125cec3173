const FOLDS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ı: 'i',
};

/** Lower case without accents, with the letters Unicode does not decompose folded too, words split by one space. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[łøđßæœþðı]/g, (letter) => FOLDS[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The digits of a text, for phones and numbers typed with or without punctuation. */
export function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

/** "mueller" as the folded "Müller" is stored: ae, oe, ue inside a word lose their e. At its end ("joe") they stay. */
export function withoutUmlautE(folded: string): string {
  return folded.replaceAll(/([aou])e(?=\p{L})/gu, '$1');
}
