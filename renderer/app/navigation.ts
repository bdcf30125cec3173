import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export type Asked = Readonly<Record<string, string | number | boolean | undefined>>;

/** Goes to a screen: `go('/customers')`, `go(\`/stock/${pieceId}\`, { filter: 'sold' })`. */
export function useGo(): (path: `/${string}`, asked?: Asked) => void {
  const navigate = useNavigate();
  return useCallback((path, asked) => void navigate({ to: path, search: asked ?? {} }), [navigate]);
}

/** What the `$names` of this screen's path stand for. */
export function usePathParts(): Readonly<Record<string, string | undefined>> {
  return useParams({ strict: false });
}

/** What follows `?` in this screen's address: saved filters, the customer to sell to. */
export function useAsked(): Asked {
  return useSearch({ strict: false });
}
