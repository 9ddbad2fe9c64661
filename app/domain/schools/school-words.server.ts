import { and, ilike, or, sql, type SQL } from "drizzle-orm";
import { normaliseText } from "#app/kernel/text.ts";
import { schools } from "#db/schema/index.ts";

/** Schools whose name, town or UAI holds each of these words, whatever their accents and signs. */
export function schoolHolds(words: string): SQL | undefined {
  return and(...normaliseText(words).split(" ").filter(Boolean).map(holds));
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
