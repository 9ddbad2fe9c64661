import { normaliseText } from "#app/kernel/text.ts";
import type { KnownTeacher } from "./roster-plan.ts";

const TITLE = /^(m|mr|mme|mlle|monsieur|madame) /;

/** The only teacher of the school whom "Mme BERNARD S." or "Sophie Bernard" can be; null for nobody, or for two. */
export function findTeacher(written: string, teachers: readonly KnownTeacher[]): KnownTeacher | null {
  const words = normaliseText(written).replace(TITLE, "").split(" ");
  const named = teachers.filter((teacher) => isNamed(words, teacher));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** All of the family name, and a first name or its initial where one is written. */
function isNamed(words: readonly string[], { firstName, lastName }: KnownTeacher): boolean {
  const family = normaliseText(lastName).split(" ");
  const first = normaliseText(firstName).split(" ");
  if (!family.every((word) => words.includes(word))) return false;
  const rest = words.filter((word) => !family.includes(word));
  return rest.every((word) =>
    first.some((one) => one === word || (word.length === 1 && one.startsWith(word))),
  );
}
