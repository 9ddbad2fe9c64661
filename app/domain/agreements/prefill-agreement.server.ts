import { and, asc, eq } from "drizzle-orm";
import { periodOf, type Campaign, type WeekNumber } from "#app/domain/campaigns/campaign.ts";
import { EMPTY_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { hoursGridSchema } from "#app/domain/hours/hours-grid.schema.ts";
import { teachesClass } from "#app/domain/accounts/affiliation-in-force.server.ts";
import { nameOfHead } from "./head/school-head.server.ts";
import { readAgreementLines } from "#app/domain/agreements/school-lines/agreement-lines.queries.server.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Transaction } from "#db/client.ts";
import {
  boardDeliberations,
  classGroups,
  classMembers,
  guardians,
  hostOrganisations,
  hostSites,
  offers,
  persons,
  schools,
} from "#db/schema/index.ts";
import type { AgreementContent } from "./content/agreement-content.ts";
import { HEALTH_NOTICE } from "./content/agreement-content.schema.ts";

export interface AgreementParties {
  organisationId: string;
  schoolUai: string;
  classGroupId: string;
  content: AgreementContent;
}

/** What the host has told so far, by its offer or by its own link. */
export interface HostFacts {
  organisationId: string;
  name: string;
  siret: string;
  signatoryName: string | null;
  signatoryQuality: string | null;
  preventionContact: string | null;
  seatLine: string;
  seatPostcode: string;
  seatTown: string;
  addressLine: string;
  postcode: string;
  town: string;
  hoursGrid: unknown;
  activities: string | null;
  lunch: string | null;
  supervisorName: string | null;
  supervisorContact: string | null;
}

interface Placement {
  campaign: Campaign;
  today: CalendarDate;
  host: HostFacts;
  pupilId: string;
  weeks: WeekNumber[];
}

/** Gathers what the host, the school and the pupil's class already tell. Null when the pupil has no class. */
export async function prefillAgreement(
  tx: Transaction,
  placement: Placement,
): Promise<AgreementParties | null> {
  const { host } = placement;
  const school = await readSchool(tx, placement.pupilId, placement.campaign.schoolYear, placement.today);
  if (!school) return null;
  const { startsOn, endsOn } = periodOf(placement.campaign, placement.weeks);
  const grid = hoursGridSchema.safeParse(host.hoursGrid);
  const content: AgreementContent = {
    host: {
      name: host.name,
      siret: host.siret,
      addressLine: host.addressLine,
      postcode: host.postcode,
      town: host.town,
      seat: { addressLine: host.seatLine, postcode: host.seatPostcode, town: host.seatTown },
      signatoryName: host.signatoryName ?? "",
      signatoryTitle: "",
      signatoryQuality: host.signatoryQuality ?? "",
    },
    ...school.content,
    workplaceSupervisor: host.supervisorName
      ? { name: host.supervisorName, contact: host.supervisorContact ?? "" }
      : null,
    violencePreventionContact: host.preventionContact,
    healthNotice: HEALTH_NOTICE,
    startsOn,
    endsOn,
    weeks: placement.weeks,
    hoursGrid: grid.success ? grid.data : EMPTY_HOURS_GRID,
    activities: host.activities ?? "",
    objectives: "",
    evaluation: "",
    lodging: "",
    lunch: host.lunch ?? "",
    transport: "",
  };
  return {
    organisationId: host.organisationId,
    schoolUai: school.uai,
    classGroupId: school.classGroupId,
    content,
  };
}

/** What the offer and its organisation tell; null for an offer without place yet. */
export async function readOfferHost(tx: Transaction, offerId: string): Promise<HostFacts | null> {
  const [host] = await tx
    .select({
      organisationId: hostOrganisations.id,
      name: hostOrganisations.name,
      siret: hostOrganisations.siret,
      signatoryName: hostOrganisations.signatoryName,
      signatoryQuality: hostOrganisations.signatoryQuality,
      preventionContact: hostOrganisations.preventionContact,
      seatLine: hostOrganisations.addressLine,
      seatPostcode: hostOrganisations.postcode,
      seatTown: hostOrganisations.town,
      addressLine: hostSites.addressLine,
      postcode: hostSites.postcode,
      town: hostSites.town,
      hoursGrid: offers.hoursGrid,
      activities: offers.activities,
      lunch: offers.lunch,
      supervisorName: offers.supervisorName,
      supervisorContact: offers.supervisorContact,
    })
    .from(offers)
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .where(eq(offers.id, offerId));
  return host ?? null;
}

async function readSchool(tx: Transaction, pupilId: string, schoolYear: string, today: CalendarDate) {
  const [row] = await tx
    .select({
      school: schools,
      classGroupId: classGroups.id,
      className: classGroups.name,
      pupil: persons,
      deliberatedOn: boardDeliberations.deliberatedOn,
    })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .innerJoin(schools, eq(schools.uai, classGroups.schoolUai))
    .innerJoin(persons, eq(persons.id, classMembers.personId))
    .leftJoin(
      boardDeliberations,
      and(
        eq(boardDeliberations.schoolUai, schools.uai),
        eq(boardDeliberations.schoolYear, classGroups.schoolYear),
      ),
    )
    .where(
      and(
        eq(classMembers.personId, pupilId),
        eq(classMembers.role, "pupil"),
        eq(classGroups.schoolYear, schoolYear),
      ),
    )
    .limit(1);
  if (!row) return null;
  const { school, pupil } = row;
  const headName = await nameOfHead(tx, school.uai, today);
  const referent = await readReferent(tx, row.classGroupId, today);
  const profile = await readAgreementLines(tx, school.uai);
  const representatives = await tx
    .select()
    .from(guardians)
    .where(eq(guardians.pupilId, pupilId))
    .orderBy(asc(guardians.name))
    .limit(4);
  return {
    uai: school.uai,
    classGroupId: row.classGroupId,
    content: {
      school: {
        uai: school.uai,
        name: school.name,
        address: [school.addressLine, [school.postcode, school.town].filter(Boolean).join(" ")]
          .filter(Boolean)
          .join(", "),
        headName: headName ?? "",
        email: "",
        ...profile,
      },
      pupil: {
        firstName: pupil.firstName,
        lastName: pupil.lastName,
        birthDate: pupil.birthDate,
        className: row.className,
      },
      guardians: representatives.map(({ name, email, phone }) => ({
        name,
        ...(email ? { email } : {}),
        ...(phone ? { phone } : {}),
      })),
      referentTeacher: referent
        ? {
            name: `${referent.firstName} ${referent.lastName}`,
            contact: referent.email ?? profile.email ?? "",
          }
        : { name: "", contact: "" },
      boardDeliberationOn: row.deliberatedOn,
    },
  };
}

async function readReferent(tx: Transaction, classGroupId: string, today: CalendarDate) {
  const [referent] = await tx
    .select({ firstName: persons.firstName, lastName: persons.lastName, email: persons.email })
    .from(classMembers)
    .innerJoin(persons, eq(persons.id, classMembers.personId))
    .where(and(eq(classMembers.classGroupId, classGroupId), teachesClass(today)))
    .orderBy(asc(classMembers.role), asc(persons.id))
    .limit(1);
  return referent ?? null;
}
