import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { teachesClass } from "#app/domain/accounts/affiliation-in-force.server.ts";
import { followedClasses } from "#app/domain/agreements/agreements.scope.server.ts";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { takeBackLimit, takeBackSince } from "#app/domain/history/take-back.ts";
import { schoolContact } from "#app/domain/schools/profile/school-contact.server.ts";
import type { Queryable } from "#db/client.ts";
import {
  campaigns,
  classGroups,
  classMembers,
  helpRequests,
  helpRequestSteps,
  persons,
  schoolProfiles,
  schools,
} from "#db/schema/index.ts";
import type {
  ClassInNeed,
  HandledHelpRequest,
  HelpStep,
  JustHandledRequest,
  OpenHelpRequest,
  OwnHelpRequest,
  SchoolContacts,
} from "./help-request.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";

const fullName = sql<string>`${persons.firstName} || ' ' || ${persons.lastName}`;

/** The teachers of the pupil's class of this school year, and how to reach the school. */
export async function getSchoolContacts(
  db: Queryable,
  actor: Actor,
  campaign: Pick<Campaign, "schoolYear"> | null,
  now: Date,
): Promise<SchoolContacts> {
  const [sitting] = await db
    .select({
      classGroupId: classGroups.id,
      name: schools.name,
      phone: schoolContact.phone,
      email: schoolContact.email,
    })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .innerJoin(schools, eq(schools.uai, classGroups.schoolUai))
    .leftJoin(schoolProfiles, eq(schoolProfiles.schoolUai, schools.uai))
    .where(
      and(
        eq(classMembers.personId, actor.personId),
        eq(classMembers.role, "pupil"),
        eq(classGroups.schoolYear, campaign?.schoolYear ?? ""),
      ),
    )
    .limit(1);
  if (!sitting) return { teachers: [], school: null };
  const { classGroupId, ...school } = sitting;
  return { teachers: await listTeachers(db, classGroupId, now), school };
}

async function listTeachers(db: Queryable, classGroupId: string, now: Date): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: persons.id, name: fullName })
    .from(classMembers)
    .innerJoin(persons, eq(persons.id, classMembers.personId))
    .where(and(eq(classMembers.classGroupId, classGroupId), teachesClass(parisDate(now))))
    .orderBy(asc(persons.id))
    .limit(10);
  return rows.map(({ name }) => name);
}

const MOST_REQUESTS = 100;

/** The class of the school year in which the request was made. */
const ofTheYear = and(
  eq(classGroups.id, classMembers.classGroupId),
  eq(classGroups.schoolYear, campaigns.schoolYear),
);

/** Requests of a class that still wait, the oldest first; none for who does not follow the class. */
export async function listOpenHelpRequests(
  db: Queryable,
  actor: Actor,
  classGroupId: string,
): Promise<OpenHelpRequest[]> {
  const rows = await requestsOfClasses(db)
    .where(and(eq(classGroups.id, classGroupId), followedClasses(db, actor), isNull(helpRequests.handledAt)))
    .orderBy(asc(helpRequests.askedAt), asc(helpRequests.id))
    .limit(MOST_REQUESTS);
  const steps = await listSteps(db, rows);
  return rows.map(({ id, pupilName, topic, body, askedAt }) => {
    const own = steps.filter(({ requestId }) => requestId === id);
    const readByMe = own.some(({ kind, actorId }) => kind === "read" && actorId === actor.personId);
    return { id, pupilName, topic, body, askedAt, readByMe, steps: own.map(told) };
  });
}

/** Requests of a class that were dealt with, the latest first. */
export async function listHandledHelpRequests(
  db: Queryable,
  actor: Actor,
  classGroupId: string,
): Promise<HandledHelpRequest[]> {
  const rows = await requestsOfClasses(db)
    .where(
      and(eq(classGroups.id, classGroupId), followedClasses(db, actor), isNotNull(helpRequests.handledAt)),
    )
    .orderBy(desc(helpRequests.handledAt), asc(helpRequests.id))
    .limit(MOST_REQUESTS);
  const steps = await listSteps(db, rows);
  return rows.map(({ id, pupilName, topic, body, askedAt }) => {
    const own = steps.filter(({ requestId }) => requestId === id);
    return { id, pupilName, topic, body, askedAt, steps: own.map(told) };
  });
}

/** The pupil's own requests, the latest first, with what the adults did about them. */
export async function listOwnHelpRequests(db: Queryable, actor: Actor): Promise<OwnHelpRequest[]> {
  const rows = await db
    .select({ id: helpRequests.id, topic: helpRequests.topic, askedAt: helpRequests.askedAt })
    .from(helpRequests)
    .where(eq(helpRequests.pupilId, actor.personId))
    .orderBy(desc(helpRequests.askedAt), asc(helpRequests.id))
    .limit(MOST_REQUESTS);
  const steps = await listSteps(db, rows);
  return rows.map((row) => ({
    ...row,
    steps: steps.filter(({ requestId }) => requestId === row.id).map(told),
  }));
}

type StepRow = HelpStep & { requestId: string; actorId: string | null };

function listSteps(db: Queryable, requests: readonly { id: string }[]): Promise<StepRow[]> {
  return db
    .select({
      requestId: helpRequestSteps.requestId,
      kind: helpRequestSteps.kind,
      actorId: helpRequestSteps.actorId,
      byName: sql<string | null>`${persons.firstName} || ' ' || ${persons.lastName}`,
      at: helpRequestSteps.doneAt,
    })
    .from(helpRequestSteps)
    .leftJoin(persons, eq(persons.id, helpRequestSteps.actorId))
    .where(
      inArray(
        helpRequestSteps.requestId,
        requests.map(({ id }) => id),
      ),
    )
    .orderBy(asc(helpRequestSteps.doneAt), asc(helpRequestSteps.id));
}

function told({ kind, byName, at }: StepRow): HelpStep {
  return { kind, byName, at };
}

/** What the reader has just said to be dealt with in this class, the latest first: a press by mistake can be taken back. */
export async function listJustHandledRequests(
  db: Queryable,
  actor: Actor,
  { classGroupId, at }: { classGroupId: string; at: Date },
): Promise<JustHandledRequest[]> {
  const rows = await requestsOfClasses(db)
    .where(
      and(
        eq(classGroups.id, classGroupId),
        followedClasses(db, actor),
        eq(helpRequests.handledBy, actor.personId),
        gte(helpRequests.handledAt, takeBackSince(at)),
      ),
    )
    .orderBy(desc(helpRequests.handledAt), asc(helpRequests.id))
    .limit(MOST_REQUESTS);
  return rows.flatMap(({ id, pupilName, handledAt }) =>
    handledAt ? [{ id, pupilName, takeBackUntil: takeBackLimit(handledAt) }] : [],
  );
}

/** How many requests wait in each class that the reader follows; classes where nobody asks are left out. */
export async function countOpenHelpRequests(
  db: Queryable,
  actor: Actor,
  campaign: Pick<Campaign, "id">,
): Promise<ClassInNeed[]> {
  return db
    .select({ classGroupId: classGroups.id, className: classGroups.name, total: count() })
    .from(helpRequests)
    .innerJoin(campaigns, eq(campaigns.id, helpRequests.campaignId))
    .innerJoin(
      classMembers,
      and(eq(classMembers.personId, helpRequests.pupilId), eq(classMembers.role, "pupil")),
    )
    .innerJoin(classGroups, ofTheYear)
    .where(and(eq(campaigns.id, campaign.id), followedClasses(db, actor), isNull(helpRequests.handledAt)))
    .groupBy(classGroups.id, classGroups.name)
    .orderBy(asc(classGroups.name), asc(classGroups.id))
    .limit(MOST_REQUESTS);
}

/** A request of this class, handled or not; null for who does not follow the class. */
export async function findFollowedRequest(
  db: Queryable,
  actor: Actor,
  { helpRequestId, classGroupId }: { helpRequestId: string; classGroupId: string },
): Promise<{ id: string } | null> {
  const [row] = await requestsOfClasses(db)
    .where(
      and(eq(helpRequests.id, helpRequestId), eq(classGroups.id, classGroupId), followedClasses(db, actor)),
    )
    .limit(1);
  return row ? { id: row.id } : null;
}

/** Requests with the pupil's class of the school year in which they were made. */
function requestsOfClasses(db: Queryable) {
  return db
    .select({
      id: helpRequests.id,
      pupilName: fullName,
      topic: helpRequests.topic,
      body: helpRequests.body,
      askedAt: helpRequests.askedAt,
      handledAt: helpRequests.handledAt,
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
