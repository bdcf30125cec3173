export interface PaperRequest {
  /** For example `receipt`; together with the id it is the paper's address in the page. */
  readonly kind: string;
  readonly id: string;
}

/** Reads what a page asked for. Undefined for anything that could not be an address of a paper. */
export function readPaperRequest(kind: unknown, id: unknown): PaperRequest | undefined {
  if (typeof kind !== 'string' || !/^[a-z][a-z0-9-]{0,39}$/.test(kind)) return undefined;
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return undefined;
  return { kind, id };
}
