import { describeFailure, framesOf } from "#app/kernel/failure.ts";

/** A failure whose message holds no personal data: it may be logged, and kept with the job. */
export class JobFailure extends Error {
  override name = "JobFailure";
}

/** A failure fit for the log: what is kept of any other error is its kind, its code and its places in the code. */
export function withoutData(error: unknown): JobFailure {
  if (error instanceof JobFailure) return error;
  const failure = new JobFailure(describeFailure(error));
  if (error instanceof Error) failure.stack = [failure.message, ...framesOf(error)].join("\n");
  return failure;
}
