/**
 * Calls whose effect leaves the program (a web page opened, paper printed, a popup refused). The stand-in
 * has no such outside, so it keeps them here for tests: `electron.__internals.calls`.
 */
export interface RecordedCall {
  readonly api: string;
  readonly [detail: string]: unknown;
}

export const calls: RecordedCall[] = [];

export function recordCall(api: string, details: Readonly<Record<string, unknown>> = {}): void {
  calls.push({ api, ...details });
}
