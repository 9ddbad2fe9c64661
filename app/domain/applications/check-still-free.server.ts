import { endOfDayAfter } from "#app/kernel/deadline.ts";
import { eq } from "drizzle-orm";
import { getCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { applications } from "#db/schema/index.ts";
import type { TakeBackFailure } from "./application.failures.ts";
import { findLiveApplications, findTakenWeeks, type ApplicationRow } from "./applications.store.server.ts";

interface Deadlines {
  /** Until when the host's answer is awaited. */
  answer: Date;
  /** How long the pupil has to confirm, once accepted. */
  confirmDays: number;
}

/**
 * Whether an application that has just ended can live again: its pupil has neither found another place for its weeks nor sent
 * as many others as they may. The caller holds `lockPupil`.
 */
export async function checkStillFree(
  tx: Transaction,
  { id, pupilId, campaignId, weeks }: ApplicationRow,
): Promise<Result<Deadlines, TakeBackFailure>> {
  const campaign = await getCampaign(tx, campaignId);
  const [row] = await tx
    .select({ submittedAt: applications.submittedAt })
    .from(applications)
    .where(eq(applications.id, id));
  if (!campaign || !row?.submittedAt) return err({ code: "not_found" });
  const taken = await findTakenWeeks(tx, pupilId, campaignId);
  const live = await findLiveApplications(tx, pupilId, campaignId);
  if (weeks.some((week) => taken.includes(week)) || live.length >= campaign.maxLiveApplications)
    return err({ code: "moved_on" });
  return ok({
    answer: endOfDayAfter(row.submittedAt, campaign.hostAnswerDays),
    confirmDays: campaign.pupilConfirmDays,
  });
}
