import { sql } from "drizzle-orm";
import { fc } from "#tests/support/properties.ts";
import { relevanceOf } from "#app/domain/search/relevance.ts";
import { challenges } from "#app/domain/reference/challenges.ts";
import type { SearchFacets } from "#app/domain/search/search-facets.ts";
import { PERIODS, type Period, type SearchFilters } from "#app/domain/search/search-filters.ts";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import { projectOffers } from "#app/domain/offers/offer-projection.store.server.ts";
import { greatCircleKm, type GeoPoint } from "#app/kernel/geo.ts";
import { newId } from "#app/kernel/ids.ts";
import { normaliseText } from "#app/kernel/text.ts";
import type { Database } from "#db/client.ts";
import * as tables from "#db/schema/index.ts";
import { sectorFamilies, sectors } from "#db/seed/reference/sectors.ts";
import { WEEK_NUMBERS } from "#app/domain/campaigns/campaign.ts";
import type { Factories } from "#tests/support/factories.ts";

export const RENNES: GeoPoint = { latitude: 48.112, longitude: -1.6743 };

/** An offer as these tests know it, from which a naive scan finds what a search must find. */
export interface KnownOffer extends GeoPoint {
  id: string;
  campaignId: string;
  inseeCode: string;
  status: "draft" | "published" | "paused" | "archived";
  title: string;
  sectorCode: string;
  challenges: string[];
  both: boolean;
  single: boolean;
  /** Capacity and what is gone of it, week by week. */
  seats: [[number, number], [number, number]];
  reservedTo: "rep" | "qpv" | "schools" | null;
  reservedSchools: string[];
  publishedAt: Date;
  quality: number;
}

const TITLES = ["Jardin", "Musée", "Robot", "Cuisine", "Jardin et cuisine", "Robot au musée", "Laboratoire"];
/** Groups of synonyms to write in the database of a test that draws any filters. */
export const SYNONYMS = [
  ["jardin", "potager"],
  ["gastronomie", "cuisine"],
  ["automate programmable", "robot"],
];
/** What each of their words finds in a title beside itself. */
const MEANT: Record<string, string> = {
  potager: "jardin",
  gastronomie: "cuisine",
  automates: "robot",
  programmables: "robot",
};
const TYPED_WORDS = [
  ...["jardin", "MUSEE", "mus", "rob", "le musée", "cuisine jardin"],
  ...["potager", "gastronomie jardins", "jardin gastronomie", "musée automates programmables", "robots"],
];
const SECTORS = ["s1", "s31", "s32", "s41", "s43"];
const COMMUNES = ["35238", "22113", "97411", "2A004", "98818"];
const TERRITORIES = [["35"], ["22", "29", "35", "56"], ["974"], ["2A", "2B"], ["988", "44"], ["75"]];
const CHALLENGES = ["ecologie", "numerique", "solidarite"];

/** Offers around Rennes, some on the very same point; statuses, seats and reservations of every kind. */
export function anyOffer(world: { campaigns: string[]; schools: string[] }): fc.Arbitrary<KnownOffer> {
  const near = (centre: number) => fc.integer({ min: -12, max: 12 }).map((steps) => centre + steps / 10);
  const seat = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
  const usable = fc
    .tuple(seat, seat)
    .map((weeks) => weeks.map(([a, b]) => [Math.max(a, b), Math.min(a, b)]) as KnownOffer["seats"]);
  return fc
    .record({
      latitude: near(RENNES.latitude),
      longitude: near(RENNES.longitude),
      campaignId: fc.constantFrom(...world.campaigns),
      inseeCode: fc.constantFrom(...COMMUNES),
      status: fc.constantFrom("published", "published", "published", "draft", "paused", "archived"),
      title: fc.constantFrom(...TITLES),
      sectorCode: fc.constantFrom(...SECTORS),
      challenges: fc.subarray(CHALLENGES),
      lengths: fc.constantFrom("either", "both", "single"),
      seats: usable,
      reservedTo: fc.constantFrom(null, null, null, "rep", "qpv", "schools"),
      reservedSchools: fc.subarray(world.schools),
      minute: fc.integer({ min: 0, max: 40 }),
      quality: fc.constantFrom(100, 750, 751, 1000),
    })
    .map(({ lengths, minute, ...offer }) => ({
      ...(offer as Omit<KnownOffer, "id" | "both" | "single" | "publishedAt">),
      id: newId(),
      both: lengths !== "single",
      single: lengths !== "both",
      publishedAt: new Date(Date.UTC(2027, 1, 1, 8, minute)),
    }));
}

/** Everything that can be asked. */
export function anyFilters(campaignId: string): fc.Arbitrary<SearchFilters> {
  return fc
    .record({
      center: fc.option(fc.constantFrom(RENNES, { latitude: 48.6, longitude: -2.3 }), { freq: 4 }),
      radiusKm: fc.constantFrom(5, 10, 20, 30, 60, 100),
      departments: fc.option(fc.constantFrom(...TERRITORIES), { freq: 1, nil: [] }),
      sectors: fc.subarray(SECTORS, { maxLength: 2 }),
      family: fc.option(fc.constantFrom("sante", "numerique"), { freq: 1 }),
      challenges: fc.subarray(["ecologie", "numerique", "solidarite"] as const, { maxLength: 2 }),
      periods: fc.subarray<Period>(["deux-semaines", "semaine-1", "semaine-2"], { maxLength: 2 }),
      words: fc.option(fc.constantFrom(...TYPED_WORDS), { freq: 1 }),
      interests: fc.subarray(["sante", "numerique", "culture"]),
      wished: fc.constantFrom("recentes", "pertinence", "distance", "distance"),
    })
    .map(({ wished, ...filters }) => ({
      ...filters,
      campaignId,
      sort: wished === "distance" && !filters.center ? "recentes" : wished,
    }));
}

/** What a search must find, by looking at every offer. */
export function scan(
  offers: readonly KnownOffer[],
  filters: SearchFilters,
  asker: Eligibility | null,
): KnownOffer[] {
  const found = offers.filter(
    (offer) =>
      isSeen(offer, filters, asker) &&
      (filters.periods.length === 0 || hasRoom(offer, filters.periods)) &&
      (filters.sectors.length === 0 || filters.sectors.includes(offer.sectorCode)) &&
      (!filters.family || familyOf(offer.sectorCode) === filters.family) &&
      (filters.challenges.length === 0 || filters.challenges.some((one) => offer.challenges.includes(one))),
  );
  const ascending = filters.sort === "distance" ? 1 : -1;
  const key = (offer: KnownOffer) => {
    if (filters.sort === "distance") return metres(offer, filters);
    return filters.sort === "recentes" ? offer.publishedAt.getTime() : score(offer, filters);
  };
  return found.sort((a, b) => ascending * (key(a) - key(b) || (a.id < b.id ? -1 : 1)));
}

/** Open to someone, in the circle, with the words, and the asker may see it. */
function isSeen(offer: KnownOffer, filters: SearchFilters, asker: Eligibility | null): boolean {
  return (
    offer.campaignId === filters.campaignId &&
    offer.status === "published" &&
    isEntitled(offer, asker) &&
    hasRoom(offer, ["deux-semaines", "semaine-1", "semaine-2"]) &&
    isInTerritory(offer, filters.departments) &&
    (!filters.center || metres(offer, filters) <= filters.radiusKm * 1000) &&
    hasWords(offer, filters.words)
  );
}

function isInTerritory({ inseeCode }: KnownOffer, departments: readonly string[] = []): boolean {
  return departments.length === 0 || departments.some((code) => inseeCode.startsWith(code));
}

function metres(offer: KnownOffer, { center }: SearchFilters): number {
  return center ? Math.round(greatCircleKm(center, offer) * 1000) : 0;
}

/** Of each word asked, 6 when the title holds it and 5 when it holds a synonym. */
function score(offer: KnownOffer, filters: SearchFilters): number {
  const asked = askedWords(filters.words);
  const meant = asked.filter((word) => word in MEANT).length;
  return relevanceOf({
    quality: offer.quality,
    metres: metres(offer, filters),
    interesting: filters.interests?.includes(familyOf(offer.sectorCode) ?? "") ?? false,
    words: asked.length * 6 - meant,
    wordsAtMost: asked.length * 6,
  });
}

/** The same for facets: each value with the other filters as they are. */
export function scanFacets(
  offers: readonly KnownOffer[],
  filters: SearchFilters,
  asker: Eligibility | null,
): SearchFacets {
  const count = (change: Partial<SearchFilters>) => scan(offers, { ...filters, ...change }, asker).length;
  const each = <Value extends string>(
    values: readonly Value[],
    change: (value: Value) => Partial<SearchFilters>,
  ) => {
    const counts = values.map((value) => [value, count(change(value))] as const);
    return Object.fromEntries(counts.filter(([, found]) => found > 0)) as Record<Value, number>;
  };
  return {
    total: count({}),
    sectors: each(SECTORS, (code) => ({ sectors: [code], family: null })),
    families: each(
      sectorFamilies.map(({ slug }) => slug),
      (family) => ({ sectors: [], family }),
    ),
    periods: each(PERIODS, (period) => ({ periods: [period] })),
    challenges: each(
      challenges.map(({ slug }) => slug),
      (challenge) => ({ challenges: [challenge] }),
    ),
  };
}

const free = ([capacity, gone]: [number, number]) => capacity - gone;
const familyOf = (code: string) => sectors.find((sector) => sector.code === code)?.family;

function hasRoom(offer: KnownOffer, periods: readonly Period[]): boolean {
  const [first, second] = offer.seats;
  return periods.some((period) => {
    if (period === "deux-semaines") return offer.both && free(first) > 0 && free(second) > 0;
    return offer.single && free(period === "semaine-1" ? first : second) > 0;
  });
}

function isEntitled(offer: KnownOffer, asker: Eligibility | null): boolean {
  if (offer.reservedTo === "rep") return asker?.priorityEducation === true;
  if (offer.reservedTo === "qpv") return asker?.priorityDistrict === true;
  if (offer.reservedTo === "schools")
    return asker !== null && offer.reservedSchools.includes(asker.schoolUai);
  return true;
}

/** The last word may be the beginning of one. */
function hasWords(offer: KnownOffer, words: string | null): boolean {
  const titled = normaliseText(offer.title).split(" ");
  const asked = askedWords(words);
  return asked.every((word, index) => {
    const wanted = MEANT[word] ?? (word === "mus" ? word : word.replace(/s$/, ""));
    return titled.some((one) => (index === asked.length - 1 ? one.startsWith(wanted) : one === wanted));
  });
}

function askedWords(words: string | null): string[] {
  return normaliseText(words ?? "")
    .split(" ")
    .filter((word) => word && word !== "le");
}

export async function insertSectors(db: Database): Promise<void> {
  await db
    .insert(tables.sectorFamilies)
    .values(sectorFamilies.map((family, index) => ({ ...family, position: index + 100 })))
    .onConflictDoNothing({ target: tables.sectorFamilies.slug });
  await db
    .insert(tables.sectors)
    .values(sectors.map(({ code, label, family }) => ({ code, label, familySlug: family })))
    .onConflictDoUpdate({ target: tables.sectors.code, set: { familySlug: sql`excluded.family_slug` } });
}

/** Writes groups of synonyms. */
export async function insertSynonyms(db: Database, groups: readonly string[][]): Promise<void> {
  const at = new Date(Date.UTC(2027, 0, 1));
  await db
    .insert(tables.searchSynonyms)
    .values(groups.map((words) => ({ id: newId(), words, createdAt: at, updatedAt: at })));
}

const CHUNK = 1000;

/** Writes offers in bulk, then projects them as any change of theirs would. */
export async function insertOffers(
  db: Database,
  organisation: Awaited<ReturnType<Factories["organisation"]>>,
  offers: readonly KnownOffer[],
): Promise<void> {
  for (let start = 0; start < offers.length; start += CHUNK) {
    const chunk = offers.slice(start, start + CHUNK).map((offer) => ({ ...offer, siteId: newId() }));
    await db.insert(tables.hostSites).values(
      chunk.map(({ siteId, inseeCode, latitude, longitude }) => ({
        id: siteId,
        organisationId: organisation.id,
        addressLine: "3 rue du Port",
        postcode: "35000",
        town: "Rennes",
        inseeCode,
        latitude,
        longitude,
        approximate: false,
      })),
    );
    await db.insert(tables.offers).values(
      chunk.map(
        ({ both, single, inseeCode: _5, seats: _1, latitude: _2, longitude: _3, quality: _4, ...offer }) => ({
          ...offer,
          organisationId: organisation.id,
          description: "Observer une équipe au travail.",
          acceptsBothWeeks: both,
          acceptsSingleWeek: single,
          createdAt: offer.publishedAt,
          updatedAt: offer.publishedAt,
        }),
      ),
    );
    await db.insert(tables.offerSeats).values(
      chunk.flatMap(({ id, seats }) =>
        WEEK_NUMBERS.map((week) => {
          const [capacity, taken] = seats[week - 1]!;
          return { offerId: id, week, capacity, taken };
        }),
      ),
    );
    const ids = chunk.map(({ id }) => id);
    await db.transaction((tx) => projectOffers(tx, ids));
    const qualities = JSON.stringify(chunk.map(({ id, quality }) => ({ id, quality })));
    await db.execute(sql`update offer_search s set quality = q.quality
      from jsonb_to_recordset(${qualities}::jsonb) as q (id uuid, quality smallint) where s.offer_id = q.id`);
  }
}
