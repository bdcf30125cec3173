import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

/**
 * State that outlives its screen: what was typed in a filter or a form is there again after going away and coming back.
 * It lives as long as the page and is forgotten when another person signs in; it never reaches a disk.
 */
export function useKept<Value>(
  name: readonly string[],
  initial: Value,
): readonly [Value, (next: Value) => void] {
  const cache = useQueryClient();
  const [value, setValue] = useState(() => cache.getQueryData<Value>(['kept', ...name]) ?? initial);
  const keep = (next: Value) => {
    cache.setQueryDefaults(['kept'], { gcTime: Number.POSITIVE_INFINITY });
    cache.setQueryData(['kept', ...name], next);
    setValue(next);
  };
  return [value, keep];
}
