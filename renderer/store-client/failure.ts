import { ORPCError } from '@orpc/client';

/** Why a call has no answer of the shop's own: coded, so that the window can say what to do. */
export type Failure =
  | { readonly code: 'NOT_SIGNED_IN' }
  | { readonly code: 'FORBIDDEN'; readonly permission: string | undefined }
  | { readonly code: 'STORE_NOT_OPEN' }
  /** The store's check of the fields; `issue` is the code of the first one that does not hold. */
  | {
      readonly code: 'BAD_INPUT';
      readonly issue: string | undefined;
      readonly field: string | undefined;
    }
  /** The way to the store broke: what was asked may or may not have been done. */
  | { readonly code: 'STORE_BUSY' }
  | { readonly code: 'UNEXPECTED' };

/** Reads what a call threw. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ORPCError))
    return { code: isLostLink(error) ? 'STORE_BUSY' : 'UNEXPECTED' };
  switch (error.code) {
    case 'NOT_SIGNED_IN':
      return { code: 'NOT_SIGNED_IN' };
    case 'STORE_NOT_OPEN':
      return { code: 'STORE_NOT_OPEN' };
    case 'FORBIDDEN':
      return { code: 'FORBIDDEN', permission: textAt(error.data, 'permission') };
    case 'BAD_REQUEST':
      return { code: 'BAD_INPUT', ...firstIssue(error.data) };
    default:
      return { code: 'UNEXPECTED' };
  }
}

/**
 * True when the store surely did nothing. After any other failure the same attempt keeps its command id, so that a
 * command which did reach the disk is recognised and not done twice.
 */
export function isDefinite(failure: Failure): boolean {
  return failure.code !== 'STORE_BUSY' && failure.code !== 'UNEXPECTED';
}

function isLostLink(error: unknown): boolean {
  return error instanceof DOMException || (error instanceof Error && error.name === 'AbortError');
}

function firstIssue(data: unknown): { issue: string | undefined; field: string | undefined } {
  const issues = at(data, 'issues');
  const first: unknown = Array.isArray(issues) ? issues[0] : undefined;
  const path = at(first, 'path');
  const field = Array.isArray(path) ? path.map(String).join('.') : undefined;
  return { issue: textAt(first, 'message'), field };
}

function at(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;
}

function textAt(data: unknown, key: string): string | undefined {
  const value = at(data, key);
  return typeof value === 'string' ? value : undefined;
}
