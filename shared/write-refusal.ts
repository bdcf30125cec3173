/** What any command may be refused with by the write path itself. Nothing is stored then. */
export type WriteRefusal =
  /** The same command id came with another command or other input: a bug of the caller. */
  | { readonly code: 'COMMAND_ID_REUSED' }
  /** More than a changeset may hold; the command must be split. */
  | { readonly code: 'CHANGESET_TOO_LARGE'; readonly bytes: number }
  /** The disk refused, and after reopening the command is not there: it is safe to try again. */
  | { readonly code: 'NOT_SAVED'; readonly reason: 'DISK_FULL' | 'DISK_FAILED' };
