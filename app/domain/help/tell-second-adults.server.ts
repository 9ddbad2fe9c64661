import { and, asc, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import type { Transaction } from "#db/client.ts";
import { campaigns, helpReaders, helpRequests, schools } from "#db/schema/index.ts";
import type { UseCaseContext } from "../use-case.ts";
import { insertHelpReaders, insertHelpStep } from "./conversation.store.server.ts";
import { helpSecondTold } from "./events.ts";
import { secondAdultAt } from "./reading-delay.ts";
import { findPupilClass, listClassAdults } from "./school-adults.queries.server.ts";
import { secondTold } from "./school-adults.ts";

const DAY_MS = 86_400_000;

/**
 * Tells a second adult of what pupils wrote and nobody has read in a whole school day. Each request is a transaction of its
 * own, under its lock: who reads it meanwhile comes first, and two workers tell once. Gives how many were told of.
 */
export async function tellSecondAdults(
  { db, clock }: UseCaseContext,
  { limit }: { limit: number },
): Promise<number> {
  const now = clock.now();
  // No school day is shorter than a day: what is younger waits anyway.
  const since = new Date(now.getTime() - DAY_MS);
  const unread = await db
    .select({ id: helpRequests.id })
    .from(helpRequests)
    .where(and(lte(helpRequests.waitingSince, since), isNull(helpRequests.secondToldAt)))
    .orderBy(asc(helpRequests.waitingSince), asc(helpRequests.id))
    .limit(limit);
  let told = 0;
  for (const { id } of unread) if (await db.transaction((tx) => tellOf(tx, id, now))) told += 1;
  return told;
}

async function tellOf(tx: Transaction, requestId: string, now: Date): Promise<boolean> {
  const request = await lockUnread(tx, requestId);
  if (!request?.waitingSince) return false;
  const pupilClass = await findPupilClass(tx, request.pupilId, request.schoolYear);
  if (pupilClass && secondAdultAt(request.waitingSince, await placeOf(tx, pupilClass.schoolUai)) > now)
    return false;
  await tx.update(helpRequests).set({ secondToldAt: now }).where(eq(helpRequests.id, requestId));
  const adults = pupilClass ? await listClassAdults(tx, pupilClass, now) : [];
  const personIds = secondTold(adults, await listTold(tx, requestId)).map(({ personId }) => personId);
  if (personIds.length === 0) return false;
  await insertHelpReaders(tx, { requestId, personIds, reason: "second" }, now);
  for (const actorId of personIds) await insertHelpStep(tx, { requestId, kind: "second_told", actorId }, now);
  await recordEvent(tx, helpSecondTold, { helpRequestId: requestId, personIds }, now);
  return true;
}

async function lockUnread(tx: Transaction, requestId: string) {
  const [request] = await tx
    .select({
      pupilId: helpRequests.pupilId,
      waitingSince: helpRequests.waitingSince,
      schoolYear: campaigns.schoolYear,
    })
    .from(helpRequests)
    .innerJoin(campaigns, eq(campaigns.id, helpRequests.campaignId))
    .where(
      and(
        eq(helpRequests.id, requestId),
        isNotNull(helpRequests.waitingSince),
        isNull(helpRequests.secondToldAt),
      ),
    )
    .for("update", { of: helpRequests });
  return request ?? null;
}

async function placeOf(tx: Transaction, schoolUai: string) {
  const [place] = await tx
    .select({ inseeCode: schools.inseeCode, departmentCode: schools.departmentCode })
    .from(schools)
    .where(eq(schools.uai, schoolUai));
  return place ?? { inseeCode: null, departmentCode: null };
}

async function listTold(tx: Transaction, requestId: string): Promise<Set<string>> {
  const readers = await tx
    .select({ personId: helpReaders.personId })
    .from(helpReaders)
    .where(eq(helpReaders.requestId, requestId));
  return new Set(readers.map(({ personId }) => personId));
}
