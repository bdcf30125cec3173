/** PINs of the demo shop's people, by initials. Its sign-in screen shows them: there is nothing to protect. */
export const DEMO_PINS = { AR: '246802', MF: '135790', CO: '2580' } as const;

/** The PIN of a person of the demo shop; undefined for somebody added there since. */
export function demoPin(initials: string): string | undefined {
  return Object.entries(DEMO_PINS).find(([known]) => known === initials)?.[1];
}
