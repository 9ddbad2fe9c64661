/**
 * An unexpected error in words fit for a log: its kinds and codes, causes included. Messages are left out, they quote data:
 * a failed query names its parameters, a bad header its value.
 */
export function describeFailure(error: unknown): string {
  const words: string[] = [];
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = "code" in current && typeof current.code === "string" ? ` ${current.code}` : "";
    const constraint =
      "constraint_name" in current && typeof current.constraint_name === "string"
        ? ` (${current.constraint_name})`
        : "";
    words.push(`${current.name}${code}${constraint}`);
  }
  return words.join(", caused by ") || "unknown failure";
}

/** The places in the code that an error went through, without its message. */
export function framesOf(error: unknown): string[] {
  const lines: string[] = [];
  for (let current = error; current instanceof Error; current = current.cause)
    lines.push(...(current.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)));
  return lines;
}
