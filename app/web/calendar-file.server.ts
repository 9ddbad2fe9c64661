import ical, { ICalAlarmType } from "ical-generator";
import {
  placementDays,
  type CalendarDeadline,
  type CalendarPlacement,
  type PupilCalendar,
} from "#app/domain/applications/views/placement-calendar.ts";
import { paths } from "#app/paths.ts";

const HOUR_MS = 3_600_000;
const REFRESH_SECONDS = 6 * 3600;
const DAY_SECONDS = 86_400;

/** The calendar as a file that phones and computers read; instants are told in UTC, right wherever it is opened. */
export function calendarFile(calendar: PupilCalendar, publicUrl: string): string {
  const file = ical({
    name: "Stage de seconde",
    prodId: { company: "Stage de seconde", product: "Calendrier", language: "FR" },
    ttl: REFRESH_SECONDS,
  });
  const link = (applicationId: string) => new URL(paths.pupil.application(applicationId), publicUrl).href;
  for (const placement of calendar.placements)
    for (const event of placementEvents(placement))
      file.createEvent({ ...event, url: link(placement.applicationId) });
  for (const deadline of calendar.deadlines)
    file.createEvent({ ...deadlineEvent(deadline), url: link(deadline.applicationId) });
  return textOf(file);
}

/** RFC 5545: every line ends so, the last one too. */
export function textOf(file: { toString(): string }): string {
  return `${file.toString().replace(/\r?\n/g, "\n").trimEnd().replaceAll("\n", "\r\n")}\r\n`;
}

function placementEvents(placement: CalendarPlacement) {
  const { applicationId, title, organisation, address, changedAt } = placement;
  return placementDays(placement).map(({ date, hours }) => ({
    id: `${applicationId}-${date}@stage-de-seconde`,
    stamp: changedAt,
    lastModified: changedAt,
    summary: `Stage : ${organisation}`,
    description: title,
    location: address,
    ...(hours ?? { start: new Date(`${date}T00:00:00Z`), allDay: true }),
  }));
}

/** An hour at the end of which the place goes to someone else, with a reminder the day before. */
function deadlineEvent({ applicationId, title, organisation, deadlineAt, changedAt }: CalendarDeadline) {
  return {
    id: `${applicationId}-confirmer@stage-de-seconde`,
    stamp: changedAt,
    lastModified: changedAt,
    summary: `Dernière heure pour confirmer : ${organisation}`,
    description: title,
    start: new Date(deadlineAt.getTime() - HOUR_MS),
    end: deadlineAt,
    alarms: [{ type: ICalAlarmType.display, trigger: DAY_SECONDS }],
  };
}
