import { challenges } from "#app/domain/reference/challenges.ts";
import { metresOf, squaredChord } from "./index-cells.ts";
import { FirstSlots } from "./index-page.ts";
import { idWords, unitVector } from "./index-slots.ts";
import {
  challengesOf,
  filterTables,
  MAX_SECTORS,
  periodsOf,
  sectorOf,
  type FilterTables,
} from "./index-traits.ts";
import { TITLE_WEIGHT } from "./index-words.ts";
import type { IndexSearch, OfferIndex } from "./offer-index.ts";
import { relevanceOf } from "./relevance.ts";
import { publishedMicroseconds, publishedText, type SearchCursor } from "./search-cursor.ts";
import type { OfferCluster, SearchFacets } from "./search-facets.ts";
import { PERIODS } from "./search-filters.ts";

interface IndexPage {
  total: number;
  offers: { id: string; key: string }[];
}

/** The first `limit` offers after the cursor in the order asked, and the number of all that match. */
export function findInIndex(
  index: OfferIndex,
  search: IndexSearch,
  cursor: SearchCursor | null,
  limit: number,
): IndexPage {
  const { slots } = index;
  const { sort } = search.filters;
  const descending = sort !== "distance";
  const first = new FirstSlots(limit, (a, b) => (descending ? -1 : 1) * slots.compareIds(a, b));
  const after = cursor && {
    key:
      sort === "recentes" ? -publishedMicroseconds(cursor.key) : (descending ? -1 : 1) * Number(cursor.key),
    id: idWords(cursor.offerId),
  };
  const isAfter = (key: number, slot: number) =>
    !after ||
    key > after.key ||
    (key === after.key && (descending ? -1 : 1) * slots.compareIdTo(slot, after.id) > 0);
  const keyOf = keyReader(index, search);
  const total = eachMatch(index, search, (slot) => {
    const key = keyOf(slot, first.bound);
    if (key <= first.bound && isAfter(key, slot)) first.offer(key, slot);
  });
  const text = (key: number) => (sort === "recentes" ? publishedText(-key) : String(Math.abs(key)));
  const offers = Array.from({ length: first.size }, (_, at) => ({
    id: slots.id(first.slots[at]!),
    key: text(first.keys[at]!),
  }));
  return { total, offers };
}

/** How many offers match. */
export function countInIndex(index: OfferIndex, search: IndexSearch): number {
  return eachMatch(index, search, () => undefined);
}

/** Every facet in one pass: each offer counts for a facet when it passes the filters of the two others. */
export function facetsInIndex(index: OfferIndex, search: IndexSearch): SearchFacets {
  const { traits } = index.slots;
  const tables = filterTables(search.filters, index.sectors);
  const { found, count } = index.candidates(search);
  const bySector = new Uint32Array(MAX_SECTORS);
  const byPeriods = new Uint32Array(tables.period.length);
  const byChallenges = new Uint32Array(tables.challenge.length);
  let total = 0;
  for (let at = 0; at < count; at += 1) {
    const own = traits[found[at]!]!;
    const periods = periodsOf(own);
    const met = challengesOf(own);
    const sector = sectorOf(own);
    const inTime = tables.period[periods]!;
    const inChallenge = tables.challenge[met]!;
    const inSector = tables.sector[sector]!;
    bySector[sector]! += inTime & inChallenge;
    byPeriods[periods]! += inChallenge & inSector;
    byChallenges[met]! += inTime & inSector;
    total += inTime & inChallenge & inSector;
  }
  const facets: SearchFacets = {
    total,
    sectors: {},
    families: {},
    periods: spread(PERIODS.map((period, bit) => [period, sumWith(byPeriods, bit)] as const)),
    challenges: spread(challenges.map(({ slug }, bit) => [slug, sumWith(byChallenges, bit)] as const)),
  };
  index.sectors.forEach(({ code, family }, sector) => {
    const offers = bySector[sector]!;
    if (offers === 0) return;
    facets.sectors[code] = offers;
    facets.families[family] = (facets.families[family] ?? 0) + offers;
  });
  return facets;
}

/** All offers that match, gathered in squares of the map. */
export function clustersInIndex(index: OfferIndex, search: IndexSearch, degrees: number): OfferCluster[] {
  const { latitude, longitude } = index.slots;
  const columns = Math.ceil(360 / degrees) + 1;
  const clusters = new Map<number, { north: number; east: number; count: number; slot: number }>();
  // Neighbours in the list are neighbours on the map: the last cluster is often the right one.
  let lastKey = Number.NaN;
  let last = { north: 0, east: 0, count: 0, slot: -1 };
  eachMatch(index, search, (slot) => {
    const north = latitude[slot]!;
    const east = longitude[slot]!;
    const key = Math.floor((north + 90) / degrees) * columns + Math.floor((east + 180) / degrees);
    if (key !== lastKey) {
      lastKey = key;
      const known = clusters.get(key);
      last = known ?? { north: 0, east: 0, count: 0, slot };
      if (!known) clusters.set(key, last);
    }
    last.north += north;
    last.east += east;
    last.count += 1;
  });
  return Array.from(clusters.values(), ({ north, east, count, slot }) => ({
    latitude: north / count,
    longitude: east / count,
    count,
    offerId: count === 1 ? index.slots.id(slot) : null,
  }));
}

function eachMatch(index: OfferIndex, search: IndexSearch, visit: (slot: number) => void): number {
  const { traits } = index.slots;
  const tables: FilterTables = filterTables(search.filters, index.sectors);
  const { period, challenge, sector } = tables;
  const { found, count } = index.candidates(search);
  let total = 0;
  for (let at = 0; at < count; at += 1) {
    const slot = found[at]!;
    const own = traits[slot]!;
    if ((period[periodsOf(own)]! & challenge[challengesOf(own)]! & sector[sectorOf(own)]!) === 0) continue;
    total += 1;
    visit(slot);
  }
  return total;
}

/** The key that pages are cut by, smallest first; an offer farther than the bound is not measured to the metre. */
function keyReader(
  index: OfferIndex,
  { filters, words }: IndexSearch,
): (slot: number, bound: number) => number {
  const { slots } = index;
  const { x, y, z } = slots;
  if (filters.sort === "recentes") return (slot) => -slots.publishedAt[slot]!;
  const { center } = filters;
  const [fromX, fromY, fromZ] = center ? unitVector(center.latitude, center.longitude) : [0, 0, 0];
  const squared = (slot: number) =>
    (x[slot]! - fromX) ** 2 + (y[slot]! - fromY) ** 2 + (z[slot]! - fromZ) ** 2;
  if (filters.sort === "distance") {
    let known = Number.POSITIVE_INFINITY;
    let reach = Number.POSITIVE_INFINITY;
    return (slot, bound) => {
      const chord = squared(slot);
      if (bound !== known) {
        known = bound;
        reach = bound === Number.POSITIVE_INFINITY ? bound : squaredChord(bound / 1000 + 0.001);
      }
      return chord > reach ? Number.POSITIVE_INFINITY : metresOf(chord);
    };
  }
  const interests = new Set(filters.interests);
  const interesting = index.sectors.map(({ family }) => interests.has(family));
  return (slot) =>
    -relevanceOf({
      quality: slots.quality[slot]!,
      metres: center ? metresOf(squared(slot)) : 0,
      interesting: interesting[sectorOf(slots.traits[slot]!)] ?? false,
      words: words.length > 0 ? index.wordsWeight(slot) : 0,
      wordsAtMost: words.length * TITLE_WEIGHT,
    });
}

function sumWith(byBits: Uint32Array, bit: number): number {
  return byBits.reduce((sum, offers, bits) => sum + ((bits >> bit) & 1) * offers, 0);
}

/** Values with offers only. */
function spread<Name extends string>(
  counts: readonly (readonly [Name, number])[],
): Partial<Record<Name, number>> {
  return Object.fromEntries(counts.filter(([, offers]) => offers > 0)) as Partial<Record<Name, number>>;
}
