import type { ClassCards, PrintedCards } from "./class-cards.ts";
import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { hasAWayIn } from "#app/domain/accounts/has-a-way-in.server.ts";
import { isSignInName } from "#app/domain/accounts/sign-in-name.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import type { LinkSigner } from "#app/kernel/link-signer.ts";
import type { Queryable } from "#db/client.ts";
import { activationCodes, classMembers, identities, persons } from "#db/schema/index.ts";
import { codeOf, inGroups, stateOfCode } from "./activation-code.ts";
import { findFollowedClass } from "./followed-pupils.store.server.ts";

/** More than a class holds. */
const MOST_PUPILS = 300;
/** How long whoever printed cards finds them again: a page reloaded, a printer out of paper. */
const SHOWN_MS = 15 * 60_000;

async function followedNow(db: Queryable, actor: Actor, classGroupId: string, now: Date) {
  const campaign = await getCurrentCampaign(db, now);
  if (!campaign) return null;
  return findFollowedClass(db, actor, { classGroupId, schoolYear: campaign.schoolYear });
}

/** The pupils of a class by name, and where each one's card stands; null when the actor does not follow it. */
export async function getClassCards(
  { db, clock, actor }: ActorContext,
  classGroupId: string,
): Promise<ClassCards | null> {
  const now = clock.now();
  const found = await followedNow(db, actor, classGroupId, now);
  if (!found) return null;
  const latest = db
    .selectDistinctOn([activationCodes.personId])
    .from(activationCodes)
    .innerJoin(classMembers, eq(classMembers.personId, activationCodes.personId))
    .where(eq(classMembers.classGroupId, classGroupId))
    .orderBy(activationCodes.personId, desc(activationCodes.printedAt), desc(activationCodes.id));
  const codes = new Map((await latest).map(({ activation_codes: code }) => [code.personId, code]));
  const pupils = await db
    .select({
      id: persons.id,
      firstName: persons.firstName,
      lastName: persons.lastName,
      activated: hasAWayIn(),
    })
    .from(classMembers)
    .innerJoin(persons, eq(persons.id, classMembers.personId))
    .where(and(eq(classMembers.classGroupId, classGroupId), eq(classMembers.role, "pupil")))
    .orderBy(asc(persons.lastName), asc(persons.firstName), asc(persons.id))
    .limit(MOST_PUPILS);
  return {
    id: found.id,
    name: found.name,
    pupils: pupils.map((pupil) => {
      const code = codes.get(pupil.id);
      return { ...pupil, code: code ? { state: stateOfCode(code, now), expiresAt: code.expiresAt } : null };
    }),
  };
}

/** The cards of a class that the actor has just printed and that still serve; null when they do not follow it. */
export async function getPrintedCards(
  { db, clock, actor, links }: ActorContext & { links: LinkSigner },
  classGroupId: string,
): Promise<PrintedCards | null> {
  const now = clock.now();
  const found = await followedNow(db, actor, classGroupId, now);
  if (!found) return null;
  const rows = await db
    .select({
      codeId: activationCodes.id,
      expiresAt: activationCodes.expiresAt,
      pupilId: persons.id,
      firstName: persons.firstName,
      lastName: persons.lastName,
      subject: identities.subject,
    })
    .from(activationCodes)
    .innerJoin(persons, eq(persons.id, activationCodes.personId))
    .innerJoin(classMembers, eq(classMembers.personId, persons.id))
    .leftJoin(identities, and(eq(identities.personId, persons.id), eq(identities.issuer, "password")))
    .where(
      and(
        eq(classMembers.classGroupId, classGroupId),
        eq(classMembers.role, "pupil"),
        eq(activationCodes.printedBy, actor.personId),
        gt(activationCodes.printedAt, new Date(now.getTime() - SHOWN_MS)),
        gt(activationCodes.expiresAt, now),
        isNull(activationCodes.usedAt),
        isNull(activationCodes.revokedAt),
      ),
    )
    .orderBy(asc(persons.lastName), asc(persons.firstName), asc(persons.id))
    .limit(MOST_PUPILS);
  return {
    ...found,
    expiresAt: rows[0]?.expiresAt ?? null,
    cards: rows.map(({ codeId, pupilId, firstName, lastName, subject }) => ({
      pupilId,
      firstName,
      lastName,
      code: inGroups(codeOf(links, codeId)),
      signInName: subject !== null && isSignInName(subject) ? subject : null,
    })),
  };
}
