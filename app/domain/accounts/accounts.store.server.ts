import { createHash, randomBytes } from "node:crypto";
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { appendAudit, type AuditedBy } from "#app/domain/audit/append-audit.server.ts";
import { parisDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Queryable } from "#db/client.ts";
import { affiliations, hostOrganisations, identities, persons, sessions } from "#db/schema/index.ts";
import type { Actor, Affiliation, Role } from "./actor.ts";
import { AFFILIATION_KEY, affiliationInForce } from "./affiliation-in-force.server.ts";
import { accountKept } from "./events.ts";
import { changePassword } from "./named-passwords.store.server.ts";
import { endsOfNewSession } from "./session-limits.ts";

export function sessionHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Opens a session and returns its secret, which only the person's cookie keeps. */
export async function insertSession(
  tx: Queryable,
  personId: string,
  now: Date,
  verified: boolean,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  if (verified) await comeBack(tx, personId, now);
  await tx.insert(sessions).values({
    tokenHash: sessionHash(token),
    personId,
    createdAt: now,
    ...endsOfNewSession(now, verified),
    verifiedAt: verified ? now : null,
  });
  return token;
}

/** Being here counts, and takes back a wish to be erased, of which the owner is told. */
async function comeBack(tx: Queryable, personId: string, now: Date): Promise<void> {
  await tx.update(persons).set({ lastSeenAt: now }).where(eq(persons.id, personId));
  const wished = and(eq(persons.id, personId), isNotNull(persons.erasureRequestedAt));
  const kept = await tx
    .update(persons)
    .set({ erasureRequestedAt: null })
    .where(wished)
    .returning({ id: persons.id });
  if (kept.length > 0) await tx.transaction((inner) => recordEvent(inner, accountKept, { personId }, now));
}

export async function findSession(tx: Queryable, token: string, now: Date) {
  const [session] = await tx
    .select({
      id: sessions.id,
      device: sessions.device,
      personId: sessions.personId,
      verifiedAt: sessions.verifiedAt,
      expiresAt: sessions.expiresAt,
      idleEndsAt: sessions.idleEndsAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.tokenHash, sessionHash(token)),
        gt(sessions.expiresAt, now),
        or(isNull(sessions.idleEndsAt), gt(sessions.idleEndsAt, now)),
      ),
    );
  return session ?? null;
}

/**
 * By the person, or by what is typed to sign in: the address of the account, or the name that stands for one. With `lock`,
 * nobody else uses or changes it until the transaction ends.
 */
export async function findPasswordIdentity(
  tx: Queryable,
  personOrEmail: { personId: string } | { email: string },
  now: Date,
  { lock = false } = {},
) {
  const query = tx
    .select()
    .from(identities)
    .where(
      and(
        eq(identities.issuer, "password"),
        "email" in personOrEmail
          ? or(
              eq(identities.subject, personOrEmail.email),
              inArray(
                identities.personId,
                tx.select({ id: persons.id }).from(persons).where(eq(persons.email, personOrEmail.email)),
              ),
            )
          : eq(identities.personId, personOrEmail.personId),
        or(isNull(identities.validTo), gt(identities.validTo, now)),
      ),
    )
    .orderBy(
      "email" in personOrEmail ? sql`${identities.subject} = ${personOrEmail.email} desc` : identities.id,
    )
    .limit(1);
  const [identity] = await (lock ? query.for("update") : query);
  return identity ?? null;
}

/**
 * The identity that keeps the person's second factor, or on which it is to be set up: the one that has a secret, in force or not,
 * else that of the password, else the first. Someone who comes by a federation may have no password.
 */
export async function findSecondFactorIdentity(tx: Queryable, personId: string, { lock = false } = {}) {
  const query = tx
    .select()
    .from(identities)
    .where(eq(identities.personId, personId))
    .orderBy(
      asc(isNull(identities.totpSecret)),
      desc(eq(identities.issuer, "password")),
      asc(identities.validFrom),
      asc(identities.id),
    )
    .limit(1);
  const [identity] = await (lock ? query.for("update") : query);
  return identity ?? null;
}

/** Whoever belongs to an organisation whose SIRET was taken away stays an employer, and answers for none. */
export async function findAffiliations(tx: Queryable, personId: string, now: Date): Promise<Affiliation[]> {
  const today = parisDate(now);
  return tx
    .select({
      role: affiliations.role,
      schoolUai: affiliations.schoolUai,
      organisationId: hostOrganisations.id,
      academyCode: affiliations.academyCode,
    })
    .from(affiliations)
    .leftJoin(
      hostOrganisations,
      and(eq(hostOrganisations.id, affiliations.organisationId), isNull(hostOrganisations.detachedAt)),
    )
    .where(and(eq(affiliations.personId, personId), affiliationInForce(today)))
    .limit(50);
}

export async function findActor(tx: Queryable, personId: string, now: Date): Promise<Actor | null> {
  const [person] = await tx
    .select({ personId: persons.id, firstName: persons.firstName, lastName: persons.lastName })
    .from(persons)
    .where(eq(persons.id, personId));
  return person ? { ...person, affiliations: await findAffiliations(tx, personId, now) } : null;
}

export async function findPerson(tx: Queryable, personId: string) {
  const [person] = await tx
    .select({
      id: persons.id,
      firstName: persons.firstName,
      lastName: persons.lastName,
      email: persons.email,
    })
    .from(persons)
    .where(eq(persons.id, personId));
  return person ?? null;
}

export async function insertPerson(
  tx: Queryable,
  person: { firstName: string; lastName: string; email: string | null; birthDate?: CalendarDate | null },
  now: Date,
): Promise<string> {
  const id = newId();
  const { firstName, lastName, email, birthDate = null } = person;
  await tx.insert(persons).values({ id, firstName, lastName, email, birthDate, createdAt: now });
  return id;
}

type NewAffiliation = Pick<typeof affiliations.$inferInsert, "personId" | "role"> &
  Partial<Pick<Affiliation, "schoolUai" | "organisationId" | "academyCode">> & {
    startsOn?: CalendarDate | null;
    /** The federation that states it, when nobody of the school has given it. */
    statedBy?: string;
  };

/**
 * From today on, or from a later day; one that is in force stays, and no longer rests upon a federation when the school itself gives
 * it; one that began and ended today goes on. The audit keeps who let the person in: themselves, by a link, when it was nobody else.
 */
export async function insertAffiliation(
  tx: Queryable,
  affiliation: NewAffiliation,
  now: Date,
  { as = affiliation.role, ...by }: AuditedBy & { as?: Role } = {},
): Promise<void> {
  const { personId, role, schoolUai = null, organisationId = null, academyCode = null } = affiliation;
  const { statedBy = null } = affiliation;
  const held = await findAffiliations(tx, personId, now);
  const isHeld = held.some(
    (one) =>
      one.role === role &&
      one.schoolUai === schoolUai &&
      one.organisationId === organisationId &&
      one.academyCode === academyCode,
  );
  const today = parisDate(now);
  if (isHeld) {
    if (statedBy === null && schoolUai !== null) await restOnSchool(tx, { personId, role, schoolUai }, today);
    return;
  }
  const { startsOn } = affiliation;
  const validFrom = startsOn && startsOn > today ? startsOn : today;
  await tx
    .insert(affiliations)
    .values({ personId, role, schoolUai, organisationId, academyCode, validFrom, statedBy })
    .onConflictDoUpdate({
      target: AFFILIATION_KEY,
      set: { validTo: null, statedBy, isUnstated: false },
    });
  const on = { kind: "person" as const, id: personId };
  await appendAudit(tx, by, { action: "affiliation.granted", as, actorId: personId, on }, now);
}

/** What a federation may have stated alone is given by the school from now on. */
async function restOnSchool(
  tx: Queryable,
  { personId, role, schoolUai }: { personId: string; role: Role; schoolUai: string },
  today: CalendarDate,
): Promise<void> {
  await tx
    .update(affiliations)
    .set({ statedBy: null })
    .where(
      and(
        eq(affiliations.personId, personId),
        eq(affiliations.role, role),
        eq(affiliations.schoolUai, schoolUai),
        affiliationInForce(today),
      ),
    );
}

/** The password of an account, in place of the one before when there is one, whatever it signs in with. */
export async function savePassword(
  tx: Queryable,
  { personId, email, passwordHash }: { personId: string; email: string; passwordHash: string },
  now: Date,
): Promise<void> {
  if (await changePassword(tx, { personId, passwordHash })) return;
  await tx
    .insert(identities)
    .values({ personId, issuer: "password", subject: email, passwordHash, validFrom: now })
    .onConflictDoUpdate({
      target: [identities.issuer, identities.subject],
      set: { passwordHash },
      setWhere: eq(identities.personId, personId),
    });
}

export async function endSessions(tx: Queryable, personId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.personId, personId));
}
