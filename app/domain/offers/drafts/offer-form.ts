import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { InternshipWeek, WeekNumber } from "../../campaigns/campaign.ts";
import type { HoursGrid } from "../../hours/hours-grid.ts";
import type { HoursFinding } from "../../hours/hours-rules.ts";
import type { Place } from "../../reference/place.ts";
import type { OfferStatus } from "#app/domain/offers/offer.ts";
import type { OfferStep } from "./offer-draft.ts";
import type { HoursTypingSlip } from "#app/domain/offers/offer-hours.ts";
import type { FieldErrors } from "#app/domain/offers/offer.schema.ts";

export type StepCode =
  "siret_taken" | "sector_unknown" | "place_unknown" | "place_ambiguous" | "hours_invalid";

/** What stops a step. Codes are told by the pages; messages of the fields come with the schema. */
export interface StepFailure {
  errors: FieldErrors;
  codes: StepCode[];
  hours: HoursFinding[];
  slips: HoursTypingSlip[];
  /** Communes to choose from when the address is not clear. */
  choices: Place[];
}

export type PublishFailure =
  | { code: "not_found" }
  | { code: "campaign_over" }
  | { code: "hosts_not_open"; opensOn: CalendarDate }
  /** A step no longer holds: the form opens it again and says why. */
  | { code: "incomplete"; step: OfferStep };

export type ChangeOfferFailure =
  { code: "not_found" } | { code: "campaign_over" } | { code: "not_possible"; status: OfferStatus };

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
