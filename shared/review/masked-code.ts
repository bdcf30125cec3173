/** The end of a gift card's code: enough to tell two cards apart, too little to spend one. */
export function maskedCode(code: string): string {
  return `…${code.slice(-5)}`;
}
