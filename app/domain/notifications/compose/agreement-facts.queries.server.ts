import { and, eq, ne } from "drizzle-orm";
import { agreementContentSchema } from "#app/domain/agreements/content/agreement-content.schema.ts";
import type { AgreementStatus } from "#app/domain/agreements/agreement.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import {
  agreements,
  agreementVersions,
  classGroups,
  foundInternships,
  hostOrganisations,
  persons,
  schools,
} from "#db/schema/index.ts";
import type { Period } from "./period.ts";
import { listPerson, type Recipient } from "./recipients.queries.server.ts";

/** What messages about an agreement may say. */
export interface AgreementFacts {
  id: string;
  pupil: Recipient[];
  pupilFirstName: string;
  pupilId: string;
  /** Decides whether representatives are informed; never shown itself. */
  pupilBirthDate: CalendarDate | null;
  classGroupId: string;
  className: string;
  schoolUai: string;
  schoolName: string;
  organisationId: string;
  hostName: string;
  status: AgreementStatus;
  /** Of what was found elsewhere: where its host is written to, and what its link is signed from. */
  found: { id: string; hostEmail: string; linkVersion: number } | null;
  /** What the link to the supervisor is signed from. */
  linkVersion: number;
  /** How to reach whoever looks after the pupil there, as the host wrote it. */
  supervisorContact: string | null;
  period: Period;
}

const contentSchema = agreementContentSchema.pick({
  startsOn: true,
  endsOn: true,
  workplaceSupervisor: true,
});

export async function getAgreementFacts(db: Queryable, agreementId: string): Promise<AgreementFacts | null> {
  const [row] = await db
    .select({
      id: agreements.id,
      pupilId: agreements.pupilId,
      pupilFirstName: persons.firstName,
      pupilBirthDate: persons.birthDate,
      classGroupId: agreements.classGroupId,
      className: classGroups.name,
      schoolUai: agreements.schoolUai,
      schoolName: schools.name,
      organisationId: agreements.organisationId,
      hostName: hostOrganisations.name,
      status: agreements.status,
      linkVersion: agreements.supervisorLinkVersion,
      found: {
        id: foundInternships.id,
        hostEmail: foundInternships.hostEmail,
        linkVersion: foundInternships.linkVersion,
      },
      content: agreementVersions.content,
    })
    .from(agreements)
    .innerJoin(
      agreementVersions,
      and(
        eq(agreementVersions.agreementId, agreements.id),
        eq(agreementVersions.version, agreements.currentVersion),
      ),
    )
    .innerJoin(persons, eq(persons.id, agreements.pupilId))
    .innerJoin(classGroups, eq(classGroups.id, agreements.classGroupId))
    .innerJoin(schools, eq(schools.uai, agreements.schoolUai))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, agreements.organisationId))
    .leftJoin(foundInternships, eq(foundInternships.id, agreements.foundId))
    .where(eq(agreements.id, agreementId));
  if (!row) return null;
  const { content, ...facts } = row;
  const { workplaceSupervisor, ...period } = contentSchema.parse(content);
  return {
    ...facts,
    pupil: await listPerson(db, facts.pupilId),
    supervisorContact: workplaceSupervisor?.contact ?? null,
    period,
  };
}

/** The agreement of a confirmed application, unless it was cancelled. */
export async function findAgreementOf(db: Queryable, applicationId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: agreements.id })
    .from(agreements)
    .where(and(eq(agreements.applicationId, applicationId), ne(agreements.status, "cancelled")));
  return row?.id ?? null;
}
