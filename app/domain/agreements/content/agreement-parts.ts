import { isCalendarDate } from "#app/kernel/calendar-date.ts";
import type { HoursGrid } from "../../hours/hours-grid.ts";
import type { HostPartForm, SchoolPartForm } from "#app/domain/agreements/agreement.schema.ts";
import { GUARDIAN_ROWS } from "./agreement-form.ts";
import type { AgreementContent } from "./agreement-content.ts";

/** What the host writes in an agreement. */
export type HostPart = Pick<
  AgreementContent,
  "workplaceSupervisor" | "violencePreventionContact" | "hoursGrid" | "activities" | "lunch"
> & {
  signatoryName: string;
  signatoryQuality: string;
};

/** What the school writes in an agreement. */
export type SchoolPart = Pick<
  AgreementContent,
  "guardians" | "referentTeacher" | "objectives" | "transport" | "boardDeliberationOn"
> & {
  headName: string;
  birthDate: string | null;
};

export function hostPartOf(form: HostPartForm, hoursGrid: HoursGrid): HostPart {
  const { supervisorName, supervisorContact, preventionContact } = form;
  return {
    signatoryName: form.signatoryName,
    signatoryQuality: form.signatoryQuality,
    workplaceSupervisor: supervisorName ? { name: supervisorName, contact: supervisorContact } : null,
    violencePreventionContact: preventionContact || null,
    activities: form.activities,
    lunch: form.lunch,
    hoursGrid,
  };
}

/** The part as its form shows it. */
export function hostFormOf({ host, ...content }: AgreementContent): Omit<HostPartForm, "contentHash"> {
  return {
    signatoryName: host.signatoryName,
    signatoryQuality: host.signatoryQuality,
    supervisorName: content.workplaceSupervisor?.name ?? "",
    supervisorContact: content.workplaceSupervisor?.contact ?? "",
    preventionContact: content.violencePreventionContact ?? "",
    activities: content.activities,
    lunch: content.lunch,
  };
}

export function schoolPartOf(form: SchoolPartForm): SchoolPart {
  const guardians = GUARDIAN_ROWS.flatMap((row) => {
    const [name, email, phone] = [
      form[`guardian${row}Name`],
      form[`guardian${row}Email`],
      form[`guardian${row}Phone`],
    ];
    return name ? [{ name, ...(email ? { email } : {}), ...(phone ? { phone } : {}) }] : [];
  });
  return {
    headName: form.headName,
    birthDate: form.birthDate,
    referentTeacher: { name: form.referentName, contact: form.referentContact },
    guardians,
    objectives: form.objectives,
    transport: form.transport,
    boardDeliberationOn: form.boardDeliberationOn ?? null,
  };
}

/** The part as its form shows it; two representatives are enough, one signature is asked for. */
export function schoolFormOf(content: AgreementContent): Record<string, string> {
  const [first, second] = content.guardians;
  return {
    headName: content.school.headName,
    referentName: content.referentTeacher.name,
    referentContact: content.referentTeacher.contact,
    birthDate:
      content.pupil.birthDate && isCalendarDate(content.pupil.birthDate) ? content.pupil.birthDate : "",
    guardian1Name: first?.name ?? "",
    guardian1Email: first?.email ?? "",
    guardian1Phone: first?.phone ?? "",
    guardian2Name: second?.name ?? "",
    guardian2Email: second?.email ?? "",
    guardian2Phone: second?.phone ?? "",
    objectives: content.objectives,
    transport: content.transport,
    boardDeliberationOn: content.boardDeliberationOn ?? "",
  };
}
