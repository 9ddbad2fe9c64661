import type { SearchFacets } from "./search-facets.ts";
import { PERIODS, type Period, type SearchFilters } from "./search-filters.ts";

/** One way to ask for less, or for something else. */
export type WideningChange =
  | { kind: "radius"; radiusKm: number }
  /** A whole family instead of the sectors or the family asked. */
  | { kind: "family"; family: string }
  /** Another period instead of those asked. */
  | { kind: "period"; period: Period }
  | { kind: "periods" | "sectors" | "challenges" | "words" }
  /** Everything but the place. */
  | { kind: "filters" }
  /** Everything but the filters. */
  | { kind: "everywhere" }
  /** Everything but the middle of a larger circle. */
  | { kind: "around"; radiusKm: number };

/** A way to widen a search and the number of offers it leads to. */
export interface Widening {
  change: WideningChange;
  total: number;
}

/** As many of one kind as a reader weighs at once. */
const FAMILIES_TOLD = 2;
const RADII_TOLD = 2;

/**
 * Other periods and other families, each instead of what was asked, those that bring more only: the facets have counted
 * them already.
 */
export function listOtherChoices(
  { periods, sectors, family }: Pick<SearchFilters, "periods" | "sectors" | "family">,
  facets: SearchFacets,
  askedFamilies: readonly string[],
): Widening[] {
  const otherPeriods = periods.length > 0 ? PERIODS.filter((one) => !periods.includes(one)) : [];
  const otherFamilies =
    sectors.length > 0 || family
      ? Object.entries(facets.families).filter(([slug]) => slug !== family && !askedFamilies.includes(slug))
      : [];
  const largest = [...otherFamilies].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const choices: Widening[] = [
    ...otherPeriods.map((period) => ({
      change: { kind: "period" as const, period },
      total: facets.periods[period] ?? 0,
    })),
    ...largest
      .slice(0, FAMILIES_TOLD)
      .map(([slug, total]) => ({ change: { kind: "family" as const, family: slug }, total })),
  ];
  return choices.filter(({ total }) => total > facets.total);
}

const READING_ORDER: readonly WideningChange["kind"][] = [
  "radius",
  "period",
  "periods",
  "family",
  "sectors",
  "challenges",
  "words",
  "filters",
  "everywhere",
  "around",
];

/** From the smallest change to the largest: the first few radii, and all dates unless one period brings as much. */
export function inReadingOrder(widenings: readonly Widening[]): Widening[] {
  const ofKind = (wanted: WideningChange["kind"]) => widenings.filter(({ change }) => change.kind === wanted);
  const onePeriod = Math.max(0, ...ofKind("period").map(({ total }) => total));
  return READING_ORDER.flatMap((kind) => {
    if (kind === "radius") return ofKind(kind).slice(0, RADII_TOLD);
    return kind === "periods" ? ofKind(kind).filter(({ total }) => total > onePeriod) : ofKind(kind);
  });
}
