import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { PlaceIndex } from "#app/domain/reference/place.ts";
import { readSynonymBook } from "#app/domain/search/words/synonym-book.server.ts";
import { wordsOf } from "#app/domain/search/words/search-words.server.ts";
import type { GeoPoint } from "#app/kernel/geo.ts";
import type { Database } from "#db/client.ts";
import { searchLog } from "#db/schema/index.ts";
import type { NotedSearch } from "./search-log.ts";

interface LogContext {
  db: Database;
  places: PlaceIndex;
}

/**
 * Writes searches for statistics: the hour, the commune nearest to the point, what was asked, how many offers were found.
 * Of the words, only those that an offer or a synonym holds: what else was typed may be a name, and is only said to
 * have been there.
 */
export async function writeSearches(
  { db, places }: LogContext,
  searches: readonly NotedSearch[],
): Promise<void> {
  const terms = searches.map(({ words }) => [...new Set(wordsOf(words ?? ""))]);
  const known = await knownWords(db, [...new Set(terms.flat())]);
  const communes = await communesOf(places, searches);
  await db.insert(searchLog).values(
    searches.map(({ at, center, family, total, ...asked }, index) => ({
      searchedAt: hourOf(at),
      inseeCode: center && (communes.get(placeKey(center)) ?? null),
      radiusKm: center && asked.radiusKm,
      sectors: [...asked.sectors],
      familySlug: family,
      challenges: [...asked.challenges],
      periods: [...asked.periods],
      words: (terms[index] ?? []).filter((term) => known.get(term) === "held"),
      unknownWords: (terms[index] ?? []).some((term) => !known.has(term)),
      total,
    })),
  );
}

function hourOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 3_600_000) * 3_600_000);
}

/** Words that offers or synonyms hold, and those that mean nothing alone, which are not worth a column. */
async function knownWords(
  db: Database,
  terms: readonly string[],
): Promise<Map<string, "held" | "meaningless">> {
  if (terms.length === 0) return new Map();
  const book = await readSynonymBook(db);
  const meant = new Set(book.written.flatMap(wordsOf));
  const rows = await db.execute<{ term: string; meaningless: boolean; offered: boolean }>(sql`
    select term, numnode(query) = 0 as meaningless,
      exists (select 1 from offer_search o where o.words @@ query) as offered
    from (select term, plainto_tsquery('french_plain', term) as query
      from unnest(${sql.param(`{${terms.join(",")}}`)}::text[]) term) asked`);
  return new Map(
    rows
      .filter(({ term, meaningless, offered }) => meaningless || offered || meant.has(term))
      .map(({ term, meaningless }) => [term, meaningless ? "meaningless" : "held"]),
  );
}

/** Many search around the same points; a turn of the process is left between two that are looked up. */
async function communesOf(
  places: PlaceIndex,
  searches: readonly NotedSearch[],
): Promise<Map<string, string>> {
  const points = new Map<string, GeoPoint>();
  for (const { center } of searches) if (center) points.set(placeKey(center), center);
  const communes = new Map<string, string>();
  for (const [key, point] of points) {
    const commune = places.nearestMunicipality(point);
    if (commune) communes.set(key, commune.inseeCode);
    await nextTurn();
  }
  return communes;
}

/** To some hundred metres. */
function placeKey({ latitude, longitude }: GeoPoint): string {
  return `${latitude.toFixed(3)} ${longitude.toFixed(3)}`;
}
