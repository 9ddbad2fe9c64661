import { and, ilike, or, sql, type SQL } from "drizzle-orm";
import { normaliseText } from "#app/kernel/text.ts";
import { schools } from "#db/schema/index.ts";

/** Each is looked for in the whole directory: names are shorter than this. */
const MOST_WORDS = 8;

/** Schools whose name, town or UAI holds each of these words, whatever their accents and signs; the eight first ones count. */
export function schoolHolds(words: string): SQL | undefined {
  return and(...normaliseText(words).split(" ").filter(Boolean).slice(0, MOST_WORDS).map(holds));
}

function holds(word: string): SQL | undefined {
  const plain = (column: typeof schools.name | typeof schools.town) =>
    sql`regexp_replace(unaccent(${column}), '[^[:alnum:]]+', ' ', 'g')`;
  const pattern = `%${word}%`;
  return or(
    ilike(plain(schools.name), pattern),
    ilike(plain(schools.town), pattern),
    ilike(schools.uai, pattern),
  );
}
