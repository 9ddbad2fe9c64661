import type { FoundAccount } from "./account.ts";
import { and, asc, count, eq, gt, ilike, isNotNull, or, sql, type SQL } from "drizzle-orm";
import { isId } from "#app/kernel/ids.ts";
import { normaliseText } from "#app/kernel/text.ts";
import type { Queryable } from "#db/client.ts";
import { identities, persons, sessions } from "#db/schema/index.ts";
import { getAccount } from "./accounts.queries.server.ts";

const SHOWN = 20;

/** The accounts of this address, or whose name holds each of these words. */
export async function findAccounts(db: Queryable, words: string) {
  const named = and(...normaliseText(words).split(" ").filter(Boolean).map(holds));
  const asked = words.includes("@") ? eq(persons.email, words) : named;
  if (!asked) return [];
  return db
    .select({
      personId: persons.id,
      firstName: persons.firstName,
      lastName: persons.lastName,
      email: persons.email,
    })
    .from(persons)
    .where(asked)
    .orderBy(asc(persons.lastName), asc(persons.firstName), asc(persons.id))
    .limit(SHOWN);
}

function holds(word: string): SQL {
  const name = sql`regexp_replace(unaccent(${persons.firstName} || ' ' || ${persons.lastName}), '[^[:alnum:]]+', ' ', 'g')`;
  return ilike(name, `%${word}%`);
}

/** One account, as those who help its owner see it. */
export async function getFoundAccount(
  db: Queryable,
  personId: string | undefined,
  now: Date,
): Promise<FoundAccount | null> {
  if (!isId(personId)) return null;
  const [person] = await db
    .select({ personId: persons.id, firstName: persons.firstName, lastName: persons.lastName })
    .from(persons)
    .where(eq(persons.id, personId));
  if (!person) return null;
  const secret = and(
    eq(identities.personId, personId),
    eq(identities.issuer, "password"),
    isNotNull(identities.totpSecret),
  );
  const [factors] = await db.select({ number: count() }).from(identities).where(secret);
  const open = and(
    eq(sessions.personId, personId),
    gt(sessions.expiresAt, now),
    or(sql`${sessions.idleEndsAt} is null`, gt(sessions.idleEndsAt, now)),
  );
  const [opened] = await db.select({ number: count() }).from(sessions).where(open);
  return {
    ...(await getAccount(db, Object.assign(person, { affiliations: [] }))),
    personId,
    hasSecondFactor: (factors?.number ?? 0) > 0,
    openSessions: opened?.number ?? 0,
  };
}
