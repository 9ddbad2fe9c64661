import { and, desc, eq, inArray, ne, sql, type SQL } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import { hoursGridSchema } from "#app/domain/hours/hours-grid.schema.ts";
import type { Queryable } from "#db/client.ts";
import { agreements, applications, hostOrganisations, hostSites, offers } from "#db/schema/index.ts";
import { LIVE_STATUSES } from "#app/domain/applications/application.ts";
import { listApplicationChanges } from "./application-changes.queries.server.ts";
import { findTakenWeeks } from "#app/domain/applications/applications.store.server.ts";
import { readNotes } from "#app/domain/applications/letters/letter.schema.ts";
import type { LetterNotes } from "#app/domain/applications/letters/letter.ts";
import type { PupilApplication, PupilApplicationDetail } from "./pupil-application.ts";

const MAX_LISTED = 200;

/** All the applications of the pupil in a campaign, drafts included, the latest change first. */
export async function listApplicationsOfPupil(
  db: Queryable,
  actor: Actor,
  campaignId: string,
): Promise<PupilApplication[]> {
  return readApplications(db, actor, eq(applications.campaignId, campaignId));
}

/** One application of the pupil, with its history; null when it is someone else's. */
export async function getApplicationOfPupil(
  db: Queryable,
  actor: Actor,
  applicationId: string,
): Promise<PupilApplicationDetail | null> {
  const [application] = await readApplications(db, actor, eq(applications.id, applicationId));
  if (!application) return null;
  const [more] = await db
    .select({
      motivation: applications.motivation,
      hoursGrid: offers.hoursGrid,
      lunch: offers.lunch,
      accessNote: offers.accessNote,
      supervisorName: offers.supervisorName,
      supervisorContact: offers.supervisorContact,
      addressLine: hostSites.addressLine,
      postcode: hostSites.postcode,
    })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .where(eq(applications.id, application.id));
  if (!more) return null;
  const { motivation, lunch, accessNote, hoursGrid, ...meetingPoint } = more;
  const welcome = application.status === "accepted" || application.status === "confirmed";
  return {
    ...application,
    motivation,
    lunch,
    accessNote,
    hoursGrid: hoursGrid === null ? null : hoursGridSchema.parse(hoursGrid),
    meetingPoint: welcome ? meetingPoint : null,
    changes: await listApplicationChanges(db, application.id),
  };
}

export interface ApplyState {
  /** The pupil's live or confirmed application to this offer. */
  current: { id: string } | null;
  draft: { motivation: string; notes: LetterNotes } | null;
  takenWeeks: number[];
}

/** What the pupil has already done about an offer: a letter begun, an application sent, weeks taken elsewhere. */
export async function getApplyState(
  db: Queryable,
  actor: Actor,
  offer: { id: string; campaignId: string },
): Promise<ApplyState> {
  const rows = await db
    .select({
      id: applications.id,
      status: applications.status,
      motivation: applications.motivation,
      letterNotes: applications.letterNotes,
    })
    .from(applications)
    .where(
      and(
        eq(applications.pupilId, actor.personId),
        eq(applications.offerId, offer.id),
        inArray(applications.status, ["draft", ...LIVE_STATUSES, "confirmed"]),
      ),
    )
    .limit(1);
  const [row] = rows;
  return {
    current: row && row.status !== "draft" ? { id: row.id } : null,
    draft: row?.status === "draft" ? { motivation: row.motivation, notes: readNotes(row.letterNotes) } : null,
    takenWeeks: await findTakenWeeks(db, actor.personId, offer.campaignId),
  };
}

async function readApplications(db: Queryable, actor: Actor, condition: SQL): Promise<PupilApplication[]> {
  const rows = await db
    .select({
      id: applications.id,
      offerId: applications.offerId,
      campaignId: applications.campaignId,
      title: sql<string>`coalesce(${offers.title}, '')`,
      organisation: hostOrganisations.name,
      town: hostSites.town,
      status: applications.status,
      weeks: sql<WeekNumber[]>`array(select w.week::int from application_weeks w
        where w.application_id = ${applications.id} order by w.week)`,
      offerIsOpen: sql<boolean>`${offers.status} = 'published'`,
      deadlineAt: applications.deadlineAt,
      updatedAt: applications.updatedAt,
      agreementId: agreements.id,
      agreementStatus: agreements.status,
    })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .leftJoin(
      agreements,
      and(eq(agreements.applicationId, applications.id), ne(agreements.status, "cancelled")),
    )
    .where(and(eq(applications.pupilId, actor.personId), condition))
    .orderBy(desc(applications.updatedAt), desc(applications.id))
    .limit(MAX_LISTED);
  return rows.map(({ agreementId, agreementStatus, ...row }) => ({
    ...row,
    agreement:
      agreementId === null
        ? null
        : {
            id: agreementId,
            validated: ["teacher_validated", "signing", "signed"].includes(agreementStatus ?? ""),
          },
  }));
}
