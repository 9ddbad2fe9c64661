/** A failure whose message holds no personal data: it may be logged, and kept with the job. */
export class JobFailure extends Error {
  override name = "JobFailure";
}

/**
 * A failure fit for the log. Messages of other errors quote data (a failed query names its parameters):
 * what is kept of them is the kind, the code and the places in the code.
 */
export function withoutData(error: unknown): JobFailure {
  if (error instanceof JobFailure) return error;
  const failure = new JobFailure(describe(error));
  if (error instanceof Error) failure.stack = [failure.message, ...framesOf(error)].join("\n");
  return failure;
}

function describe(error: unknown): string {
  const words: string[] = [];
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = "code" in current && typeof current.code === "string" ? ` ${current.code}` : "";
    words.push(current.name + code);
  }
  return words.join(", caused by ") || "unknown failure";
}

function framesOf(error: Error): string[] {
  return (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
}
