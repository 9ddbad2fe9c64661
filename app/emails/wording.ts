import type { Period } from "#app/domain/notifications/compose/period.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { deadlineDay, lastDayOf } from "#app/kernel/deadline.ts";
import type { Fact, Greeted, EmailAction } from "./email-template.ts";

export const SERVICE_NAME = "Stage de seconde";

/** Why the recipient gets this e-mail, in the footer. */
export const BECAUSE = {
  pupil: "Vous recevez ce message parce que vous cherchez un stage de seconde sur ce service.",
  host: "Vous recevez ce message parce que votre structure propose un stage de seconde sur ce service.",
  guardian:
    "Vous recevez ce message parce que le lycée nous a donné votre adresse comme responsable légal. Aucun compte n’est nécessaire.",
  searcher: "Vous recevez ce message parce que vous avez créé une alerte sur une recherche de stage.",
  watcher: "Vous recevez ce message parce que vous avez demandé à suivre cette offre.",
  account: "Vous recevez ce message parce que vous avez un compte sur ce service.",
  mailbox:
    "Vous recevez ce message parce que l’annuaire officiel donne cette adresse pour votre établissement.",
  invitedBySchool: "Vous recevez ce message parce que votre établissement vous invite sur ce service.",
  newcomer:
    "Vous recevez ce message parce que votre adresse a été donnée pour créer un compte sur ce service.",
  owner: "Vous recevez ce message parce que votre adresse a été donnée pour un compte sur ce service.",
  invited: "Vous recevez ce message parce que la personne qui exploite ce service vous invite.",
  school: "Vous recevez ce message parce que vous suivez des stages de seconde dans votre établissement.",
};

export const REPLY = "Une question ? Répondez simplement à ce message.";
export const UNSUBSCRIBE = "Ne plus recevoir ce genre de message par e-mail";

/** What surrounds the text of an e-mail. */
export interface EmailFrame {
  firstName: string | null;
  because: string;
  action: EmailAction | null;
  /** Where to refuse such messages, for those that can be refused. */
  unsubscribeLink: string | null;
  /** Whether someone reads the answers to it. */
  canReply: boolean;
}

export function greeting(firstName: string | null): string {
  return firstName ? `Bonjour ${firstName},` : "Bonjour,";
}

/** "du 17 au 28 juin 2027" */
export function periodText({ startsOn, endsOn }: Period): string {
  return frenchPeriod(startsOn, endsOn);
}

/**
 * After "au plus tard le": "12 mars 2027". Days end with those of mainland France, as on every page; this is said to those
 * who live elsewhere.
 */
export function deadlineText(
  instant: Date,
  { timeZone }: Pick<Greeted, "timeZone">,
  { year = true } = {},
): string {
  const day = deadlineDay(instant, { year });
  if (timeZone === "Europe/Paris") return day;
  return lastDayOf(instant) === null ? `${day} (heure de Paris)` : `${day} à minuit (heure de Paris)`;
}

/** Facts in a text part: a line each, or a line above several. */
export function factLines(facts: Fact[]): string {
  return facts
    .flatMap(([term, details]) => {
      if (details === null || details.length === 0) return [];
      return [typeof details === "string" ? `${term} : ${details}` : [`${term} :`, ...details].join("\n")];
    })
    .join("\n");
}

/** A list in a text part. */
export function listLines(items: string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** What a preview says of the offers inside the e-mail. */
export function elsewhere(offers: number): string {
  if (offers === 0) return "D’autres offres sont à chercher près de votre lycée.";
  return offers === 1
    ? "Une offre près de votre lycée a encore une place."
    : `${counted(offers).replace(/^[dt]/, (letter) => letter.toUpperCase())} offres près de votre lycée ont encore une place.`;
}

/** Small numbers in words. */
export function counted(number: number): string {
  return { 2: "deux", 3: "trois" }[number] ?? String(number);
}

/** A text part: paragraphs apart, the action on lines of its own, the foot under a rule. */
export function emailText(paragraphs: (string | false | null)[], frame: EmailFrame): string {
  const { firstName, because, action, unsubscribeLink, canReply } = frame;
  const foot = [
    ["--", SERVICE_NAME, because, ...(canReply ? [REPLY] : [])].join("\n"),
    unsubscribeLink && `${UNSUBSCRIBE} :\n${unsubscribeLink}`,
  ];
  const parts = [...paragraphs, action && `${action.label} :\n${action.link}`, ...foot];
  return [greeting(firstName), ...parts.filter(Boolean)].join("\n\n") + "\n";
}
