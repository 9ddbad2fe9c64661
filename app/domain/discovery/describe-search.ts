import { last } from "#app/kernel/last.ts";
import { challenges as allChallenges } from "#app/domain/reference/challenges.ts";
import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import type { Period } from "#app/domain/search/search-filters.ts";
import { ofPlace } from "#app/kernel/text.ts";
import type { SearchCriteria } from "./saved-search.ts";

const PERIODS: Record<Period, string> = {
  "deux-semaines": "les deux semaines",
  "semaine-1": "la semaine 1",
  "semaine-2": "la semaine 2",
};

/**
 * A search in one line, as its page and its letters tell it: "À moins de 30 km de Rennes (35), secteur Santé, pour la
 * semaine 1, avec « véto »".
 */
export function describeSearch(criteria: SearchCriteria, families: readonly SectorFamily[]): string {
  const { place, departments = [], radiusKm, sectors, family, challenges, periods, words } = criteria;
  const sectorLabels = families.flatMap((one) =>
    one.sectors.flatMap(({ code, label }) => (sectors.includes(code) ? [label] : [])),
  );
  const familyLabel = families.find(({ slug }) => slug === family)?.label;
  const challengeLabels = allChallenges.flatMap(({ slug, label }) =>
    challenges.includes(slug) ? [label] : [],
  );
  return [
    whereOf({ place, departments, radiusKm }),
    familyLabel && `famille ${familyLabel}`,
    counted(sectorLabels, "secteur"),
    counted(challengeLabels, "défi"),
    periods.length > 0 && `pour ${either(periods.map((period) => PERIODS[period]))}`,
    words && `avec « ${words} »`,
  ]
    .filter(Boolean)
    .join(", ");
}

function whereOf({
  place,
  departments,
  radiusKm,
}: Pick<Required<SearchCriteria>, "place" | "departments" | "radiusKm">) {
  if (!place) return "Dans toute la France";
  return departments.length > 0 ? `${place} en entier` : `À moins de ${radiusKm} km ${ofPlace(place)}`;
}

function counted(labels: readonly string[], noun: string): string | null {
  return labels.length > 0 ? `${noun}${labels.length > 1 ? "s" : ""} ${either(labels)}` : null;
}

function either(labels: readonly string[]): string {
  return [labels.slice(0, -1).join(", "), last(labels)].filter(Boolean).join(" ou ");
}
