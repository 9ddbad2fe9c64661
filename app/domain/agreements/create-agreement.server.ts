import { recordChange } from "#app/domain/history/record-change.server.ts";
import { checkHours, hasHoursError } from "#app/domain/hours/check-hours.ts";
import { newEvent, recordEvents, type NewEvent } from "#app/domain/outbox/record-event.server.ts";
import { getCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { keepDays } from "../campaigns/campaigns.store.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { agreements } from "#db/schema/index.ts";
import type { WeekNumber } from "../campaigns/campaign.ts";
import type { CreateAgreementFailure } from "./agreement.failures.ts";
import { statusOnceFilled } from "./agreement.ts";
import {
  missingHostFields,
  missingSchoolFields,
  type AgreementContent,
} from "./content/agreement-content.ts";
import { findCurrentText, insertVersion } from "./agreements.store.server.ts";
import { agreementCompleted, agreementToComplete } from "./events.ts";
import { prefillAgreement, type HostFacts } from "./prefill-agreement.server.ts";

export function hostPartIsWhole(content: AgreementContent): boolean {
  return (
    missingHostFields(content).length === 0 &&
    !hasHoursError(checkHours({ ...content, grid: content.hoursGrid, birthDate: content.pupil.birthDate }))
  );
}

export function schoolPartIsWhole(content: AgreementContent): boolean {
  return missingSchoolFields(content).length === 0;
}

/** A place that is settled: by an application that was confirmed, or by the host of an internship found elsewhere. */
interface SettledPlacement {
  campaignId: string;
  pupilId: string;
  weeks: WeekNumber[];
  host: HostFacts;
  from: { applicationId: string } | { foundId: string };
}

/**
 * Creates the agreement of a confirmed placement, filled with what is known. It is "completed" at once when both parts are
 * whole; otherwise each side whose part lacks something is told. Runs in the transaction of the confirmation.
 */
export async function createAgreement(
  tx: Transaction,
  placement: SettledPlacement,
  now: Date,
): Promise<Result<string, CreateAgreementFailure>> {
  const text = await findCurrentText(tx);
  if (!text) return err({ code: "no_agreement_text" });
  await keepDays(tx, placement.campaignId);
  const campaign = await getCampaign(tx, placement.campaignId);
  const parties = campaign && (await prefillAgreement(tx, { ...placement, campaign, today: parisDate(now) }));
  if (!parties) return err({ code: "no_class" });

  const { content, ...owners } = parties;
  const hostCompletedAt = hostPartIsWhole(content) ? now : null;
  const schoolCompletedAt = schoolPartIsWhole(content) ? now : null;
  const status = statusOnceFilled({
    hostCompleted: hostCompletedAt !== null,
    schoolCompleted: schoolCompletedAt !== null,
    openRemarks: 0,
  });
  const id = newId();
  await tx.insert(agreements).values({
    ...owners,
    id,
    campaignId: placement.campaignId,
    ...placement.from,
    pupilId: placement.pupilId,
    status,
    currentVersion: 1,
    hostCompletedAt,
    schoolCompletedAt,
    createdAt: now,
    updatedAt: now,
  });
  await insertVersion(tx, id, { version: 1, text, content }, now);
  await recordChange(
    tx,
    { agreementId: id },
    { from: null, to: status, actorId: null, actorRole: "system" },
    now,
  );
  await recordEvents(tx, eventsOnceFilled(id, { hostCompletedAt, schoolCompletedAt }), now);
  return ok(id);
}

function eventsOnceFilled(
  agreementId: string,
  parts: { hostCompletedAt: Date | null; schoolCompletedAt: Date | null },
): NewEvent[] {
  if (parts.hostCompletedAt && parts.schoolCompletedAt)
    return [newEvent(agreementCompleted, { agreementId })];
  const events: NewEvent[] = [];
  if (!parts.hostCompletedAt) events.push(newEvent(agreementToComplete, { agreementId, addressee: "host" }));
  if (!parts.schoolCompletedAt)
    events.push(newEvent(agreementToComplete, { agreementId, addressee: "school" }));
  return events;
}
