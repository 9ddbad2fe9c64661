import type { AgreementContent } from "./agreement-content.ts";

/** What remains of an agreement once nobody may be known from it: whose places they were, when, at which hours. */
export function withoutPeople(content: AgreementContent): AgreementContent {
  const { host, school } = content;
  const nobody = { name: "", contact: "" };
  return {
    ...content,
    host: { ...host, signatoryName: "", signatoryTitle: "", signatoryQuality: "" },
    school: { ...school, headName: "" },
    pupil: { firstName: "", lastName: "", birthDate: null, className: "" },
    guardians: [],
    referentTeacher: nobody,
    workplaceSupervisor: null,
    violencePreventionContact: null,
    activities: "",
    objectives: "",
    evaluation: "",
    lodging: "",
    lunch: "",
    transport: "",
  };
}
