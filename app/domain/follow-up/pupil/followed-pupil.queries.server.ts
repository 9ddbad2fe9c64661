import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import {
  agreements,
  applications,
  guardians,
  hostOrganisations,
  hostSites,
  offers,
} from "#db/schema/index.ts";
import type { Actor } from "../../accounts/actor.ts";
import { isLive, type ApplicationChange } from "../../applications/application.ts";
import type { Campaign, WeekNumber } from "../../campaigns/campaign.ts";
import { isAdult } from "../../guardians/informing.ts";
import { listSituationRecords } from "../situations/situations.queries.server.ts";
import { findSitting } from "#app/domain/agreements/find-sitting.server.ts";
import type {
  FollowedAgreement,
  FollowedGuardian,
  FollowedPupilFile,
  FollowedTry,
} from "./followed-pupil.ts";

/** More than a pupil sends in a campaign. */
const MOST_TRIES = 100;
const MOST_GUARDIANS = 10;

interface PupilQuery {
  pupilId: string;
  campaign: Pick<Campaign, "id" | "schoolYear">;
  at: Date;
}

/** A pupil of a class that the reader follows this school year; null for anyone else. */
export async function getFollowedPupil(
  db: Queryable,
  actor: Actor,
  { pupilId, campaign, at }: PupilQuery,
): Promise<FollowedPupilFile | null> {
  const found = await findSitting(db, actor, pupilId, campaign.schoolYear);
  if (!found) return null;
  const { birthDate, classGroupId, className, ...pupil } = found;
  const adult = isAdult(birthDate, parisDate(at));
  const sent = await listTries(db, pupilId, campaign.id);
  return {
    ...pupil,
    classGroup: { id: classGroupId, name: className },
    isAdult: adult,
    tries: sent,
    live: sent.filter(({ status }) => isLive(status)).length,
    situations: await listSituationRecords(db, { pupilId, campaignId: campaign.id }),
    drafts: await countDrafts(db, pupilId, campaign.id),
    agreements: await listAgreements(db, pupilId, campaign.id),
    guardians: adult ? [] : await listGuardians(db, pupilId),
  };
}

/** The letter, and what a draft says, stay between the pupil, the host and the family. */
async function listTries(db: Queryable, pupilId: string, campaignId: string): Promise<FollowedTry[]> {
  const rows = await db
    .select({
      id: applications.id,
      offerTitle: sql<string>`coalesce(${offers.title}, '')`,
      hostName: hostOrganisations.name,
      town: hostSites.town,
      status: applications.status,
      submittedAt: applications.submittedAt,
      deadlineAt: applications.deadlineAt,
      weeks: sql<WeekNumber[]>`array(select w.week::int from application_weeks w
        where w.application_id = ${applications.id} order by w.week)`,
      lastChange: sql<(Omit<ApplicationChange, "at"> & { at: string }) | null>`(
        select json_build_object('from', c.from_status, 'to', c.to_status, 'by', c.actor_role, 'reason', c.reason, 'at', c.changed_at)
        from state_changes c where c.application_id = ${applications.id} order by c.changed_at desc, c.id desc limit 1)`,
    })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .where(
      and(
        eq(applications.pupilId, pupilId),
        eq(applications.campaignId, campaignId),
        ne(applications.status, "draft"),
      ),
    )
    .orderBy(desc(applications.updatedAt), desc(applications.id))
    .limit(MOST_TRIES);
  return rows.flatMap(({ submittedAt, lastChange, ...row }) =>
    submittedAt
      ? [{ ...row, submittedAt, lastChange: lastChange && { ...lastChange, at: new Date(lastChange.at) } }]
      : [],
  );
}

async function countDrafts(db: Queryable, pupilId: string, campaignId: string): Promise<number> {
  const [row] = await db
    .select({ drafts: sql<number>`count(*)::int` })
    .from(applications)
    .where(
      and(
        eq(applications.pupilId, pupilId),
        eq(applications.campaignId, campaignId),
        eq(applications.status, "draft"),
      ),
    );
  return row?.drafts ?? 0;
}

function listAgreements(db: Queryable, pupilId: string, campaignId: string): Promise<FollowedAgreement[]> {
  return db
    .select({
      id: agreements.id,
      status: agreements.status,
      hostName: hostOrganisations.name,
      updatedAt: agreements.updatedAt,
    })
    .from(agreements)
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, agreements.organisationId))
    .where(and(eq(agreements.pupilId, pupilId), eq(agreements.campaignId, campaignId)))
    .orderBy(asc(agreements.createdAt), asc(agreements.id))
    .limit(MOST_TRIES);
}

function listGuardians(db: Queryable, pupilId: string): Promise<FollowedGuardian[]> {
  return db
    .select({ id: guardians.id, name: guardians.name, email: guardians.email, phone: guardians.phone })
    .from(guardians)
    .where(eq(guardians.pupilId, pupilId))
    .orderBy(asc(guardians.name), asc(guardians.id))
    .limit(MOST_GUARDIANS);
}
