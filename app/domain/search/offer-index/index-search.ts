import { challenges } from "#app/domain/reference/challenges.ts";
import { metresOf, squaredChord } from "./index-cells.ts";
import { FirstSlots } from "./index-page.ts";
import { idWords, unitVector } from "./index-slots.ts";
import {
  challengesOf,
  filterTables,
  LOW_BITS,
  MAX_SECTORS,
  NO_FILTER,
  periodsOf,
  sectorOf,
  withoutReservation,
  type TraitFilters,
} from "./index-traits.ts";
import { TITLE_WEIGHT } from "./index-words.ts";
import type { IndexSearch, OfferIndex } from "./offer-index.ts";
import { leastWorth, scoreOfWorth, worthOf } from "#app/domain/search/relevance.ts";
import { publishedMicroseconds, publishedText, type SearchCursor } from "#app/domain/search/search-cursor.ts";
import type { SearchFacets } from "#app/domain/search/search-facets.ts";
import { PERIODS } from "#app/domain/search/search-filters.ts";

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
  const turn = sort === "distance" ? 1 : -1;
  const first = new FirstSlots(limit, (a, b) => turn * slots.compareIds(a, b));
  const after = cursor && {
    key: turn * (sort === "recentes" ? publishedMicroseconds(cursor.key) : Number(cursor.key)),
    id: idWords(cursor.offerId),
  };
  const offer = (key: number, slot: number) => {
    const isAfter =
      !after || key > after.key || (key === after.key && turn * slots.compareIdTo(slot, after.id) > 0);
    if (isAfter) first.offer(key, slot);
  };
  const candidates = index.candidates(search);
  if (sort === "distance") offerNearest(index, search, candidates, first, offer);
  else if (sort === "pertinence") offerMostRelevant(index, search, candidates, first, offer);
  else
    for (let at = 0; at < candidates.count; at += 1) {
      const slot = candidates.found[at]!;
      const key = -slots.publishedAt[slot]!;
      if (key <= first.bound) offer(key, slot);
    }
  const text = (key: number) => (sort === "recentes" ? publishedText(-key) : String(Math.abs(key)));
  const offers = Array.from({ length: first.size }, (_, at) => ({
    id: slots.id(first.slots[at]!),
    key: text(first.keys[at]!),
  }));
  return { total: candidates.count, offers };
}

/** How many offers match. */
export function countInIndex(index: OfferIndex, search: IndexSearch): number {
  return index.candidates(search).count;
}

/** Every facet in one pass: each offer counts for a facet when it passes the filters of the two others. */
export function facetsInIndex(index: OfferIndex, search: IndexSearch): SearchFacets {
  const { traits } = index.slots;
  const { filters } = search;
  const own = (kept: Partial<TraitFilters>) => filterTables({ ...NO_FILTER, ...kept }, null, index.sectors);
  const inTime = own({ periods: filters.periods }).low;
  const inChallenge = own({ challenges: filters.challenges }).low;
  const inSector = own({ sectors: filters.sectors, family: filters.family }).sector;
  const { found, count } = index.candidates(search, NO_FILTER);
  const offersWith = countTraits(traits, found, count);
  const bySector = new Uint32Array(MAX_SECTORS);
  const byPeriods = new Uint32Array(LOW_BITS + 1);
  const byChallenges = new Uint32Array(LOW_BITS + 1);
  let total = 0;
  for (const [bits, offers] of offersWith) {
    const open = withoutReservation(bits);
    const sector = sectorOf(bits);
    const asked = inSector[sector]!;
    bySector[sector]! += offers * (inTime[open]! & inChallenge[open]!);
    byPeriods[periodsOf(bits)]! += offers * (inChallenge[open]! & asked);
    byChallenges[challengesOf(bits)]! += offers * (inTime[open]! & asked);
    total += offers * (inTime[open]! & inChallenge[open]! & asked);
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

/** By bits of traits; zero between searches. */
const traitCounts = new Uint32Array(1 << 16);

/** How many of these offers have the same traits: some hundreds differ, whatever the number of offers. */
function countTraits(traits: Uint16Array, found: Uint32Array, count: number): [number, number][] {
  const met: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const bits = traits[found[at]!]!;
    if (traitCounts[bits]! === 0) met.push(bits);
    traitCounts[bits]! += 1;
  }
  return met.map((bits) => {
    const offers = traitCounts[bits]!;
    traitCounts[bits] = 0;
    return [bits, offers];
  });
}

/** Offers the candidates by distance; those beyond the last of the best are not measured to the metre. */
function offerNearest(
  { slots }: OfferIndex,
  { filters: { center } }: IndexSearch,
  { found, count }: { found: Uint32Array; count: number },
  first: FirstSlots,
  offer: (key: number, slot: number) => void,
): void {
  const { x, y, z } = slots;
  const [fromX, fromY, fromZ] = center ? unitVector(center.latitude, center.longitude) : [0, 0, 0];
  let reach = Number.POSITIVE_INFINITY;
  for (let at = 0; at < count; at += 1) {
    const slot = found[at]!;
    const dx = x[slot]! - fromX;
    const dy = y[slot]! - fromY;
    const dz = z[slot]! - fromZ;
    const squared = dx * dx + dy * dy + dz * dz;
    if (squared > reach) continue;
    offer(metresOf(squared), slot);
    if (first.bound < Number.POSITIVE_INFINITY) reach = squaredChord(first.bound / 1000 + 0.001);
  }
}

/** Offers the candidates by relevance; those that would not be among the best next door are not measured. */
function offerMostRelevant(
  index: OfferIndex,
  search: IndexSearch,
  { found, count }: { found: Uint32Array; count: number },
  first: FirstSlots,
  offer: (key: number, slot: number) => void,
): void {
  const { worth, score } = relevanceReader(index, search);
  const wordsAtMost = search.words.length * TITLE_WEIGHT;
  let least = 0;
  let { bound } = first;
  for (let at = 0; at < count; at += 1) {
    const slot = found[at]!;
    const own = worth(slot);
    if (own < least) continue;
    const key = -score(slot, own);
    if (key > bound) continue;
    offer(key, slot);
    if (first.bound === bound) continue;
    bound = first.bound;
    least = leastWorth(-bound, wordsAtMost);
  }
}

/** What the candidates of the search that was last asked of the index are worth, and the score of what is worth so much. */
export function relevanceReader(index: OfferIndex, { filters, words }: IndexSearch) {
  const { wordWeights } = index;
  const { x, y, z, quality, traits } = index.slots;
  const { center } = filters;
  const [fromX, fromY, fromZ] = center ? unitVector(center.latitude, center.longitude) : [0, 0, 0];
  const interests = new Set(filters.interests);
  const interesting = index.sectors.map(({ family }) => interests.has(family));
  const wordsAtMost = words.length * TITLE_WEIGHT;
  const metres = (slot: number) =>
    metresOf((x[slot]! - fromX) ** 2 + (y[slot]! - fromY) ** 2 + (z[slot]! - fromZ) ** 2);
  return {
    worth: (slot: number) =>
      worthOf({
        quality: quality[slot]!,
        interesting: interesting[sectorOf(traits[slot]!)] ?? false,
        words: wordsAtMost > 0 ? wordWeights[slot]! : 0,
        wordsAtMost,
      }),
    score: (slot: number, worth: number) => scoreOfWorth(worth, center ? metres(slot) : 0, wordsAtMost),
  };
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
