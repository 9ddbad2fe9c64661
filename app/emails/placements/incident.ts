import type { Period } from "#app/domain/notifications/compose/period.ts";
import type { Fact } from "#app/emails/email-template.ts";
import { periodText } from "#app/emails/wording.ts";

type Reader = "school" | "guardian";

/** What the host reports during the placement, to the adults who answer for the pupil. */
export interface Incident {
  reader: Reader;
  pupilFirstName: string;
  className: string;
  hostName: string;
  period: Period | null;
  link: string;
}

export const incidentFacts = ({ reader, pupilFirstName, className, hostName, period }: Incident): Fact[] => [
  ["Élève", reader === "school" ? `${pupilFirstName}, ${className}` : pupilFirstName],
  ["Structure d’accueil", hostName],
  ["Dates du stage", period && periodText(period)],
];

const LABELS: Record<Reader, string> = { school: "Voir la journée", guardian: "Voir le suivi" };

export const incidentAction = ({ reader, link }: Incident) => ({ label: LABELS[reader], link });
