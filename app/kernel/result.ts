/** Outcome of a use case: expected failures are data, exceptions are bugs or broken infrastructure. */
export type Result<Value, Failure> = { ok: true; value: Value } | { ok: false; error: Failure };

export function ok(): Result<void, never>;
export function ok<Value>(value: Value): Result<Value, never>;
export function ok<Value>(value?: Value): Result<Value | undefined, never> {
  return { ok: true, value };
}

export function err<const Failure>(error: Failure): Result<never, Failure> {
  return { ok: false, error };
}
