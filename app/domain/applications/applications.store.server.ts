import { and, asc, eq, inArray } from "drizzle-orm";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import { applications, applicationWeeks, offers, persons } from "#db/schema/index.ts";
import { LIVE_STATUSES, type ApplicationStatus } from "./application.ts";

export interface ApplicationRow {
  id: string;
  campaignId: string;
  offerId: string;
  pupilId: string;
  organisationId: string;
  status: ApplicationStatus;
  deadlineAt: Date | null;
  weeks: WeekNumber[];
}

/** Serialises what one pupil does: limits and "one place a week" are judged on a still picture. First of all locks. */
export async function lockPupil(tx: Transaction, pupilId: string): Promise<void> {
  await tx.select({ id: persons.id }).from(persons).where(eq(persons.id, pupilId)).for("no key update");
}

export async function findApplication(tx: Queryable, id: string): Promise<ApplicationRow | null> {
  return (await readApplications(tx, [id]))[0] ?? null;
}

/** Locks applications in the order of their ids, after the seats of their offers. */
export async function lockApplications(tx: Transaction, ids: readonly string[]): Promise<ApplicationRow[]> {
  if (ids.length === 0) return [];
  await tx
    .select({ id: applications.id })
    .from(applications)
    .where(inArray(applications.id, [...ids]))
    .orderBy(asc(applications.id))
    .for("update");
  return readApplications(tx, ids);
}

/** The pupil's applications that still wait for an answer or a confirmation. */
export async function findLiveApplications(
  tx: Queryable,
  pupilId: string,
  campaignId: string,
): Promise<ApplicationRow[]> {
  const rows = await tx
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.pupilId, pupilId),
        eq(applications.campaignId, campaignId),
        inArray(applications.status, LIVE_STATUSES),
      ),
    )
    .limit(200);
  return readApplications(
    tx,
    rows.map(({ id }) => id),
  );
}

/** Weeks for which the pupil already holds a confirmed place. */
export async function findTakenWeeks(tx: Queryable, pupilId: string, campaignId: string): Promise<number[]> {
  const rows = await tx
    .select({ week: applicationWeeks.week })
    .from(applicationWeeks)
    .where(
      and(
        eq(applicationWeeks.pupilId, pupilId),
        eq(applicationWeeks.campaignId, campaignId),
        eq(applicationWeeks.state, "taken"),
      ),
    );
  return rows.map(({ week }) => week);
}

async function readApplications(tx: Queryable, ids: readonly string[]): Promise<ApplicationRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({
      id: applications.id,
      campaignId: applications.campaignId,
      offerId: applications.offerId,
      pupilId: applications.pupilId,
      organisationId: offers.organisationId,
      status: applications.status,
      deadlineAt: applications.deadlineAt,
    })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .where(inArray(applications.id, [...ids]))
    .orderBy(asc(applications.id));
  const weeks = await tx
    .select({ applicationId: applicationWeeks.applicationId, week: applicationWeeks.week })
    .from(applicationWeeks)
    .where(inArray(applicationWeeks.applicationId, [...ids]))
    .orderBy(asc(applicationWeeks.week));
  const weeksById = new Map<string, WeekNumber[]>(rows.map(({ id }) => [id, []]));
  for (const { applicationId, week } of weeks) weeksById.get(applicationId ?? "")?.push(week);
  return rows.map((row) => ({
    ...row,
    organisationId: row.organisationId ?? "",
    weeks: weeksById.get(row.id) ?? [],
  }));
}
