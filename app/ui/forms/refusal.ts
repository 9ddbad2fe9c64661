/** A form that the server sent back: what is wrong by field (`""`: the whole form), and what was typed. */
export interface Refusal {
  errors: Record<string, string[]>;
  values: Record<string, unknown>;
}

/** What was typed in a field, or what it held before. */
export function textOf(refusal: Refusal | undefined, field: string, before = ""): string {
  const typed = refusal?.values[field];
  return typeof typed === "string" ? typed : before;
}
