import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";

export const OFFER_STATUSES = ["draft", "submitted", "published", "paused", "rejected", "archived"] as const;
export type OfferStatus = (typeof OFFER_STATUSES)[number];
/** What its host does with an offer that was published. */
export type HostOfferAction = "pause" | "resume" | "archive";
/** `hold`: a check keeps it from pupils until someone has approved or rejected it; `correct` opens its form again. */
export type OfferAction = "publish" | "hold" | "approve" | "reject" | "correct" | HostOfferAction;

/** What each action makes of each status; an absent pair is refused. "Filled" is not a status: it is computed from seats. */
export const OFFER_TRANSITIONS: Record<OfferAction, Partial<Record<OfferStatus, OfferStatus>>> = {
  publish: { draft: "published" },
  hold: { draft: "submitted" },
  approve: { submitted: "published" },
  reject: { submitted: "rejected" },
  correct: { submitted: "draft", rejected: "draft" },
  pause: { published: "paused" },
  resume: { paused: "published" },
  archive: { draft: "archived", published: "archived", paused: "archived", rejected: "archived" },
};

export interface Seats {
  week: WeekNumber;
  capacity: number;
  reserved: number;
  taken: number;
}

export function freeSeats({ capacity, reserved, taken }: Seats): number {
  return capacity - reserved - taken;
}

/** Free seats by week, zero where the offer has none. */
export function freeByWeek(seats: readonly Seats[]): Record<WeekNumber, number> {
  const free: Record<WeekNumber, number> = { 1: 0, 2: 0 };
  for (const row of seats) free[row.week] = freeSeats(row);
  return free;
}

export type PeriodChoice = "both" | WeekNumber;

/** The choices of weeks that an offer still takes, the longest first. */
export function openPeriods(
  offer: { acceptsBothWeeks: boolean; acceptsSingleWeek: boolean },
  free: Record<WeekNumber, number>,
): PeriodChoice[] {
  const choices: PeriodChoice[] = [];
  if (offer.acceptsBothWeeks && free[1] > 0 && free[2] > 0) choices.push("both");
  if (offer.acceptsSingleWeek && free[1] > 0) choices.push(1);
  if (offer.acceptsSingleWeek && free[2] > 0) choices.push(2);
  return choices;
}

export function weeksOf(choice: PeriodChoice): WeekNumber[] {
  return choice === "both" ? [1, 2] : [choice];
}

/** The choice that stands for these weeks. */
export function choiceOf(weeks: readonly WeekNumber[]): PeriodChoice {
  const [first] = weeks;
  return weeks.length > 1 || first === undefined ? "both" : first;
}

/** Attributes of the asking pupil's school, on which reserved offers decide. */
export interface Eligibility {
  schoolUai: string;
  priorityEducation: boolean;
  priorityDistrict: boolean;
}
