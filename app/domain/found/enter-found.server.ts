import { endOfDayAfter } from "#app/kernel/deadline.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { applicationWeeks, foundInternships } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { findTakenWeeks, lockPupil } from "../applications/applications.store.server.ts";
import { appendAudit } from "../audit/append-audit.server.ts";
import type { WeekNumber } from "../campaigns/campaign.ts";
import { getCurrentCampaign } from "../campaigns/campaigns.queries.server.ts";
import { recordEvent } from "../outbox/record-event.server.ts";
import type { ActorContext } from "../use-case.ts";
import { foundAsked } from "./events.ts";
import { ANSWER_DAYS } from "./found-internship.ts";
import type { EnterFoundFailure } from "./found.failures.ts";
import { findFoundPupil } from "./found-pupil.server.ts";
import type { EnteredFound } from "./found.schema.ts";

/**
 * The pupil, or whoever follows their class, says that an internship was found elsewhere: its host is asked by e-mail. One host at a
 * time is asked for a week, and for none that is already settled. Nothing holds the weeks until the host has said yes.
 */
export async function enterFound(
  { db, clock, actor, origin }: ActorContext,
  { pupilId, choice, ...host }: EnteredFound & { pupilId: string },
): Promise<Result<{ foundId: string }, EnterFoundFailure>> {
  const now = clock.now();
  return inTransaction(
    db,
    async (tx) => {
      const campaign = await getCurrentCampaign(tx, now);
      const pupil = campaign && (await findFoundPupil(tx, actor, pupilId, campaign.schoolYear));
      if (!campaign || !pupil) return err({ code: "not_found" });
      await lockPupil(tx, pupilId);
      const weeks: WeekNumber[] = choice === "both" ? campaign.weeks.map(({ week }) => week) : [choice];
      const taken = await findTakenWeeks(tx, pupilId, campaign.id);
      if (weeks.some((week) => taken.includes(week))) return err({ code: "week_already_taken" });
      const foundId = newId();
      await tx.insert(foundInternships).values({
        ...host,
        id: foundId,
        campaignId: campaign.id,
        pupilId,
        classGroupId: pupil.classGroupId,
        state: "awaiting_host",
        linkVersion: 1,
        enteredBy: actor.personId,
        enteredAt: now,
        askedAt: now,
        expiresAt: endOfDayAfter(now, ANSWER_DAYS),
      });
      const row = { foundId, pupilId, campaignId: campaign.id, state: "asked" as const };
      await tx.insert(applicationWeeks).values(weeks.map((week) => ({ ...row, week })));
      await recordEvent(tx, foundAsked, { foundId }, now);
      const on = { kind: "person" as const, id: pupilId };
      if (pupil.as !== "pupil")
        await appendAudit(tx, { actor, origin }, { action: "found.entered", as: pupil.as, on }, now);
      return ok({ foundId });
    },
    { on: { application_weeks_one_asked_key: { code: "week_already_asked" } } },
  );
}
