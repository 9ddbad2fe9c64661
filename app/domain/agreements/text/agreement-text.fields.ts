import { hasKey } from "#app/kernel/has-key.ts";
import { frenchDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import type { AgreementContent } from "#app/domain/agreements/content/agreement-content.ts";

/** The names that an agreement text may write between double braces, and whether it must. */
export const AGREEMENT_FIELDS = {
  deliberation_date: "optional",
  host_name: "required",
  host_siret: "optional",
  host_address: "optional",
  site_address: "optional",
  host_signatory: "required",
  school_name: "required",
  school_head: "required",
  school_contact: "optional",
  pupil_name: "required",
  pupil_birth_date: "required",
  pupil_class: "required",
  guardians: "required",
  pai: "optional",
  pai_kit: "optional",
  adjustments: "optional",
  referent: "required",
  workplace_supervisor: "optional",
  violence_contact: "optional",
  starts_on: "required",
  ends_on: "required",
  hours_grid: "required",
  objectives: "optional",
  activities: "required",
  evaluation: "optional",
  lodging: "optional",
  lunch: "optional",
  transport: "optional",
  place: "optional",
  date: "optional",
} as const satisfies Record<string, "required" | "optional">;

export type AgreementField = keyof typeof AGREEMENT_FIELDS;

export const REQUIRED_FIELDS = fieldNames().filter((field) => AGREEMENT_FIELDS[field] === "required");

export function isAgreementField(name: string): name is AgreementField {
  return hasKey(AGREEMENT_FIELDS, name);
}

function fieldNames(): AgreementField[] {
  return Object.keys(AGREEMENT_FIELDS).filter(isAgreementField);
}

/** Where and when the paper is signed by hand; left blank on the page when not known. */
export interface SigningPlace {
  place: string | null;
  signedOn: CalendarDate | null;
}

/**
 * What each field reads as. `null` leaves a blank to fill by hand; an empty text writes nothing, for the fields
 * that only complete what the agreement's text says by itself. `hours_grid` is a table, never a text.
 */
export function fieldValues(
  content: AgreementContent,
  signing: SigningPlace,
): Record<AgreementField, string | null> {
  const { host, school, pupil, referentTeacher, workplaceSupervisor } = content;
  const day = (date: CalendarDate | null) => (date === null ? null : frenchDate(date));
  return {
    deliberation_date: day(content.boardDeliberationOn),
    host_name: told(host.name),
    host_siret: told(frenchSiret(host.siret)),
    host_address: told(seatAddress(host)),
    site_address: told(siteAddress(host)),
    host_signatory: told(
      joined([joined([host.signatoryTitle, host.signatoryName], " "), host.signatoryQuality]),
    ),
    school_name: told(school.name),
    school_head: told(school.headName),
    school_contact: told(joined([school.headName, school.name, school.address, school.phone, school.email])),
    pupil_name: told(pupilName(pupil)),
    pupil_birth_date: day(pupil.birthDate),
    pupil_class: told(pupil.className),
    guardians: told(
      joined(
        content.guardians.map(({ name, email, phone }) => joined([name, email, phone])),
        "\n",
      ),
    ),
    pai: content.healthNotice,
    pai_kit: content.healthNotice,
    adjustments: content.healthNotice,
    referent: told(joined([referentTeacher.name, referentTeacher.contact])),
    workplace_supervisor: workplaceSupervisor
      ? told(joined([workplaceSupervisor.name, workplaceSupervisor.contact]))
      : "le ou la signataire de la convention",
    violence_contact: content.violencePreventionContact || "nom donné à l’élève dès son arrivée",
    starts_on: day(content.startsOn),
    ends_on: day(content.endsOn),
    hours_grid: null,
    objectives: content.objectives,
    activities: told(content.activities),
    evaluation: content.evaluation,
    lodging: content.lodging,
    lunch: content.lunch,
    transport: content.transport,
    place: told(signing.place ?? ""),
    date: day(signing.signedOn),
  };
}

/** Where the internship takes place. */
export function siteAddress({ addressLine, postcode, town }: AgreementContent["host"]): string {
  return joined([addressLine, joined([postcode, town], " ")]);
}

/** The registered seat of the party; the place itself in agreements made before seats were kept. */
export function seatAddress(host: AgreementContent["host"]): string {
  const { seat } = host;
  return seat ? joined([seat.addressLine, joined([seat.postcode, seat.town], " ")]) : siteAddress(host);
}

export function pupilName(pupil: AgreementContent["pupil"]): string {
  return joined([pupil.firstName, pupil.lastName], " ");
}

/** "00000000500008" → "000 000 005 00008". */
export function frenchSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, "$1 $2 $3 $4");
}

export function joined(parts: readonly (string | undefined)[], separator = ", "): string {
  return parts.filter((part) => part !== undefined && part !== "").join(separator);
}

function told(text: string): string | null {
  return text === "" ? null : text;
}
