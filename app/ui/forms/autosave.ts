import type { IntentOf } from "./intents.ts";

/** The intent of a form that is kept in passing, while one types. */
export const AUTOSAVE = "autosave" satisfies IntentOf<"apply">;

/** Nothing of the page depends on it: reading the page again would only cost it when the network is gone. */
export function isAutosave(form: FormData | URLSearchParams | undefined): boolean {
  return form?.get("intent") === AUTOSAVE;
}
