import type { AgreementStatus } from "./agreement.ts";
import type { AgreementContent } from "./content/agreement-content.ts";

/** A host is told who the pupil is because it receives them: once the place is cancelled it knows what it knew before accepting. */
export function hostKnowsPupil(status: AgreementStatus): boolean {
  return status !== "cancelled";
}

/** The content for a host that receives the pupil no more: its own part and the dates, and of the pupil the first name alone. */
export function withoutPupil(content: AgreementContent): AgreementContent {
  const { host, workplaceSupervisor, violencePreventionContact, healthNotice } = content;
  const { startsOn, endsOn, weeks, hoursGrid, activities, lunch } = content;
  return {
    host,
    workplaceSupervisor,
    violencePreventionContact,
    healthNotice,
    startsOn,
    endsOn,
    weeks,
    hoursGrid,
    activities,
    lunch,
    school: { uai: "", name: "", address: "", headName: "", email: "" },
    pupil: { firstName: content.pupil.firstName, lastName: "", birthDate: null, className: "" },
    guardians: [],
    referentTeacher: { name: "", contact: "" },
    objectives: "",
    evaluation: "",
    lodging: "",
    transport: "",
    boardDeliberationOn: null,
  };
}
