import { textOf, type Refusal } from "../forms/refusal.ts";

/** What a field of a part shows: what was typed, else what the agreement says; and what is wrong with it. */
export function partFields(
  before: Readonly<Record<string, string | undefined>>,
  refusal: Refusal | undefined,
) {
  return (name: string) => ({
    name,
    defaultValue: refusal ? textOf(refusal, name) : (before[name] ?? ""),
    error: refusal?.errors[name]?.[0],
  });
}
