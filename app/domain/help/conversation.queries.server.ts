import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { takeBackLimit, takeBackSince } from "#app/domain/history/take-back.ts";
import { last } from "#app/kernel/last.ts";
import type { Queryable } from "#db/client.ts";
import { helpMessages, helpReaders, helpRequests, helpRequestSteps, persons } from "#db/schema/index.ts";
import { readableRequests, requestsOfClasses } from "./help-access.server.ts";
import type { FollowedConversation, HelpConversation, HelpMessage, HelpStep } from "./help-request.ts";

const maybeName = sql<string | null>`${persons.firstName} || ' ' || ${persons.lastName}`;
const MOST_MESSAGES = 500;

export type StepRow = HelpStep & { requestId: string; actorId: string | null };

/** What was done about these requests, in the order it was done. */
export async function listStepsOf(db: Queryable, requests: readonly { id: string }[]): Promise<StepRow[]> {
  if (requests.length === 0) return [];
  const ids = requests.map(({ id }) => id);
  return db
    .select({
      requestId: helpRequestSteps.requestId,
      kind: helpRequestSteps.kind,
      actorId: helpRequestSteps.actorId,
      byName: maybeName,
      note: helpRequestSteps.note,
      at: helpRequestSteps.doneAt,
    })
    .from(helpRequestSteps)
    .leftJoin(persons, eq(persons.id, helpRequestSteps.actorId))
    .where(inArray(helpRequestSteps.requestId, ids))
    .orderBy(asc(helpRequestSteps.doneAt), asc(helpRequestSteps.id));
}

export function told({ kind, byName, note, at }: StepRow): HelpStep {
  return { kind, byName, note, at };
}

/** Whether this adult has said "J’ai lu" since the pupil wrote last. */
export function readSinceLastWords(
  steps: readonly StepRow[],
  { personId }: Pick<Actor, "personId">,
  lastWords: Date | null,
): boolean {
  return steps.some(
    ({ kind, actorId, at }) =>
      kind === "read" && actorId === personId && (lastWords === null || at >= lastWords),
  );
}

function listMessages(db: Queryable, requestId: string): Promise<HelpMessage[]> {
  return db
    .select({
      fromPupil: helpMessages.fromPupil,
      byName: maybeName,
      body: helpMessages.body,
      at: helpMessages.writtenAt,
    })
    .from(helpMessages)
    .leftJoin(persons, eq(persons.id, helpMessages.authorId))
    .where(eq(helpMessages.requestId, requestId))
    .orderBy(asc(helpMessages.writtenAt), asc(helpMessages.id))
    .limit(MOST_MESSAGES);
}

async function listToldFirst(db: Queryable, requestId: string): Promise<string[]> {
  const rows = await db
    .select({ name: sql<string>`${persons.firstName} || ' ' || ${persons.lastName}` })
    .from(helpReaders)
    .innerJoin(persons, eq(persons.id, helpReaders.personId))
    .where(and(eq(helpReaders.requestId, requestId), inArray(helpReaders.reason, ["class", "chosen"])))
    .orderBy(asc(helpReaders.id))
    .limit(MOST_MESSAGES);
  return rows.map(({ name }) => name);
}

/** A request that this adult may read, with everything that followed; null for any other. */
export async function getFollowedConversation(
  db: Queryable,
  actor: Actor,
  { helpRequestId, at }: { helpRequestId: string; at: Date },
): Promise<FollowedConversation | null> {
  const [row] = await requestsOfClasses(db)
    .where(and(eq(helpRequests.id, helpRequestId), readableRequests(db, actor)))
    .limit(1);
  if (!row) return null;
  const { handledBy, waitingSince: _waiting, ...request } = row;
  const steps = await listStepsOf(db, [row]);
  const messages = await listMessages(db, row.id);
  const lastWords = last(messages.filter(({ fromPupil }) => fromPupil))?.at ?? null;
  const mine = handledBy === actor.personId && row.handledAt !== null && row.handledAt >= takeBackSince(at);
  return {
    ...request,
    toldTo: await listToldFirst(db, row.id),
    steps: steps.map(told),
    messages,
    readByMe: readSinceLastWords(steps, actor, lastWords),
    takeBackUntil: mine && row.handledAt ? takeBackLimit(row.handledAt) : null,
  };
}

/** The pupil's own request, with everything that followed; null for any other. */
export async function getOwnConversation(
  db: Queryable,
  actor: Actor,
  helpRequestId: string,
): Promise<HelpConversation | null> {
  const [row] = await db
    .select({
      id: helpRequests.id,
      topic: helpRequests.topic,
      body: helpRequests.body,
      askedAt: helpRequests.askedAt,
      handledAt: helpRequests.handledAt,
      isPrivate: helpRequests.isPrivate,
      pupilName: sql<string>`${persons.firstName} || ' ' || ${persons.lastName}`,
    })
    .from(helpRequests)
    .innerJoin(persons, eq(persons.id, helpRequests.pupilId))
    .where(and(eq(helpRequests.id, helpRequestId), eq(helpRequests.pupilId, actor.personId)));
  if (!row) return null;
  const steps = await listStepsOf(db, [row]);
  return {
    ...row,
    toldTo: await listToldFirst(db, row.id),
    steps: steps.map(told),
    messages: await listMessages(db, row.id),
  };
}
