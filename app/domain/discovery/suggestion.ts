import type { HostHabits } from "#app/domain/hosts/host-habits.ts";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import type { FoundOffer } from "#app/domain/search/found-offer.ts";
import type { InterestKind } from "./interests.ts";

/** Why an offer is suggested: each is true, and the page tells it in a sentence. */
export type Reason =
  | { code: "discovery"; family: string }
  | { code: InterestKind; family: string }
  | { code: "answers"; medianDays: number }
  | { code: "near"; km: number; approximate: boolean }
  | { code: "seats"; seats: number; week: WeekNumber };

export interface Suggestion {
  offer: FoundOffer;
  reasons: Reason[];
}

/** Families are told by their labels. */
interface Told {
  offer: FoundOffer;
  family: string;
  discovery: boolean;
  interest: InterestKind | undefined;
  habits: HostHabits | null;
  /** Weeks that the pupil still looks for. */
  weeks: readonly WeekNumber[];
}

const NEAR_KM = 5;
const OFTEN = 2 / 3;
const SOON_DAYS = 7;
const MANY_SEATS = 3;
const MOST_REASONS = 2;

/** What brings the offer there, and what speaks most for it; the distance when nothing else does. */
export function reasonsFor(told: Told): Reason[] {
  const { offer, family, discovery, interest, habits, weeks } = told;
  const reasons: Reason[] = [];
  const near: Reason[] =
    offer.distanceKm === null ? [] : [{ code: "near", km: offer.distanceKm, approximate: offer.approximate }];
  if (discovery) reasons.push({ code: "discovery", family });
  else if (interest) reasons.push({ code: interest, family });
  if (habits && answersOften(habits)) reasons.push({ code: "answers", medianDays: habits.medianDays });
  if (offer.distanceKm !== null && offer.distanceKm <= NEAR_KM) reasons.push(...near);
  const roomy = weeks.find((week) => offer.free[week] >= MANY_SEATS && takesWeek(offer, weeks));
  if (roomy) reasons.push({ code: "seats", seats: offer.free[roomy], week: roomy });
  return reasons.length > 0 ? reasons.slice(0, MOST_REASONS) : near;
}

function answersOften(habits: HostHabits): habits is HostHabits & { medianDays: number } {
  const { answered, decided, medianDays } = habits;
  return medianDays !== null && medianDays <= SOON_DAYS && answered >= decided * OFTEN;
}

/** Seats of one week are told when that week can be had. */
function takesWeek({ acceptsSingleWeek, free }: FoundOffer, weeks: readonly WeekNumber[]): boolean {
  return acceptsSingleWeek || weeks.every((week) => free[week] > 0);
}
