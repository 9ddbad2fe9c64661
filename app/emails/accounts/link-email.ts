import type { Greeted } from "#app/emails/email-template.ts";
import { deadlineText } from "#app/emails/wording.ts";

/** An e-mail that holds a link which opens something once. */
export interface LinkEmail {
  link: string;
  expiresAt: Date;
  /** Of the school that it lets in, for those that let in one. */
  schoolName: string | null;
}

export function onceUntil({ expiresAt, ...greeted }: LinkEmail & Greeted): string {
  return `Ce lien sert une seule fois, jusqu’au ${deadlineText(expiresAt, greeted)}.`;
}

export const NOT_ASKED =
  "Si vous n’avez rien demandé, oubliez ce message : rien ne change pour votre compte.";
