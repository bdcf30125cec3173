import type { Role } from './permissions.ts';

export type PinProblem =
  | { readonly code: 'PIN_TOO_SHORT'; readonly minDigits: number }
  | { readonly code: 'PIN_TOO_EASY' };

/** 4 digits at the counter; 6 for who may allow things to others (docs/rules.md, Staff). */
export function minPinDigits(roles: readonly Role[]): number {
  return roles.includes('manager') || roles.includes('owner') ? 6 : 4;
}

/** Why a PIN does not do for these roles, or undefined. Its form (digits, at most 12) is the contract's. */
export function findPinProblem(pin: string, roles: readonly Role[]): PinProblem | undefined {
  const minDigits = minPinDigits(roles);
  if (pin.length < minDigits) return { code: 'PIN_TOO_SHORT', minDigits };
  return isRun(pin) || isRepeat(pin) ? { code: 'PIN_TOO_EASY' } : undefined;
}

/** `1234`, `9876`, also over the end of the keys: `7890`. */
function isRun(pin: string): boolean {
  const steps = new Set(
    Array.from(pin.slice(1), (digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10),
  );
  return steps.size === 1 && (steps.has(1) || steps.has(9));
}

/** `0000`, `1212`, `258258`: the same few digits again and again. */
function isRepeat(pin: string): boolean {
  for (let length = 1; length <= pin.length / 2; length++) {
    if (pin.slice(0, length).repeat(pin.length / length) === pin) return true;
  }
  return false;
}
