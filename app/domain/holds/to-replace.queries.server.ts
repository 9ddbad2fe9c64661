import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { followedPupils } from "#app/domain/agreements/agreements.scope.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { CANCEL_REASONS } from "#app/domain/applications/application.ts";
import type { Campaign, WeekNumber } from "#app/domain/campaigns/campaign.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { groupBy } from "#app/kernel/group-by.ts";
import type { Queryable } from "#db/client.ts";
import {
  classGroups,
  classMembers,
  guardians,
  hostOrganisations,
  hostSites,
  offers,
  seatHolds,
} from "#db/schema/index.ts";
import type { HeldSeat, ToReplace } from "./hold.ts";

const MOST = 200;

/** A placement that failed, with what is needed to look for another. */
export interface FailedPlacement extends Record<string, unknown> {
  applicationId: string;
  pupilId: string;
  pupilName: string;
  className: string;
  classGroupId: string;
  schoolUai: string;
  campaignId: string;
  offerId: string;
  organisationId: string;
  familySlug: string;
  latitude: number;
  longitude: number;
  weeks: WeekNumber[];
  cancelledAt: Date | string;
  reason: string | null;
  offerTitle: string;
  hostName: string;
  hostContact: string | null;
}

/**
 * Pupils of the classes that this person follows whose host took back what it gave, and who hold no place for one of these
 * weeks: the last such placement of each. With an application, that one alone.
 */
export async function findFailedPlacements(
  db: Queryable,
  actor: Actor,
  { id, schoolYear }: Pick<Campaign, "id" | "schoolYear">,
  applicationId?: string,
): Promise<FailedPlacement[]> {
  const followed = db
    .select({ id: classMembers.personId })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .where(
      and(eq(classGroups.schoolYear, schoolYear), eq(classMembers.role, "pupil"), followedPupils(db, actor)),
    );
  const rows = await db.execute<FailedPlacement>(sql`
    select * from (
      select distinct on (a.pupil_id) a.id as "applicationId", a.pupil_id as "pupilId", p.last_name || ' ' || p.first_name as "pupilName",
        g.name as "className", g.id as "classGroupId", g.school_uai as "schoolUai", a.campaign_id as "campaignId", a.offer_id as "offerId",
        o.organisation_id as "organisationId", c.family_slug as "familySlug", t.latitude, t.longitude, left_weeks.weeks,
        gone.changed_at as "cancelledAt", gone.reason, coalesce(o.title, '') as "offerTitle", h.name as "hostName",
        nullif(concat_ws(', ', o.supervisor_name, o.supervisor_contact), '') as "hostContact"
      from class_members m
      join class_groups g on g.id = m.class_group_id and m.role = 'pupil'
      join applications a on a.pupil_id = m.person_id and a.campaign_id = ${id} and a.status = 'cancelled'
      join persons p on p.id = a.pupil_id and p.erased_at is null
      join offers o on o.id = a.offer_id
      join host_organisations h on h.id = o.organisation_id
      join host_sites t on t.id = o.site_id
      join sectors c on c.code = o.sector_code
      join lateral (select array_agg(w.week::int order by w.week) as weeks from application_weeks w where w.application_id = a.id
        and not exists (select from application_weeks k where k.pupil_id = a.pupil_id and k.campaign_id = a.campaign_id
          and k.week = w.week and k.state = 'taken')) left_weeks on left_weeks.weeks is not null
      join lateral (select s.changed_at, s.reason from state_changes s where s.application_id = a.id and s.to_status = 'cancelled'
        order by s.changed_at desc limit 1) gone on true
      where g.school_year = ${schoolYear} and m.person_id in (${followed}) ${applicationId === undefined ? sql`` : sql`and a.id = ${applicationId}`}
      order by a.pupil_id, gone.changed_at desc, a.id
    ) failed order by "cancelledAt", "applicationId" limit ${MOST}`);
  return [...rows];
}

/** Those to find a place for, the longest waiting first, with the numbers to call and the seats kept for them. */
export async function listToReplace(
  db: Queryable,
  actor: Actor,
  campaign: Pick<Campaign, "id" | "schoolYear">,
): Promise<ToReplace[]> {
  const failed = await findFailedPlacements(db, actor, campaign);
  if (failed.length === 0) return [];
  const pupilIds = failed.map(({ pupilId }) => pupilId);
  const family = await db
    .select({
      pupilId: guardians.pupilId,
      name: guardians.name,
      phone: guardians.phone,
      email: guardians.email,
    })
    .from(guardians)
    .where(inArray(guardians.pupilId, pupilIds))
    .orderBy(asc(guardians.name));
  const held = await listHeld(db, pupilIds);
  return failed.map((one) => ({
    applicationId: one.applicationId,
    pupilId: one.pupilId,
    pupilName: one.pupilName,
    className: one.className,
    classGroupId: one.classGroupId,
    weeks: one.weeks,
    since: parisDate(new Date(one.cancelledAt)),
    reason: CANCEL_REASONS.find((reason) => reason === one.reason) ?? null,
    offerTitle: one.offerTitle,
    hostName: one.hostName,
    hostContact: one.hostContact,
    family: family
      .filter(({ pupilId }) => pupilId === one.pupilId)
      .map(({ name, phone, email }) => ({ name, phone, email })),
    held: held.filter(({ pupilId }) => pupilId === one.pupilId),
  }));
}

/** The seats kept for one pupil, for the pupil. */
export async function listOwnHolds(db: Queryable, actor: Actor): Promise<HeldSeat[]> {
  return listHeld(db, [actor.personId]);
}

async function listHeld(
  db: Queryable,
  pupilIds: readonly string[],
): Promise<(HeldSeat & { pupilId: string })[]> {
  const rows = await db
    .select({
      id: seatHolds.id,
      pupilId: seatHolds.pupilId,
      offerId: seatHolds.offerId,
      title: sql<string>`coalesce(${offers.title}, '')`,
      hostName: hostOrganisations.name,
      town: hostSites.town,
      week: seatHolds.week,
      expiresAt: seatHolds.expiresAt,
    })
    .from(seatHolds)
    .innerJoin(offers, eq(offers.id, seatHolds.offerId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .where(and(inArray(seatHolds.pupilId, [...pupilIds]), isNull(seatHolds.endedAt)))
    .orderBy(asc(seatHolds.heldAt), asc(seatHolds.id), asc(seatHolds.week));
  return [...groupBy(rows, ({ id }) => id).values()].flatMap((weeks) => {
    const [first] = weeks;
    if (!first) return [];
    const { week: _week, ...hold } = first;
    return [{ ...hold, weeks: weeks.map(({ week }) => week) }];
  });
}
