import type { Period } from "#app/domain/notifications/compose/period.ts";
import type { Fact } from "#app/emails/email-template.ts";
import { staffSubject } from "#app/emails/staff-subject.ts";
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

/** A representative, whose telephone shows subjects to others, reads no name. */
export const incidentSubject = (incident: Incident, staff: string, family: string) =>
  incident.reader === "school" ? staffSubject(staff, incident) : `Stage de seconde : ${family}`;

const LABELS: Record<Reader, string> = { school: "Voir la journée", guardian: "Voir le suivi" };

export const incidentAction = ({ reader, link }: Incident) => ({ label: LABELS[reader], link });
