import type { ApplicationStatus } from "#app/domain/applications/application.ts";

/** What a pupil has done with the offers of a list, by id. */
export interface OfferMarks {
  favourites: string[];
  viewed: string[];
  /** Where the last application to the offer stands. */
  applied: Record<string, ApplicationStatus>;
}
