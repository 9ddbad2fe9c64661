import { and, asc, eq, sql } from "drizzle-orm";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import {
  CANCEL_REASONS,
  DECLINE_REASONS,
  type ApplicationStatus,
  type CancelReason,
  type DeclineReason,
} from "#app/domain/applications/application.ts";
import type { HoursGrid } from "#app/domain/hours/hours-grid.ts";
import { hoursGridSchema } from "#app/domain/hours/hours-grid.schema.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import {
  applications,
  applicationWeeks,
  hostOrganisations,
  hostSites,
  internshipWeeks,
  offers,
  persons,
  stateChanges,
} from "#db/schema/index.ts";
import type { Period } from "./period.ts";
import { findPupilClass, type PupilClass } from "./pupil-class.queries.server.ts";
import { listPerson, type Recipient } from "./recipients.queries.server.ts";

/** What messages about an application may say. Of the pupil: the first name and the school's town. */
export interface ApplicationFacts {
  id: string;
  status: ApplicationStatus;
  deadlineAt: Date | null;
  pupil: Recipient[];
  pupilFirstName: string;
  pupilId: string;
  /** Decides whether representatives are informed; never shown itself. */
  pupilBirthDate: CalendarDate | null;
  pupilClass: PupilClass | null;
  campaignId: string;
  offerId: string;
  offerTitle: string;
  organisationId: string;
  hostName: string;
  place: { addressLine: string; postcode: string; town: string };
  weeks: WeekNumber[];
  period: Period | null;
  hours: HoursGrid | null;
  lunch: string | null;
  accessNote: string | null;
  supervisorName: string | null;
  declineReason: DeclineReason | null;
  cancelReason: CancelReason | null;
  /** The pupil had confirmed it, whatever became of it. */
  wasConfirmed: boolean;
}

export async function getApplicationFacts(
  db: Queryable,
  applicationId: string,
): Promise<ApplicationFacts | null> {
  const [row] = await db
    .select({
      application: applications,
      offer: offers,
      organisation: { id: hostOrganisations.id, name: hostOrganisations.name },
      place: { addressLine: hostSites.addressLine, postcode: hostSites.postcode, town: hostSites.town },
      pupilFirstName: persons.firstName,
      pupilBirthDate: persons.birthDate,
    })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .innerJoin(persons, eq(persons.id, applications.pupilId))
    .where(eq(applications.id, applicationId));
  if (!row) return null;
  const { application, offer, organisation, place, pupilFirstName, pupilBirthDate } = row;
  return {
    id: applicationId,
    status: application.status,
    deadlineAt: application.deadlineAt,
    pupil: await listPerson(db, application.pupilId),
    pupilFirstName,
    pupilBirthDate,
    pupilId: application.pupilId,
    pupilClass: await findPupilClass(db, application.pupilId, application.campaignId),
    campaignId: application.campaignId,
    offerId: offer.id,
    offerTitle: offer.title ?? "",
    organisationId: organisation.id,
    hostName: organisation.name,
    place,
    ...(await readWeeks(db, applicationId)),
    hours: offer.hoursGrid === null ? null : hoursGridSchema.parse(offer.hoursGrid),
    lunch: offer.lunch,
    accessNote: offer.accessNote,
    supervisorName: offer.supervisorName,
    ...(await readHistory(db, applicationId)),
  };
}

async function readHistory(
  db: Queryable,
  applicationId: string,
): Promise<Pick<ApplicationFacts, "declineReason" | "cancelReason" | "wasConfirmed">> {
  const changes = await db
    .select({ to: stateChanges.toStatus, reason: stateChanges.reason })
    .from(stateChanges)
    .where(eq(stateChanges.applicationId, applicationId))
    .orderBy(asc(stateChanges.changedAt), asc(stateChanges.id));
  const refusal = changes.findLast(({ to }) => to === "declined")?.reason;
  const cancellation = changes.findLast(({ to }) => to === "cancelled")?.reason;
  return {
    declineReason: DECLINE_REASONS.find((reason) => reason === refusal) ?? null,
    cancelReason: CANCEL_REASONS.find((reason) => reason === cancellation) ?? null,
    wasConfirmed: changes.some(({ to }) => to === "confirmed"),
  };
}

/** The weeks of an application; two weeks follow each other and read as one period. */
async function readWeeks(
  db: Queryable,
  applicationId: string,
): Promise<Pick<ApplicationFacts, "weeks" | "period">> {
  const rows = await db
    .select({
      week: sql<WeekNumber>`${internshipWeeks.week}`,
      startsOn: internshipWeeks.startsOn,
      endsOn: internshipWeeks.endsOn,
    })
    .from(applicationWeeks)
    .innerJoin(
      internshipWeeks,
      and(
        eq(internshipWeeks.campaignId, applicationWeeks.campaignId),
        eq(internshipWeeks.week, applicationWeeks.week),
      ),
    )
    .where(eq(applicationWeeks.applicationId, applicationId))
    .orderBy(asc(internshipWeeks.week));
  const [first] = rows;
  const last = rows.at(-1);
  return {
    weeks: rows.map(({ week }) => week),
    period: first && last ? { startsOn: first.startsOn, endsOn: last.endsOn } : null,
  };
}

/** What one confirmation did to the pupil's applications at one host: it is told of all of it at once. */
export interface TogetherFacts {
  /** Those released at that instant, the first one telling of all. */
  released: { id: string; offerTitle: string }[];
  /** The place that was confirmed then is at this host. */
  confirmedHere: boolean;
}

/** Of an application that was just confirmed or released. */
export async function readTogether(
  db: Queryable,
  { id, pupilId, organisationId }: Pick<ApplicationFacts, "id" | "pupilId" | "organisationId">,
): Promise<TogetherFacts> {
  const rows = await db.execute<{ id: string; offerTitle: string; to: "confirmed" | "released" }>(sql`
    select a.id, coalesce(o.title, '') as "offerTitle", c.to_status as to
    from applications a
    join offers o on o.id = a.offer_id
    join state_changes c on c.application_id = a.id and c.to_status in ('confirmed', 'released')
    where a.pupil_id = ${pupilId} and o.organisation_id = ${organisationId} and c.changed_at = (
      select max(s.changed_at) from state_changes s where s.application_id = ${id} and s.to_status in ('confirmed', 'released')
    )
    order by a.id`);
  return {
    released: rows
      .filter(({ to }) => to === "released")
      .map(({ id: released, offerTitle }) => ({ id: released, offerTitle })),
    confirmedHere: rows.some(({ to }) => to === "confirmed"),
  };
}
