import type {
  Contact,
  ContactParty,
  ContactState,
  ContactWay,
  SaveContactFailure,
} from "#app/domain/follow-up/log/log-entry.ts";
import { frenchDate } from "#app/kernel/calendar-date.ts";
import type { FailureBut } from "#app/kernel/result.ts";

export const CONTACT_WAY_LABELS: Record<ContactWay, string> = {
  call: "Appel",
  video: "Visioconférence",
  visit: "Visite ou rendez-vous",
  message: "Message",
};

export const CONTACT_PARTY_LABELS: Record<ContactParty, string> = {
  pupil: "L’élève",
  family: "La famille",
  host: "La structure d’accueil",
};

const WITH: Record<ContactParty, string> = {
  pupil: "avec l’élève",
  family: "avec la famille",
  host: "avec la structure d’accueil",
};

export const CONTACT_STATE_LABELS: Record<ContactState, string> = {
  held: "Il a eu lieu",
  planned: "Il est prévu",
  missed: "Il n’a pas abouti (pas de réponse, absence)",
};

/** "Appel avec la famille, le 4 mars 2027 à 14 h 30" */
export function contactText({ way, party, onDay, atTime }: Contact): string {
  const hour = atTime ? ` à ${hourText(atTime)}` : "";
  return `${CONTACT_WAY_LABELS[way]} ${WITH[party]}, le ${frenchDate(onDay)}${hour}`;
}

/** What a calendar shows: "Appel : Camille (la famille)" */
export function slotTitle(slot: { way: ContactWay; party: ContactParty; firstName: string }): string {
  const { way, party, firstName } = slot;
  return `${CONTACT_WAY_LABELS[way]} : ${firstName}${party === "pupil" ? "" : ` (${WITH[party]})`}`;
}

function hourText(time: string): string {
  const [hour = "", minute = ""] = time.split(":");
  return minute === "00" ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`;
}

const FAILURES: Record<FailureBut<SaveContactFailure, "not_found">["code"], string> = {
  not_yet: "Ce jour n’est pas encore là. Pour un rendez-vous à venir, choisissez « Il est prévu ».",
  past: "Ce jour est passé. Pour un échange déjà fait, choisissez « Il a eu lieu ».",
  too_far: "Choisissez un jour à moins d’un an d’aujourd’hui.",
};

export function contactFailure({ code }: FailureBut<SaveContactFailure, "not_found">) {
  return { message: FAILURES[code], field: "onDay" };
}
