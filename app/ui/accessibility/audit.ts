import type { CalendarDate } from "#app/kernel/calendar-date.ts";

/** The last audit by hand, whose grid is kept with its evidence in `tests/accessibility`: a test compares the figures. */
export const AUDIT: { on: CalendarDate; version: string; applicable: number; conform: number } = {
  on: "2026-11-30",
  version: "4.1.2",
  applicable: 74,
  conform: 74,
};

/** The kinds of pages that were gone through. */
export const SAMPLE: readonly string[] = [
  "l’accueil",
  "la recherche en liste",
  "la recherche sur la carte",
  "une offre",
  "une candidature à écrire",
  "l’espace d’un élève",
  "une convention à valider",
  "la connexion",
  "une candidature reçue",
  "une offre à publier",
  "une classe",
  "la déclaration d’accessibilité, les mentions légales et le plan du site",
];

/** "74 critères sur 74", in whole percents: never more than is true. */
export function rateOf({ applicable, conform }: Pick<typeof AUDIT, "applicable" | "conform">): number {
  return Math.floor((conform * 100) / applicable);
}
