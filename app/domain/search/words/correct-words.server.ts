import { setImmediate } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import { normaliseText } from "#app/kernel/text.ts";
import type { Queryable } from "#db/client.ts";
import { familyMeant } from "./family-words.ts";
import { otherGenders } from "./french-genders.ts";
import type { SearchFilters } from "#app/domain/search/search-filters.ts";
import { countOffers, type SearchSource } from "#app/domain/search/search-offers.queries.server.ts";
import { readSynonymBook } from "./synonym-book.server.ts";
import { WordVocabulary, writtenWords } from "./word-vocabulary.ts";

/** Words that nothing held, and those that were looked for in their place. */
export interface Correction {
  typed: string;
  used: string;
}

/** Words come and go slowly: a process reads them again after this time, once a search finds nothing. */
const VOCABULARY_HOLDS_MS = 5 * 60_000;
/** A longer text is a sentence, not words to correct one by one. */
const MAX_CORRECTED = 8;
const AT_ONCE = 1000;

const vocabularies = new LRUCache<string, WordVocabulary, { db: Queryable }>({
  max: 3,
  ttl: VOCABULARY_HOLDS_MS,
  // The words of before serve while those of now are read: only the first search waits.
  allowStale: true,
  ignoreFetchAbort: true,
  fetchMethod: (campaignId, _before, { context: { db } }) => readVocabulary(db, campaignId),
});

/**
 * For a search that finds nothing: each word that no open offer of the country holds, replaced by the nearest word of
 * the synonyms, or of the titles and hosts of the offers open to everyone. Null when every word is known in either
 * gender, or none has a neighbour. A word that means a family of trades is no mistake.
 */
export async function correctWords(
  source: SearchSource,
  filters: SearchFilters,
  asker: Eligibility | null,
): Promise<Correction | null> {
  const words = writtenWords(filters.words ?? "");
  if (words.length === 0 || words.length > MAX_CORRECTED) return null;
  const vocabulary = await vocabularies.forceFetch(filters.campaignId, { context: { db: source.db } });
  const everywhere = { ...filters, center: null, sectors: [], family: null, challenges: [], periods: [] };
  const used = await Promise.all(
    words.map(async (word) => {
      if ([word, ...otherGenders(normaliseText(word))].some((form) => vocabulary.has(form))) return word;
      // "Manger" is meant as it is, and no mistake for "manga".
      if (familyMeant(word)) return word;
      const held = await countOffers(source, { ...everywhere, words: word }, asker);
      return held > 0 ? word : (vocabulary.nearest(word) ?? word);
    }),
  );
  if (used.every((word, index) => word === words[index])) return null;
  return { typed: filters.words ?? "", used: used.join(" ") };
}

/** Of the offers open to everyone: the others are known to few. Titles and hosts that are the same are read once. */
async function readVocabulary(db: Queryable, campaignId: string): Promise<WordVocabulary> {
  const vocabulary = new WordVocabulary();
  const { written } = await readSynonymBook(db);
  for (const expression of written) {
    vocabulary.add(expression.toLocaleLowerCase("fr"), 1);
    for (const word of writtenWords(expression)) vocabulary.add(word, 1);
  }
  const rows = await db.execute<{ text: string; offers: number }>(sql`
    select title as text, count(*)::int as offers from offer_search
      where campaign_id = ${campaignId} and reserved_to is null group by title
    union all
    select organisation, count(*)::int from offer_search
      where campaign_id = ${campaignId} and reserved_to is null group by organisation`);
  for (const [at, { text, offers }] of rows.entries()) {
    // Other requests pass between.
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate();
    for (const word of writtenWords(text)) vocabulary.add(word, offers);
  }
  return vocabulary;
}
