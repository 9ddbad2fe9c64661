import { normaliseText } from "#app/kernel/text.ts";

const LONGEST_NAME = 12;

/** What someone without an address signs in with: "ines-k7mp". `drawn` tells apart those of one first name. */
export function signInNameOf(firstName: string, drawn: string): string {
  const name = normaliseText(firstName).replaceAll(" ", "").slice(0, LONGEST_NAME);
  return `${name || "eleve"}-${drawn}`;
}

/** An address has a sign that these have not. */
export function isSignInName(subject: string): boolean {
  return !subject.includes("@");
}
