import type { Period } from "#app/domain/notifications/application-facts.queries.server.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";

export const SERVICE_NAME = "Stage de seconde";

/** Why the recipient gets this letter, told at its foot. */
export const BECAUSE = {
  pupil: "Vous recevez ce message parce que vous cherchez un stage de seconde sur ce service.",
  host: "Vous recevez ce message parce que votre structure propose un stage de seconde sur ce service.",
  guardian:
    "Vous recevez ce message parce que le lycée nous a donné votre adresse comme responsable légal. Aucun compte n’est nécessaire.",
  school: "Vous recevez ce message parce que vous suivez des stages de seconde dans votre établissement.",
};

export function greeting(firstName: string | null): string {
  return firstName ? `Bonjour ${firstName},` : "Bonjour,";
}

/** "du 17 au 28 juin 2027" */
export function periodText({ startsOn, endsOn }: Period): string {
  return frenchPeriod(startsOn, endsOn);
}

/** A text part: paragraphs apart, the action on lines of its own, the foot under a rule. */
export function letter(
  firstName: string | null,
  paragraphs: (string | false | null)[],
  because: string,
): string {
  const body = paragraphs.filter((paragraph) => paragraph !== false && paragraph !== null);
  return [greeting(firstName), ...body, `--\n${SERVICE_NAME}\n${because}`].join("\n\n") + "\n";
}

/** The one thing to do, in a text part. */
export function action(label: string, link: string): string {
  return `${label} :\n${link}`;
}
