import type { HoursGrid } from "#app/domain/hours/hours-grid.ts";
import type { Period } from "#app/domain/notifications/compose/period.ts";
import { stayFacts } from "#app/emails/hours-text.ts";
import type { Fact } from "#app/emails/email-template.ts";

/** Where, when and with whom: what a pupil needs to go there. */
export interface PlacementSheet {
  offerTitle: string;
  hostName: string;
  /** Street, postcode and town. */
  address: string;
  period: Period | null;
  hours: HoursGrid | null;
  supervisorName: string | null;
  lunch: string | null;
  accessNote: string | null;
}

export const placementFacts = ({ period, hours, ...sheet }: PlacementSheet): Fact[] => [
  ["Stage", sheet.offerTitle],
  ["Employeur", sheet.hostName],
  ["Adresse", sheet.address],
  ...stayFacts(period, hours),
  ["Qui vous accompagne", sheet.supervisorName],
  ["Repas du midi", sheet.lunch],
  ["Pour venir", sheet.accessNote],
];
