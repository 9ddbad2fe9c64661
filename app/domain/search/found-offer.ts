import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";

/** An offer as a list of results shows it. */
export interface FoundOffer {
  id: string;
  title: string;
  organisation: string;
  town: string;
  /** Code of the département of the town. */
  department: string;
  sectorLabel: string;
  familySlug: string;
  /** The first planned activity, cut short. */
  glimpse: string | null;
  /** Days in which the host usually answers; null while nothing can fairly be said. */
  replyDays: number | null;
  /** Day of Paris. */
  publishedOn: CalendarDate;
  /** Kilometres from the place searched, else from the asker's school; null without either. */
  distanceKm: number | null;
  /** The offer's own point is that of neighbours. */
  approximate: boolean;
  free: Record<WeekNumber, number>;
  acceptsBothWeeks: boolean;
  acceptsSingleWeek: boolean;
  /** Kept for schools among which the asker's. */
  reserved: boolean;
}

export interface SearchPage {
  offers: FoundOffer[];
  /** Every offer that matches, not only this page's. */
  total: number;
  /** Offers on the pages before this one. */
  before: number;
  nextCursor: string | null;
}
