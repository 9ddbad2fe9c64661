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

/** What was ticked in a group of boxes. */
export function textsOf(refusal: Refusal | undefined, field: string): string[] {
  return [refusal?.values[field]].flat().filter((one): one is string => typeof one === "string");
}

/** What is said of the whole form; null when fields alone are at fault. */
export function messageOf(refusal: Refusal | undefined): string | null {
  return refusal?.errors[""]?.[0] ?? null;
}

/** What is wrong with each field, the whole form left out. */
export function fieldErrors(refusal: Refusal | undefined): Record<string, string[]> {
  const { "": _whole, ...fields } = refusal?.errors ?? {};
  return fields;
}
