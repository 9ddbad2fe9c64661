import { and, asc, eq, sql, type SQL } from "drizzle-orm";
import { affiliationInForce } from "#app/domain/accounts/affiliation-in-force.server.ts";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { isTimeToDecide } from "#app/domain/follow-up/board/own-to-do.ts";
import { newEvent, recordEvents } from "#app/domain/outbox/record-event.server.ts";
import { isSchoolDay } from "#app/domain/reference/school-days.ts";
import { schoolHeadDigest } from "#app/domain/schools/events.ts";
import { parisDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { groupBy } from "#app/kernel/group-by.ts";
import { localDate, localHour } from "#app/kernel/local-time.ts";
import { timeZoneOf } from "#app/kernel/time-zones.ts";
import type { Queryable } from "#db/client.ts";
import { affiliations, headDigests, schools } from "#db/schema/index.ts";
import type { UseCaseContext } from "../../use-case.ts";

const MORNING_HOUR = 7;
/** A digest that nobody could plan until then waits for the next morning. */
const NOON_HOUR = 12;
const AT_ONCE = 200;
/** After the messages that someone has just caused. */
const AFTER_ANSWERS = 10;
/** More than the schools of the country. */
const MOST_SCHOOLS = 10_000;

/**
 * Records the morning's digest of the heads of each school where it is seven o'clock of a school day and something waits. The
 * day is claimed on the row of the school, in the transaction of its event: one digest a day, run twice, by several machines
 * at once, or wherever the process dies. Gives how many schools were planned.
 */
export async function planHeadDigests({ db, clock }: UseCaseContext, limit = AT_ONCE): Promise<number> {
  const now = clock.now();
  const campaign = await getCurrentCampaign(db, now);
  if (!campaign) return 0;
  const due = await listDueSchools(db, campaign, now);
  let planned = 0;
  for (const [onDay, same] of groupBy(due, (school) => school.onDay))
    for (let from = 0; from < same.length; from += limit) {
      const uais = same.slice(from, from + limit).map(({ uai }) => uai);
      planned += await planDay({ db, clock }, uais, onDay);
    }
  return planned;
}

async function planDay(
  { db, clock }: UseCaseContext,
  uais: readonly string[],
  onDay: CalendarDate,
): Promise<number> {
  return db.transaction(async (tx) => {
    const claimed = await tx
      .insert(headDigests)
      .values(uais.map((schoolUai) => ({ schoolUai, plannedOn: onDay })))
      .onConflictDoUpdate({
        target: headDigests.schoolUai,
        set: { plannedOn: onDay },
        setWhere: sql`${headDigests.plannedOn} < ${onDay}::date`,
      })
      .returning({ schoolUai: headDigests.schoolUai });
    const events = claimed.map(({ schoolUai }) => newEvent(schoolHeadDigest, { schoolUai, onDay }));
    await recordEvents(tx, events, clock.now(), { priority: AFTER_ANSWERS });
    return claimed.length;
  });
}

/** In one order, so that two planners never wait for each other crosswise. */
async function listDueSchools(
  db: Queryable,
  campaign: Campaign,
  now: Date,
): Promise<{ uai: string; onDay: CalendarDate }[]> {
  const { uai, inseeCode, departmentCode, postcode } = schools;
  const rows = await db
    .selectDistinct({ uai, inseeCode, departmentCode, postcode, plannedOn: headDigests.plannedOn })
    .from(schools)
    .innerJoin(
      affiliations,
      and(
        eq(affiliations.schoolUai, schools.uai),
        eq(affiliations.role, "schoolHead"),
        affiliationInForce(parisDate(now)),
      ),
    )
    .leftJoin(headDigests, eq(headDigests.schoolUai, schools.uai))
    .where(mayWait(campaign, now))
    .orderBy(asc(schools.uai))
    .limit(MOST_SCHOOLS);
  return rows.flatMap(({ plannedOn, ...school }) => {
    const timeZone = timeZoneOf(school);
    const [onDay, hour] = [localDate(now, timeZone), localHour(now, timeZone)];
    const isMorning = hour >= MORNING_HOUR && hour < NOON_HOUR;
    if (!isMorning || !isSchoolDay(onDay, school.departmentCode ?? "")) return [];
    return plannedOn !== null && plannedOn >= onDay ? [] : [{ uai: school.uai, onDay }];
  });
}

/** Whether anything can wait at a school: its figures are counted when the digest is written. */
function mayWait(campaign: Campaign, now: Date): SQL | undefined {
  if (isTimeToDecide(now, campaign.startsOn)) return undefined;
  return sql`(exists (select 1 from agreements g join class_groups c on c.id = g.class_group_id
      where c.school_uai = ${schools.uai} and g.campaign_id = ${campaign.id} and g.status not in ('signed', 'cancelled'))
    or exists (select 1 from applications a join class_members m on m.person_id = a.pupil_id and m.role = 'pupil'
      join class_groups c on c.id = m.class_group_id and c.school_year = ${campaign.schoolYear}
      where c.school_uai = ${schools.uai} and a.campaign_id = ${campaign.id} and a.status = 'cancelled')
    or exists (select 1 from help_requests h join class_members m on m.person_id = h.pupil_id and m.role = 'pupil'
      join class_groups c on c.id = m.class_group_id and c.school_year = ${campaign.schoolYear}
      where c.school_uai = ${schools.uai} and h.campaign_id = ${campaign.id} and h.waiting_since is not null))`;
}
