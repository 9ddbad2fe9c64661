import { sql, type SQL } from "drizzle-orm";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import type { NamedTown, PlaceIndex } from "#app/domain/reference/place.ts";
import type { GeoPoint } from "#app/kernel/geo.ts";
import type { Database } from "#db/client.ts";
import { metresFrom, visibleTo, within } from "#app/domain/search/search-conditions.server.ts";
import type { SearchQuery } from "#app/domain/search/search-filters.ts";
import { groupQuery, readWords, wordsOf } from "./search-words.server.ts";
import { readSynonymBook, readStems } from "./synonym-book.server.ts";
import { keyOf } from "./word-groups.ts";

/** A town found in the words typed. */
export interface TownInWords {
  /** As the field of the place holds it. */
  place: string;
  /** What is left to look for around it. */
  words: string | null;
}

/** At the end of other words, a smaller town is more likely a word. */
const ENOUGH_PEOPLE_BESIDE_WORDS = 5000;
/** The name of a smaller town counts as a word wherever an offer holds it, in its description too. */
const TOWN_OF_NOTE = 10_000;
const AROUND_KM = 30;
/** Enough offers to know where a name is used. */
const SAMPLE = 500;
/** "Saint-Germain-en-Laye" has four words; with its département, five. */
const LONGEST_NAME = 6;
const LINK_WORDS = /(?:^|\s+)(?:à|a|de|d['’]|sur|vers|dans|près\s+de|pres\s+de|proche\s+de|autour\s+de)$/i;

/**
 * Words typed without a place may name one: "Rennes", "boulangerie à Rennes", "garage 35000". The end of what was typed,
 * the longest that is exactly a town's name or a postcode, is the place, unless
 * - another place is already asked, or the same words were asked as words (`asWords`);
 * - synonyms know it: "port" and "mer" are words before they are towns;
 * - other words come before and the town has fewer than 5,000 inhabitants;
 * - offers mean it as a word: of those that hold it in their title or their host's name (anywhere, for a town of fewer
 *   than 10,000) with the other words, more than half lie beyond 30 km of the town. "Orange" sells telephones in the
 *   whole country; "Clinique de Rennes" is in Rennes.
 */
export async function findTownInWords(
  { db, places }: { db: Database; places: PlaceIndex },
  { place, center, words }: Pick<SearchQuery, "place" | "center" | "words">,
  { asWords, campaignId, asker }: { asWords: string | null; campaignId: string; asker: Eligibility | null },
): Promise<TownInWords | null> {
  if (place || center || !words || words === asWords) return null;
  const named = endOf(words, places);
  if (!named || (await isSynonym(db, named.typed))) return null;
  const { town, rest } = named;
  const { held, near } = await whereHeld(db, named, { campaignId, asker });
  if (near * 2 < held) return null;
  const { others } = places.resolve(named.typed) ?? { others: [] };
  // Homonyms are told again where the redirect leads: the name stays without its département.
  return { place: others.length > 0 ? town.place.name : town.place.label, words: rest || null };
}

interface NamedEnd {
  town: NamedTown;
  typed: string;
  rest: string;
}

function endOf(words: string, places: PlaceIndex): NamedEnd | null {
  const typed = words.trim().split(/\s+/);
  for (let length = Math.min(LONGEST_NAME, typed.length); length > 0; length -= 1) {
    const name = typed.slice(-length).join(" ");
    const rest = typed.slice(0, -length).join(" ").replace(LINK_WORDS, "");
    const town = wordsOf(name).join("").length > 2 ? places.named(name) : null;
    const isTown = town && (rest === "" || town.population >= ENOUGH_PEOPLE_BESIDE_WORDS);
    if (isTown) return { town, typed: name, rest };
  }
  return null;
}

async function isSynonym(db: Database, name: string): Promise<boolean> {
  const words = wordsOf(name);
  const [book, stems] = await Promise.all([readSynonymBook(db), readStems(db, words)]);
  return book.others.has(keyOf(words, stems));
}

/** Of the offers that hold these words, how many there are and how many lie around the town, among the first few hundred. */
async function whereHeld(
  db: Database,
  { town, typed, rest }: NamedEnd,
  { campaignId, asker }: { campaignId: string; asker: Eligibility | null },
): Promise<{ held: number; near: number }> {
  const [name, others] = [await readWords(db, typed), await readWords(db, rest)];
  if (!name) return { held: 0, near: 0 };
  const where = town.population < TOWN_OF_NOTE ? "" : "AB";
  const exactly = name.groups.map(({ anyOf }) => ({ anyOf: anyOf.filter(({ prefix }) => !prefix) }));
  const query = [
    ...exactly.map((group) => `( ${groupQuery(group, where)} )`),
    ...(others ? [others.query] : []),
  ].join(" & ");
  const point = { latitude: town.place.lat, longitude: town.place.lon };
  const [row] = await db.execute<{ held: number; near: number }>(
    heldQuery({ campaignId, asker, query, point }),
  );
  return row ?? { held: 0, near: 0 };
}

export function heldQuery({
  campaignId,
  asker,
  query,
  point,
}: {
  campaignId: string;
  asker: Eligibility | null;
  query: string;
  point: GeoPoint;
}): SQL {
  return sql`
    select count(*)::int as held, (count(*) filter (where ${within(metresFrom(point), AROUND_KM)}))::int as near
    from (select s.latitude, s.longitude from offer_search s
      where ${visibleTo(campaignId, asker)} and s.words @@ ${query}::tsquery limit ${SAMPLE}) s`;
}
