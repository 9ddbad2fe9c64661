import { hasRole, organisationsOf, schoolsOf, type Actor } from "../accounts/actor.ts";
import type { AgreementParty } from "./agreement.ts";

export interface AgreementOwners {
  pupilId: string;
  organisationId: string;
  schoolUai: string;
  /** Form and referent teachers of the pupil's class. */
  teacherIds: readonly string[];
}

/** In what capacity this person reads or changes an agreement; null for everyone else. */
export function partyOf(actor: Actor, agreement: AgreementOwners): AgreementParty | null {
  if (hasRole(actor, "pupil") && agreement.pupilId === actor.personId) return "pupil";
  if (organisationsOf(actor).includes(agreement.organisationId)) return "host";
  if (
    schoolsOf(actor, "teacher").includes(agreement.schoolUai) &&
    agreement.teacherIds.includes(actor.personId)
  )
    return "teacher";
  return schoolsOf(actor, "schoolOffice", "schoolHead").includes(agreement.schoolUai) ? "staff" : null;
}
