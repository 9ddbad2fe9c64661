import { last } from "#app/kernel/last.ts";
import type { Campaign, InternshipWeek, WeekNumber } from "#app/domain/campaigns/campaign.ts";
import { daysBetween, parisDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { lastDayOf } from "#app/kernel/deadline.ts";
import { isLive } from "#app/domain/applications/application.ts";
import { boardOf, type PupilApplication } from "./pupil-application.ts";

/** One thing that the pupil can do now. */
export type NextStep =
  | { kind: "confirm"; application: PupilApplication }
  | { kind: "prepare"; application: PupilApplication; startsOn: CalendarDate }
  | { kind: "finish_draft"; application: PupilApplication }
  | { kind: "look_again"; favourites: number }
  /** Weeks without a place, not even one to confirm, and how many more applications may be sent. */
  | { kind: "apply"; freeWeeks: WeekNumber[]; waiting: number; left: number };

/** A date to keep in mind: a day, or an instant by which something must have happened. */
export type NextDate = { application: PupilApplication | null } & (
  | { kind: "confirm_before" | "answer_by"; at: Date }
  | { kind: "opens" | "first_day" | "last_day"; on: CalendarDate }
);

type CampaignDates = Pick<Campaign, "weeks" | "pupilsOpenOn" | "maxLiveApplications">;

/** Two weeks before the first day is time enough to ask for the way, the hours and the clothes. */
const PREPARE_DAYS = 14;

/** What to do now, the most pressing first: a place that waits is lost if nobody confirms it. */
export function nextSteps(
  applications: readonly PupilApplication[],
  campaign: CampaignDates,
  context: { today: CalendarDate; reopened: number },
): NextStep[] {
  const { toConfirm, waiting, confirmed, drafts } = boardOf(applications);
  const { today, reopened } = context;
  const steps: NextStep[] = toConfirm.map((application) => ({ kind: "confirm", application }));
  for (const application of confirmed) {
    const startsOn = weeksOfApplication(application, campaign.weeks)[0]?.startsOn;
    const days = startsOn ? daysBetween(today, startsOn) : -1;
    if (startsOn && days >= 0 && days <= PREPARE_DAYS) steps.push({ kind: "prepare", application, startsOn });
  }
  if (weeksOutside(confirmed, campaign.weeks).length === 0) return steps;
  for (const application of drafts.filter(({ offerIsOpen }) => offerIsOpen))
    steps.push({ kind: "finish_draft", application });
  if (reopened > 0) steps.push({ kind: "look_again", favourites: reopened });
  const freeWeeks = weeksOutside([...confirmed, ...toConfirm], campaign.weeks);
  const left = campaign.maxLiveApplications - applications.filter(({ status }) => isLive(status)).length;
  if (left > 0 && freeWeeks.length > 0)
    steps.push({ kind: "apply", freeWeeks, waiting: waiting.length, left });
  return steps;
}

/** Weeks that none of these applications is about. */
function weeksOutside(
  applications: readonly PupilApplication[],
  weeks: readonly InternshipWeek[],
): WeekNumber[] {
  const taken = applications.flatMap((application) => application.weeks);
  return weeks.map(({ week }) => week).filter((week) => !taken.includes(week));
}

function weeksOfApplication(
  { weeks }: Pick<PupilApplication, "weeks">,
  all: readonly InternshipWeek[],
): InternshipWeek[] {
  return all.filter(({ week }) => weeks.includes(week));
}

const MOST_DATES = 8;

/** The dates to come, in their order. */
export function nextDates(
  applications: readonly PupilApplication[],
  campaign: CampaignDates,
  today: CalendarDate,
): NextDate[] {
  const dates: NextDate[] = applications.flatMap((application): NextDate[] => {
    const { status, deadlineAt } = application;
    if (status === "confirmed") return placementDates(application, campaign.weeks);
    if (!deadlineAt || !isLive(status)) return [];
    return [{ kind: status === "accepted" ? "confirm_before" : "answer_by", at: deadlineAt, application }];
  });
  dates.push({ kind: "opens", on: campaign.pupilsOpenOn, application: null });
  return dates
    .filter((date) => dayOf(date) >= today && (date.kind !== "opens" || date.on > today))
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
    .slice(0, MOST_DATES);
}

function placementDates(application: PupilApplication, all: readonly InternshipWeek[]): NextDate[] {
  const weeks = weeksOfApplication(application, all);
  const [first] = weeks;
  const latest = last(weeks);
  if (!first || !latest) return [];
  return [
    { kind: "first_day", on: first.startsOn, application },
    { kind: "last_day", on: latest.endsOn, application },
  ];
}

export function dayOf(date: NextDate): CalendarDate {
  return "on" in date ? date.on : (lastDayOf(date.at) ?? parisDate(date.at));
}
