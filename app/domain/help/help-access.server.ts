import { and, eq, exists, or, sql, type SQL } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { followedPupils } from "#app/domain/agreements/agreements.scope.server.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import {
  campaigns,
  classGroups,
  classMembers,
  helpReaders,
  helpRequests,
  persons,
} from "#db/schema/index.ts";

/** The class of the school year in which the request was made. */
export const ofTheYear = and(
  eq(classGroups.id, classMembers.classGroupId),
  eq(classGroups.schoolYear, campaigns.schoolYear),
);

/**
 * Requests that this person may read, among those joined with the pupil's class: of the pupils they follow; of these, a
 * private one opens to those who were told of it alone.
 */
export function readableRequests(db: Queryable, actor: Actor): SQL | undefined {
  const told = db
    .select({ one: sql`1` })
    .from(helpReaders)
    .where(and(eq(helpReaders.requestId, helpRequests.id), eq(helpReaders.personId, actor.personId)));
  return and(followedPupils(db, actor), or(eq(helpRequests.isPrivate, false), exists(told)));
}

/** Requests with the pupil's class of the school year in which they were made. */
export function requestsOfClasses(db: Queryable) {
  return db
    .select({
      id: helpRequests.id,
      pupilId: helpRequests.pupilId,
      pupilName: sql<string>`${persons.firstName} || ' ' || ${persons.lastName}`,
      classGroupId: classGroups.id,
      className: classGroups.name,
      topic: helpRequests.topic,
      body: helpRequests.body,
      askedAt: helpRequests.askedAt,
      waitingSince: helpRequests.waitingSince,
      isPrivate: helpRequests.isPrivate,
      handledAt: helpRequests.handledAt,
      handledBy: helpRequests.handledBy,
    })
    .from(helpRequests)
    .innerJoin(persons, eq(persons.id, helpRequests.pupilId))
    .innerJoin(campaigns, eq(campaigns.id, helpRequests.campaignId))
    .innerJoin(
      classMembers,
      and(eq(classMembers.personId, helpRequests.pupilId), eq(classMembers.role, "pupil")),
    )
    .innerJoin(classGroups, ofTheYear)
    .$dynamic();
}

/** The request, if this adult may read it, held until the end of the transaction: two colleagues act one after the other. */
export async function lockReadableRequest(tx: Transaction, actor: Actor, helpRequestId: string) {
  const [readable] = await requestsOfClasses(tx)
    .where(and(eq(helpRequests.id, helpRequestId), readableRequests(tx, actor)))
    .limit(1);
  return readable ? lockRequest(tx, helpRequestId) : null;
}

/** The request, held until the end of the transaction. */
export async function lockRequest(tx: Transaction, helpRequestId: string) {
  const [row] = await tx.select().from(helpRequests).where(eq(helpRequests.id, helpRequestId)).for("update");
  return row ?? null;
}
