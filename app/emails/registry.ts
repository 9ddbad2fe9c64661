import { accountEmails } from "./accounts/index.ts";
import { agreementEmails } from "./agreements/index.ts";
import { alertEmails } from "./alerts/index.ts";
import { applicationEmails } from "./applications/index.ts";
import { dailyDigest } from "./digest/daily-digest.tsx";
import { foundEmails } from "./found/index.ts";
import { guardianEmails } from "./guardians/index.ts";
import { helpEmails } from "./help/index.ts";
import { hostEmails } from "./hosts/index.ts";
import { offerEmails } from "./offers/index.ts";
import { peopleEmails } from "./people/index.ts";
import { placementEmails } from "./placements/index.ts";
import { pupilEmails } from "./pupils/index.ts";
import { schoolEmails } from "./schools/index.ts";
import type { EmailTemplate } from "./email-template.ts";

/** Every e-mail that the service sends, as each subject lists them. */
export const registry = [
  ...accountEmails,
  ...agreementEmails,
  ...alertEmails,
  ...applicationEmails,
  ...foundEmails,
  ...guardianEmails,
  ...helpEmails,
  ...hostEmails,
  ...offerEmails,
  ...peopleEmails,
  ...placementEmails,
  ...pupilEmails,
  ...schoolEmails,
  dailyDigest(null),
];

export type EmailName = (typeof registry)[number]["name"];

/** Only what is in the registry can be sent: a template that its subject does not list does not compile there. */
export type RegisteredEmail<Props> = EmailTemplate<Props, EmailName>;
