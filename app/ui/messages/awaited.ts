import type { Awaited, AwaitedAct, AwaitedParty } from "#app/domain/agreements/awaited/awaited.ts";
import type { HostField, SchoolField } from "#app/domain/agreements/content/agreement-content.ts";
import { daysBetween, parisDate } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";

const PARTIES: Record<AwaitedParty, string> = {
  pupil: "l’élève",
  host: "la structure d’accueil",
  school: "l’établissement",
  teacher: "l’équipe enseignante",
  signatories: "les signatures",
};

const ACTS: Record<AwaitedAct, string> = {
  first_sign_in: "première connexion",
  first_application: "première candidature",
  new_application: "nouvelle candidature",
  answer: "réponse",
  confirmation: "confirmation de la place",
  part: "sa partie de la convention",
  correction: "correction demandée",
  validation: "validation de la convention",
  signatures: "",
};

/** Short: they are read in a list. */
const FIELDS: Record<HostField | SchoolField, string> = {
  "host.name": "nom de la structure",
  "host.siret": "SIRET",
  "host.addressLine": "adresse du stage",
  "host.postcode": "code postal",
  "host.town": "ville",
  "host.signatoryName": "nom de la personne qui signe",
  "host.signatoryQuality": "fonction de la personne qui signe",
  hoursGrid: "horaires",
  activities: "activités",
  "school.uai": "numéro UAI",
  "school.name": "nom de l’établissement",
  "school.address": "adresse de l’établissement",
  "school.headName": "nom de la direction",
  "school.email": "adresse électronique de l’établissement",
  "pupil.firstName": "prénom de l’élève",
  "pupil.lastName": "nom de l’élève",
  "pupil.birthDate": "date de naissance",
  "pupil.className": "classe",
  guardians: "responsable légal",
  "referentTeacher.name": "nom de la personne qui suit l’élève",
  "referentTeacher.contact": "contact de la personne qui suit l’élève",
};

const MOST_FIELDS = 2;

/** "Attend l’établissement (date de naissance), depuis 16 jours": the one sentence that says whose turn it is. */
export function awaitedText(awaited: Awaited, now: Date): string {
  return `Attend ${turnText(awaited)}, ${sinceText(awaited.since, now)}`;
}

/** "l’établissement (date de naissance)" */
function turnText({ party, act, missing }: Awaited): string {
  const what = act === "part" && missing.length > 0 ? fieldsText(missing) : ACTS[act];
  return what ? `${PARTIES[party]} (${what})` : PARTIES[party];
}

function fieldsText(missing: Awaited["missing"]): string {
  const named = missing.slice(0, MOST_FIELDS).map((field) => FIELDS[field]);
  const others = missing.length - named.length;
  return others > 0 ? `${named.join(", ")} et ${plural(others, "autre")}` : named.join(", ");
}

/** "depuis 16 jours", by days of the calendar. */
export function sinceText(since: Date, now: Date): string {
  const days = Math.max(0, daysBetween(parisDate(since), parisDate(now)));
  if (days === 0) return "depuis aujourd’hui";
  return days === 1 ? "depuis hier" : `depuis ${plural(days, "jour")}`;
}
