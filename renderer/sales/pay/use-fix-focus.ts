import { useEffect } from 'react';
import type { FixTarget } from './fixes.ts';

/** What a refusal asks to change has the focus: once for each refusal, so that nobody is held there. */
export function useFixFocus(refusal: object | undefined, target: FixTarget | undefined): void {
  useEffect(() => {
    if (refusal === undefined || target === undefined) return;
    const part = document.querySelector<HTMLElement>(
      `[data-fix="${target}"] :is(input, select, button:not(.ui-note-help))`,
    );
    part?.focus();
    if (part instanceof HTMLInputElement && part.type === 'text') part.select();
  }, [refusal, target]);
}
