import { and, desc, eq } from "drizzle-orm";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { localDate } from "#app/kernel/local-time.ts";
import { timeZoneOf } from "#app/kernel/time-zones.ts";
import type { Queryable } from "#db/client.ts";
import { applicationWeeks, hostSites, internshipWeeks, offers, opinions } from "#db/schema/index.ts";
import { partyOf } from "#app/domain/applications/applications.policy.ts";
import { findApplication } from "#app/domain/applications/applications.store.server.ts";
import { opinionClosesOn, opinionMoment, type OpinionSheet } from "./opinion.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";

/** The pupil's opinion on their confirmed placement; null before its last day, and for everyone else. */
export async function getOpinionSheet(
  db: Queryable,
  actor: Actor,
  { applicationId, at }: { applicationId: string; at: Date },
): Promise<OpinionSheet | null> {
  const application = await findApplication(db, applicationId);
  if (!application || partyOf(actor, application) !== "pupil" || application.status !== "confirmed")
    return null;
  const days = await findPlacementDays(db, applicationId, at);
  const moment = days && opinionMoment(days.lastDay, days.today);
  if (!moment || moment === "too_early") return null;
  const [given = null] = await db
    .select({ welcomed: opinions.welcomed, useful: opinions.useful })
    .from(opinions)
    .where(eq(opinions.applicationId, applicationId));
  return {
    given,
    open: moment === "open",
    closesOn: opinionClosesOn(days.lastDay),
  };
}

/** The last day of a placement, and the day it is where it takes place. */
export async function findPlacementDays(
  db: Queryable,
  applicationId: string,
  now: Date,
): Promise<{ lastDay: CalendarDate; today: CalendarDate } | null> {
  const [row] = await db
    .select({ lastDay: internshipWeeks.endsOn, inseeCode: hostSites.inseeCode })
    .from(applicationWeeks)
    .innerJoin(
      internshipWeeks,
      and(
        eq(internshipWeeks.campaignId, applicationWeeks.campaignId),
        eq(internshipWeeks.week, applicationWeeks.week),
      ),
    )
    .innerJoin(offers, eq(offers.id, applicationWeeks.offerId))
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .where(eq(applicationWeeks.applicationId, applicationId))
    .orderBy(desc(internshipWeeks.endsOn))
    .limit(1);
  return row ? { lastDay: row.lastDay, today: localDate(now, timeZoneOf(row)) } : null;
}
