import type { Failure } from "#app/kernel/result.ts";
import type { CampaignEffect } from "./campaign-settings.ts";

export type SaveCampaignFailure =
  /** `year_taken`: another campaign is that of this school year. `over`: its last day has passed, or would have. */
  | Failure<"not_found" | "year_taken" | "over" | "changed_since">
  /** The school year may not change any more: offers, applications or classes depend on it. */
  | { code: "year_in_use"; offers: number }
  /** The days may not move any more under those who have a place. */
  | { code: "weeks_hold_placements"; placements: number }
  /** What the change does has not been read, or is not what was read. */
  | { code: "effects_unseen"; effects: CampaignEffect[] };
