/** Outcome of a use case: expected failures are data, exceptions are bugs or broken infrastructure. */
export type Result<Value, Failed> = { ok: true; value: Value } | { ok: false; error: Failed };

/** A failure for each code, so that those dealt with are known to be out. Some carry more: `Failure<"late"> | { code: "full"; max: number }`. */
export type Failure<Code extends string> = Code extends string ? { code: Code } : never;

/** What is left of a failure once these codes are dealt with. */
export type FailureBut<Failed extends { code: string }, Code extends Failed["code"]> = Exclude<
  Failed,
  { code: Code }
>;

export function ok(): Result<void, never>;
export function ok<Value>(value: Value): Result<Value, never>;
export function ok<Value>(value?: Value): Result<Value | undefined, never> {
  return { ok: true, value };
}

export function err<const Failed>(error: Failed): Result<never, Failed> {
  return { ok: false, error };
}
