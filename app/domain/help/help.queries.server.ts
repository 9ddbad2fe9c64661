import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { takeBackLimit, takeBackSince } from "#app/domain/history/take-back.ts";
import type { Queryable } from "#db/client.ts";
import { literals } from "#db/conditions.ts";
import { campaigns, classGroups, classMembers, helpMessages, helpRequests } from "#db/schema/index.ts";
import { listStepsOf, readSinceLastWords, told } from "./conversation.queries.server.ts";
import { ofTheYear, readableRequests, requestsOfClasses } from "./help-access.server.ts";
import {
  HELP_TOPICS,
  isUrgent,
  type ClassInNeed,
  type HandledHelpRequest,
  type JustHandledRequest,
  type OpenHelpRequest,
  type OwnHelpRequest,
} from "./help-request.ts";

const MOST_REQUESTS = 100;

/** Those in which a pupil may be in danger come first. */
const urgentFirst = sql.raw(`(help_requests.topic in (${literals(HELP_TOPICS.filter(isUrgent))})) desc`);

/** Of one class, or of all those that the reader follows. */
interface Which {
  classGroupId?: string | undefined;
}

const inClass = ({ classGroupId }: Which): SQL | undefined =>
  classGroupId === undefined ? undefined : eq(classGroups.id, classGroupId);

/** Requests that still wait, the urgent ones first, then the oldest; none that the reader may not read. */
export async function listOpenHelpRequests(
  db: Queryable,
  actor: Actor,
  which: Which = {},
): Promise<OpenHelpRequest[]> {
  const rows = await requestsOfClasses(db)
    .where(and(inClass(which), readableRequests(db, actor), isNull(helpRequests.handledAt)))
    .orderBy(urgentFirst, asc(helpRequests.askedAt), asc(helpRequests.id))
    .limit(MOST_REQUESTS);
  const steps = await listStepsOf(db, rows);
  const lastWords = await listLastWords(db, rows);
  return rows.map(({ id, pupilName, className, topic, body, askedAt, waitingSince }) => {
    const own = steps.filter(({ requestId }) => requestId === id);
    const readByMe = readSinceLastWords(own, actor, lastWords.get(id) ?? null);
    const shown = own.map(told);
    return { id, pupilName, className, topic, body, askedAt, waitingSince, readByMe, steps: shown };
  });
}

/** Requests that were dealt with, the latest first. */
export async function listHandledHelpRequests(
  db: Queryable,
  actor: Actor,
  which: Which = {},
): Promise<HandledHelpRequest[]> {
  const rows = await requestsOfClasses(db)
    .where(and(inClass(which), readableRequests(db, actor), isNotNull(helpRequests.handledAt)))
    .orderBy(desc(helpRequests.handledAt), asc(helpRequests.id))
    .limit(MOST_REQUESTS);
  const steps = await listStepsOf(db, rows);
  return rows.map(({ id, pupilName, className, topic, body, askedAt, waitingSince }) => {
    const shown = steps.filter(({ requestId }) => requestId === id).map(told);
    return { id, pupilName, className, topic, body, askedAt, waitingSince, steps: shown };
  });
}

/** The pupil's own requests, the latest first, with what the adults did about them. */
export async function listOwnHelpRequests(db: Queryable, actor: Actor): Promise<OwnHelpRequest[]> {
  const answers = db
    .select({ total: count() })
    .from(helpMessages)
    .where(and(eq(helpMessages.requestId, helpRequests.id), eq(helpMessages.fromPupil, false)));
  const rows = await db
    .select({
      id: helpRequests.id,
      topic: helpRequests.topic,
      askedAt: helpRequests.askedAt,
      answers: sql<number>`(${answers})::int`,
    })
    .from(helpRequests)
    .where(eq(helpRequests.pupilId, actor.personId))
    .orderBy(desc(helpRequests.askedAt), asc(helpRequests.id))
    .limit(MOST_REQUESTS);
  const steps = await listStepsOf(db, rows);
  return rows.map(({ id, topic, askedAt, answers: total }) => {
    const shown = steps.filter(({ requestId }) => requestId === id).map(told);
    return { id, topic, askedAt, answers: total, steps: shown };
  });
}

/** When the pupil wrote last after the request itself, by request. */
async function listLastWords(db: Queryable, requests: readonly { id: string }[]): Promise<Map<string, Date>> {
  const ids = requests.map(({ id }) => id);
  const rows = await db
    .selectDistinctOn([helpMessages.requestId], { id: helpMessages.requestId, at: helpMessages.writtenAt })
    .from(helpMessages)
    .where(and(inArray(helpMessages.requestId, ids), eq(helpMessages.fromPupil, true)))
    .orderBy(helpMessages.requestId, desc(helpMessages.writtenAt));
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** What the reader has just said to be dealt with, the latest first: a press by mistake can be taken back. */
export async function listJustHandledRequests(
  db: Queryable,
  actor: Actor,
  { classGroupId, at }: Which & { at: Date },
): Promise<JustHandledRequest[]> {
  const rows = await requestsOfClasses(db)
    .where(
      and(
        inClass({ classGroupId }),
        readableRequests(db, actor),
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

/** Since when those wait that nobody has read, of those that the reader may read. */
export async function listUnreadHelpSince(
  db: Queryable,
  actor: Actor,
  campaign: Pick<Campaign, "id">,
): Promise<Date[]> {
  const rows = await db
    .select({ since: helpRequests.waitingSince })
    .from(helpRequests)
    .innerJoin(campaigns, eq(campaigns.id, helpRequests.campaignId))
    .innerJoin(
      classMembers,
      and(eq(classMembers.personId, helpRequests.pupilId), eq(classMembers.role, "pupil")),
    )
    .innerJoin(classGroups, ofTheYear)
    .where(
      and(eq(campaigns.id, campaign.id), readableRequests(db, actor), isNotNull(helpRequests.waitingSince)),
    )
    .orderBy(asc(helpRequests.waitingSince), asc(helpRequests.id))
    .limit(MOST_REQUESTS);
  return rows.flatMap(({ since }) => since ?? []);
}

/** How many requests wait in each class that the reader follows, of those they may read; classes where nobody asks are left out. */
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
    .where(and(eq(campaigns.id, campaign.id), readableRequests(db, actor), isNull(helpRequests.handledAt)))
    .groupBy(classGroups.id, classGroups.name)
    .orderBy(asc(classGroups.name), asc(classGroups.id))
    .limit(MOST_REQUESTS);
}
