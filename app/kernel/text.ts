/** Comparable form of a French text: no accent, no case, ligatures opened, hyphens and apostrophes as spaces. */
export function normaliseText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** French plural of a counted noun: 0 and 1 are singular. */
export function plural(count: number, singular: string, several = `${singular}s`): string {
  return `${count.toLocaleString("fr-FR")} ${Math.abs(count) < 2 ? singular : several}`;
}
