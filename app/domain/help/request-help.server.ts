import { and, count, eq, gt } from "drizzle-orm";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { helpRequests, persons } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { insertHelpReaders } from "./conversation.store.server.ts";
import { helpRequested } from "./events.ts";
import { HELP_REQUESTS_A_DAY, WHOLE_TEAM, type HelpTopic, type RequestHelpFailure } from "./help-request.ts";
import { findPupilClass, listClassAdults } from "./school-adults.queries.server.ts";
import { firstTold } from "./school-adults.ts";

const DAY_MS = 86_400_000;

/**
 * A pupil asks the adults of the class for help, or one of them alone: the request, those who are told and the event that
 * tells them are one transaction. The limit of a day is judged under the pupil's lock.
 */
export async function requestHelp(
  { db, clock, actor }: ActorContext,
  { topic, body, reader = WHOLE_TEAM }: { topic: HelpTopic; body: string; reader?: string | undefined },
): Promise<Result<{ helpRequestId: string }, RequestHelpFailure>> {
  const now = clock.now();
  const pupilId = actor.personId;
  return inTransaction(db, async (tx) => {
    await tx.select({ id: persons.id }).from(persons).where(eq(persons.id, pupilId)).for("no key update");
    const campaign = await getCurrentCampaign(tx, now);
    const pupilClass = campaign && (await findPupilClass(tx, pupilId, campaign.schoolYear));
    // Without a class nobody would read it: the page names whom to call instead.
    if (!pupilClass) return err({ code: "no_class" });
    const adults = await listClassAdults(tx, pupilClass, now);
    const isPrivate = reader !== WHOLE_TEAM;
    const told = isPrivate ? adults.filter(({ personId }) => personId === reader) : firstTold(adults);
    if (isPrivate && told.length === 0) return err({ code: "unknown_reader" });
    if ((await countSince(tx, pupilId, new Date(now.getTime() - DAY_MS))) >= HELP_REQUESTS_A_DAY)
      return err({ code: "too_many_requests", max: HELP_REQUESTS_A_DAY });
    const id = newId();
    const campaignId = campaign.id;
    await tx
      .insert(helpRequests)
      .values({ id, pupilId, campaignId, topic, body, isPrivate, askedAt: now, waitingSince: now });
    const reason = isPrivate ? "chosen" : "class";
    await insertHelpReaders(
      tx,
      { requestId: id, personIds: told.map(({ personId }) => personId), reason },
      now,
    );
    await recordEvent(tx, helpRequested, { helpRequestId: id }, now);
    return ok({ helpRequestId: id });
  });
}

async function countSince(tx: Transaction, pupilId: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ total: count() })
    .from(helpRequests)
    .where(and(eq(helpRequests.pupilId, pupilId), gt(helpRequests.askedAt, since)));
  return row?.total ?? 0;
}
