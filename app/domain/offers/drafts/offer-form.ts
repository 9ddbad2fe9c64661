import type { InternshipWeek, WeekNumber } from "../../campaigns/campaign.ts";
import type { HoursGrid } from "../../hours/hours-grid.ts";

/** An offer as pupils will read it, before it is published. */
export interface PreviewedOffer {
  title: string;
  description: string;
  activities: string | null;
  sectorLabel: string;
  challenges: string[];
  organisation: string;
  addressLine: string;
  postcode: string;
  town: string;
  hoursGrid: HoursGrid;
  lunch: string | null;
  accessNote: string | null;
  supervisorName: string | null;
  acceptsBothWeeks: boolean;
  acceptsSingleWeek: boolean;
  seats: Record<WeekNumber, number>;
  weeks: InternshipWeek[];
}
