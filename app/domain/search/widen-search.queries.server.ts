import { sql } from "drizzle-orm";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import type { Database } from "#db/client.ts";
import { countInIndex } from "./offer-index/index-search.ts";
import {
  allOf,
  aspectConditions,
  inBox,
  inDepartments,
  metresFrom,
  visibleTo,
  within,
} from "./search-conditions.server.ts";
import { RADII_KM, type SearchFilters } from "./search-filters.ts";
import { countOffers, type SearchSource } from "./search-offers.queries.server.ts";
import { readWords, type SearchWords } from "./words/search-words.server.ts";
import type { Widening, WideningChange } from "./widening.ts";

/** A way to widen, and the search it makes. */
interface Variant {
  change: WideningChange;
  filters: SearchFilters;
}

/**
 * What each way of widening a poor search would bring, those that bring more only. One pass over the offers of
 * the largest circle counts them all; the whole country is counted only when no circle brings anything.
 */
export async function listWidenings(
  source: SearchSource,
  filters: SearchFilters,
  asker: Eligibility | null,
  found: { total: number; families: readonly string[] },
): Promise<Widening[]> {
  const totals = await countVariants(source, filters, asker, variantsOf(filters, found.families));
  // Radii come first, by growing size: each must bring more than the one before.
  const better = totals.filter(({ change, total }, index) => {
    const before = change.kind === "radius" ? totals[index - 1] : undefined;
    return total > (before?.total ?? found.total) && total > found.total;
  });
  return better.length > 0 || !(filters.center || filters.departments)
    ? better
    : lookFarther(source, filters, asker, found.total);
}

/** Nothing near, whatever filter is dropped: the whole country, else the nearest offers of any kind. */
async function lookFarther(
  source: SearchSource,
  filters: SearchFilters,
  asker: Eligibility | null,
  found: number,
): Promise<Widening[]> {
  const everywhere = await countOffers(source, { ...filters, ...EVERYWHERE, sort: "recentes" }, asker);
  if (everywhere > found) return [{ change: { kind: "everywhere" }, total: everywhere }];
  const plain = { ...filters, ...EVERY_SECTOR, challenges: [], periods: [], words: null };
  const larger = filters.center ? RADII_KM.filter((one) => one > filters.radiusKm) : [];
  const circles = larger.map((radiusKm): Variant => {
    return { change: { kind: "around", radiusKm }, filters: { ...plain, radiusKm } };
  });
  return (await countVariants(source, filters, asker, circles))
    .filter(({ total }) => total > found)
    .slice(0, 1);
}

async function countVariants(
  { db, index }: SearchSource,
  filters: SearchFilters,
  asker: Eligibility | null,
  variants: Variant[],
): Promise<Widening[]> {
  if (variants.length === 0) return [];
  const words = await readWords(db, filters.words);
  if (!index) return countVariantRows(db, filters, asker, words, variants);
  return variants.map(({ change, filters: widened }) => ({
    change,
    total: countInIndex(index, { filters: widened, asker, words: (widened.words && words?.groups) || [] }),
  }));
}

async function countVariantRows(
  db: Database,
  { center, campaignId, departments = [] }: SearchFilters,
  asker: Eligibility | null,
  words: SearchWords | null,
  variants: Variant[],
): Promise<Widening[]> {
  const largest = RADII_KM[RADII_KM.length - 1] ?? 0;
  const visible = [
    visibleTo(campaignId, asker),
    ...(departments.length > 0 ? [inDepartments(departments)] : []),
  ];
  const counts = variants.map(({ filters }) => {
    const { place: _place, ...others } = aspectConditions(filters, filters.words ? words : null);
    const near = filters.center ? [within(sql`s.metres`, filters.radiusKm)] : [];
    return sql`count(*) filter (where ${allOf([...near, ...Object.values(others)])})::int`;
  });
  const [row] = await db.execute<{ totals: number[] }>(sql`
    with near as (
      select s.*, ${center ? metresFrom(center) : sql`0`} as metres from offer_search s
      where ${allOf(center ? [...visible, inBox(center, largest)] : visible)}
    )
    select array[${sql.join(counts, sql`, `)}] as totals from near s`);
  return variants.map(({ change }, index) => ({ change, total: row?.totals[index] ?? 0 }));
}

const EVERYWHERE = { center: null, departments: [] };
const EVERY_SECTOR = { sectors: [], family: null };

/** One filter is widened at a time; all of them at once comes last. */
function variantsOf(filters: SearchFilters, families: readonly string[]): Variant[] {
  const { center, radiusKm, sectors, challenges, periods, words } = filters;
  const variants: Variant[] = [];
  const add = (change: WideningChange, dropped: Partial<SearchFilters>) =>
    variants.push({ change, filters: { ...filters, ...dropped } });
  for (const larger of center ? RADII_KM.filter((one) => one > radiusKm) : [])
    add({ kind: "radius", radiusKm: larger }, { radiusKm: larger });
  if (periods.length > 0) add({ kind: "periods" }, { periods: [] });
  const [family, ...otherFamilies] = families;
  if (sectors.length > 0 && family && otherFamilies.length === 0)
    add({ kind: "family", family }, { sectors: [], family });
  if (sectors.length > 0 || filters.family) add({ kind: "sectors" }, EVERY_SECTOR);
  if (challenges.length > 0) add({ kind: "challenges" }, { challenges: [] });
  if (words) add({ kind: "words" }, { words: null });
  const asked = [sectors.length, filters.family, challenges.length, periods.length, words].filter(Boolean);
  if (asked.length > 1)
    add({ kind: "filters" }, { ...EVERY_SECTOR, challenges: [], periods: [], words: null });
  return variants;
}
