import { addDays, frenchDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import {
  defaultWeeks,
  referenceWindow,
  type Campaign,
  type CampaignStatus,
  type InternshipWeek,
} from "./campaign.ts";

/** What an administrator sets of a campaign. */
export interface CampaignSettings extends Omit<Campaign, "id"> {
  status: CampaignStatus;
  /** Where the dates come from: a circular, a decision. */
  source: string;
}

/** What stands on a campaign already. */
export interface CampaignUses {
  /** Published or paused. */
  offers: number;
  /** Applications that wait for their host. */
  awaitingHost: number;
  /** Applications that were accepted and wait for their pupil. */
  awaitingPupil: number;
  /** Confirmed. */
  placements: number;
  /** Pupils with more live applications than the new maximum. */
  pupilsAboveMax: number;
}

/** What a change does to what exists, told before it is saved. */
export type CampaignEffect =
  | { code: "weeks_move"; offers: number; applications: number }
  | { code: "hosts_close"; until: CalendarDate; offers: number }
  | { code: "pupils_close"; until: CalendarDate; applications: number }
  | { code: "answers_keep_deadline"; applications: number }
  | { code: "confirmations_keep_deadline"; applications: number }
  | { code: "fewer_applications"; pupils: number };

/** How long pupils wait after hosts, and the delays, as long as nobody has decided otherwise. */
const PROPOSED = { pupilsAfterDays: 30, hostAnswerDays: 10, pupilConfirmDays: 5, maxLiveApplications: 10 };

/** The campaign of the next June, to be corrected by whoever creates it. */
export function proposedCampaign(today: CalendarDate): CampaignSettings {
  const { startsOn, endsOn } = referenceWindow(today);
  const year = Number(startsOn.slice(0, 4));
  const { pupilsAfterDays, hostAnswerDays, pupilConfirmDays, maxLiveApplications } = PROPOSED;
  return {
    schoolYear: `${year - 1}-${year}`,
    startsOn,
    endsOn,
    weeks: defaultWeeks(startsOn, endsOn),
    hostsOpenOn: today,
    pupilsOpenOn: addDays(today, pupilsAfterDays),
    hostAnswerDays,
    pupilConfirmDays,
    maxLiveApplications,
    status: "provisional",
    source: `Dates de référence du service, proposées le ${frenchDate(today)}`,
  };
}

/** "2026-2027" */
export function isSchoolYear(text: string): boolean {
  const [, begins, ends] = /^(20\d\d)-(20\d\d)$/.exec(text) ?? [];
  return Number(begins) + 1 === Number(ends);
}

/** Of a school year, "2026-2027": from 1 September to 31 August. */
export function boundsOfSchoolYear(schoolYear: string): { first: CalendarDate; last: CalendarDate } {
  const [begins = "", ends = ""] = schoolYear.split("-");
  return { first: `${begins}-09-01`, last: `${ends}-08-31` };
}

export function sameWeeks(one: CampaignSettings, other: CampaignSettings): boolean {
  const spelt = ({ startsOn, endsOn, weeks }: CampaignSettings) =>
    [startsOn, endsOn, ...weeks.flatMap((week: InternshipWeek) => [week.startsOn, week.endsOn])].join(" ");
  return spelt(one) === spelt(other);
}

/** Everything that is set, in one text: what was read can be told from what is there now. */
export function versionOf(settings: CampaignSettings): string {
  const { schoolYear, status, source, hostsOpenOn, pupilsOpenOn } = settings;
  const { startsOn, endsOn, weeks, hostAnswerDays, pupilConfirmDays, maxLiveApplications } = settings;
  const days = weeks.map((week) => [week.startsOn, week.endsOn]);
  const numbers = [hostAnswerDays, pupilConfirmDays, maxLiveApplications];
  return JSON.stringify([
    schoolYear,
    status,
    source,
    startsOn,
    endsOn,
    days,
    hostsOpenOn,
    pupilsOpenOn,
    numbers,
  ]);
}

/** Effects as a form keeps them, to tell whether they are those that were read. */
export const spellEffects = (effects: readonly CampaignEffect[]): string => JSON.stringify(effects);

/** What becomes of offers and applications that exist. Pure: the page tells it before anything is written. */
export function effectsOf(
  before: CampaignSettings,
  after: CampaignSettings,
  { uses, today }: { uses: CampaignUses; today: CalendarDate },
): CampaignEffect[] {
  const { offers, awaitingHost, awaitingPupil, pupilsAboveMax } = uses;
  const applications = awaitingHost + awaitingPupil;
  const closes = (day: "hostsOpenOn" | "pupilsOpenOn") => before[day] <= today && after[day] > today;
  const effects: (CampaignEffect | false)[] = [
    !sameWeeks(before, after) && offers + applications > 0 && { code: "weeks_move", offers, applications },
    closes("hostsOpenOn") && { code: "hosts_close", until: after.hostsOpenOn, offers },
    closes("pupilsOpenOn") && { code: "pupils_close", until: after.pupilsOpenOn, applications },
    before.hostAnswerDays !== after.hostAnswerDays &&
      awaitingHost > 0 && { code: "answers_keep_deadline", applications: awaitingHost },
    before.pupilConfirmDays !== after.pupilConfirmDays &&
      awaitingPupil > 0 && { code: "confirmations_keep_deadline", applications: awaitingPupil },
    after.maxLiveApplications < before.maxLiveApplications &&
      pupilsAboveMax > 0 && { code: "fewer_applications", pupils: pupilsAboveMax },
  ];
  return effects.filter((effect) => effect !== false);
}
