import type { CommandId } from '#shared/ids.ts';

/**
 * One attempt at a command, over all its tries: the id is made once and kept until the store has answered for sure, so
 * that a repeated call is recognised and done once. Another attempt key is another attempt.
 */
export interface Attempts {
  readonly idFor: (key: string) => CommandId;
  /** The store has answered, or surely did nothing. */
  readonly settle: () => void;
}

export function createAttempts(makeId: () => string): Attempts {
  let current: { readonly key: string; readonly id: CommandId } | undefined;
  return {
    idFor: (key) => {
      // Branding: the id is made here and nowhere else in the window.
      if (current?.key !== key) current = { key, id: makeId() as CommandId };
      return current.id;
    },
    settle: () => {
      current = undefined;
    },
  };
}
