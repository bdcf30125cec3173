/** C0 and C1 controls, lone surrogates, and the marks that reorder or hide text on a receipt. */
export function hasControlCharacter(text: string): boolean {
  for (const character of text) {
    if (isControl(character.codePointAt(0) ?? 0)) return true;
  }
  return false;
}

function isControl(point: number): boolean {
  return (
    point < 0x20 ||
    (point >= 0x7f && point <= 0x9f) ||
    (point >= 0x200b && point <= 0x200f) ||
    (point >= 0x202a && point <= 0x202e) ||
    (point >= 0x2060 && point <= 0x2069) ||
    point === 0xfeff ||
    (point >= 0xd800 && point <= 0xdfff)
  );
}
