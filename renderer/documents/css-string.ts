/**
 * A text as a string of a style sheet, for what is printed in the margin of a page. It may hold what a customer is
 * called: every sign but letters, numbers and plain marks is escaped, so that none ends the string.
 */
export function cssString(text: string): string {
  const escaped = text.replaceAll(
    /[^\p{L}\p{N} .,·-]/gu,
    (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
