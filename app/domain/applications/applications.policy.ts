import { hasRole, organisationsOf, type Actor } from "../accounts/actor.ts";
import type { ApplicationParty } from "./application.ts";

export interface ApplicationOwners {
  pupilId: string;
  organisationId: string;
}

/** In what capacity this person may act on an application; null for everyone else. */
export function partyOf(
  actor: Actor,
  application: ApplicationOwners,
): Exclude<ApplicationParty, "system"> | null {
  if (hasRole(actor, "pupil") && application.pupilId === actor.personId) return "pupil";
  return organisationsOf(actor).includes(application.organisationId) ? "host" : null;
}
