/** Larger than any shop's export, small enough to be held as text. The window asks it too: sending more would fill both. */
export const LARGEST_FILE_MB = 64;

/** Why a file of so many bytes is not even opened; undefined when it may be. */
export function tooLarge(
  bytes: number,
): { readonly code: 'IMPORT_TOO_LARGE'; readonly limitMb: number } | undefined {
  if (bytes <= LARGEST_FILE_MB * 1024 * 1024) return undefined;
  return { code: 'IMPORT_TOO_LARGE', limitMb: LARGEST_FILE_MB };
}
