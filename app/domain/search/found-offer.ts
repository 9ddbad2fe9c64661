import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";

/** An offer as a list of results shows it. */
export interface FoundOffer {
  id: string;
  title: string;
  organisation: string;
  town: string;
  sectorLabel: string;
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
  nextCursor: string | null;
}
