import { sql, type SQL } from "drizzle-orm";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import type { Queryable } from "#db/client.ts";
import {
  allOf,
  aspectConditions,
  distanceFrom,
  inBox,
  visibleTo,
  type Aspect,
} from "./search-conditions.server.ts";
import { RADII_KM, type SearchFilters } from "./search-filters.ts";
import { countOffers } from "./search-offers.queries.server.ts";
import type { Widening, WideningChange } from "./widening.ts";

interface Variant {
  change: WideningChange;
  condition: SQL;
}

/**
 * What each way of widening a poor search would bring, those that bring more only. One pass over the offers of
 * the largest circle counts them all; the whole country is counted only when no circle brings anything.
 */
export async function listWidenings(
  db: Queryable,
  filters: SearchFilters,
  asker: Eligibility | null,
  found: { total: number; families: readonly string[] },
): Promise<Widening[]> {
  const totals = await countVariants(db, filters, asker, variantsOf(filters, found.families));
  // Radii come first, by growing size: each must bring more than the one before.
  const better = totals.filter(({ change, total }, index) => {
    const before = change.kind === "radius" ? totals[index - 1] : undefined;
    return total > (before?.total ?? found.total) && total > found.total;
  });
  const everywhere =
    filters.center && better.length === 0
      ? await countOffers(db, { ...filters, center: null, sort: "recentes" }, asker)
      : 0;
  return everywhere > found.total ? [{ change: { kind: "everywhere" }, total: everywhere }] : better;
}

async function countVariants(
  db: Queryable,
  filters: SearchFilters,
  asker: Eligibility | null,
  variants: Variant[],
): Promise<Widening[]> {
  if (variants.length === 0) return [];
  const { center, campaignId } = filters;
  const largest = RADII_KM[RADII_KM.length - 1] ?? 0;
  const around = center
    ? [visibleTo(campaignId, asker), inBox(center, largest)]
    : [visibleTo(campaignId, asker)];
  const counts = variants.map(({ condition }) => sql`count(*) filter (where ${condition})::int`);
  const [row] = await db.execute<{ totals: number[] }>(sql`
    with near as (
      select s.*, ${center ? distanceFrom(center) : sql`0::float8`} as km from offer_search s where ${allOf(around)}
    )
    select array[${sql.join(counts, sql`, `)}] as totals from near s`);
  return variants.map(({ change }, index) => ({ change, total: row?.totals[index] ?? 0 }));
}

/** One filter is widened at a time; all of them at once comes last. */
function variantsOf(filters: SearchFilters, families: readonly string[]): Variant[] {
  const within = (radiusKm: number) => sql`s.km <= ${radiusKm}::float8`;
  const conditions = aspectConditions(filters);
  if (filters.center) conditions.place = within(filters.radiusKm);
  const asked = Object.entries(conditions) as [Aspect, SQL][];
  const without = (...dropped: Aspect[]) =>
    allOf(asked.filter(([aspect]) => !dropped.includes(aspect)).map(([, condition]) => condition));

  const variants: Variant[] = [];
  const larger = filters.center ? RADII_KM.filter((radiusKm) => radiusKm > filters.radiusKm) : [];
  for (const radiusKm of larger)
    variants.push({
      change: { kind: "radius", radiusKm },
      condition: allOf([without("place"), within(radiusKm)]),
    });
  if (conditions.periods) variants.push({ change: { kind: "periods" }, condition: without("periods") });
  const [family, ...otherFamilies] = families;
  if (conditions.sectors && family && otherFamilies.length === 0)
    variants.push({
      change: { kind: "family", family },
      condition: allOf([without("sectors", "family"), sql`s.family_slug = ${family}`]),
    });
  if (conditions.sectors ?? conditions.family)
    variants.push({ change: { kind: "sectors" }, condition: without("sectors", "family") });
  if (conditions.challenges)
    variants.push({ change: { kind: "challenges" }, condition: without("challenges") });
  if (conditions.words) variants.push({ change: { kind: "words" }, condition: without("words") });
  if (asked.filter(([aspect]) => aspect !== "place").length > 1)
    variants.push({
      change: { kind: "filters" },
      condition: conditions.place ?? sql`true`,
    });
  return variants;
}
