/** A refusal staff can act on. Plain data, so that it crosses workers and ports unchanged. */
export interface Refusal {
  readonly code: string;
}

export interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Refused<R extends Refusal> {
  readonly ok: false;
  readonly refusal: R;
}

/** The answer of a command: done, or refused with nothing stored. A bug or a broken disk throws instead. */
export type Result<Value, R extends Refusal = Refusal> = Ok<Value> | Refused<R>;

/** The command did what it promises. */
export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

/** The command stored nothing, and `refusal` says why. */
export function refuse<R extends Refusal>(refusal: R): Refused<R> {
  return { ok: false, refusal };
}
