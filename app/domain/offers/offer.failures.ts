import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Failure } from "#app/kernel/result.ts";
import type { HoursFinding } from "../hours/hours-rules.ts";
import type { Place } from "../reference/place.ts";
import type { OfferStep } from "./drafts/offer-draft.ts";
import type { HoursTypingSlip } from "./offer-hours.ts";
import type { FieldErrors } from "./offer.schema.ts";
import type { OfferStatus } from "./offer.ts";

export type StepCode =
  "siret_taken" | "siret_detached" | "sector_unknown" | "place_unknown" | "place_ambiguous" | "hours_invalid";

/** What stops a step of the form. Codes are told by the pages; messages of the fields come with the schema. */
export interface StepFailure {
  errors: FieldErrors;
  codes: StepCode[];
  hours: HoursFinding[];
  slips: HoursTypingSlip[];
  /** Communes to choose from when the address is not clear. */
  choices: Place[];
}

export type SaveOfferDraftFailure =
  | Failure<"not_found" | "no_campaign" | "already_published" | "too_many_drafts">
  | { code: "to_correct"; failure: StepFailure };

/** `incomplete`: a step no longer holds; the form opens it again and says why. */
export type PublishFailure =
  | Failure<"not_found" | "campaign_over">
  | { code: "hosts_not_open"; opensOn: CalendarDate }
  | { code: "incomplete"; step: OfferStep };

export type LimitFailure = Failure<"not_found"> | { code: "not_possible"; status: OfferStatus };

export type ChangeOfferFailure = LimitFailure | Failure<"campaign_over" | "organisation_detached">;
