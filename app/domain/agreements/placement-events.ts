import { z } from "zod";
import { applicationIs, defineEvent, type Condition } from "#app/domain/outbox/define-event.ts";

const applicationId = z.guid();
const payload = z.object({ applicationId });
const dated = z.object({ applicationId, onDay: z.iso.date() });

const whileConfirmed = (placement: { applicationId: string }) => [
  applicationIs(placement.applicationId, "confirmed"),
];

/** On this day of the place's calendar, or not at all. */
const onItsDay = ({ applicationId, onDay }: z.infer<typeof dated>): Condition[] => [
  applicationIs(applicationId, "confirmed"),
  { kind: "day", onDay },
];

/** A week before the first day of a confirmed placement. */
export const placementWeekBefore = defineEvent("placement.week_before", {
  version: 1,
  payload,
  urgency: "deferrable",
  worthTelling: whileConfirmed,
});

export const placementDayBefore = defineEvent("placement.day_before", {
  version: 1,
  payload: dated,
  urgency: "deferrable",
  worthTelling: onItsDay,
});

export const placementFirstDay = defineEvent("placement.first_day", {
  version: 1,
  payload: dated,
  urgency: "deferrable",
  worthTelling: onItsDay,
});

export const placementLastDay = defineEvent("placement.last_day", {
  version: 1,
  payload: dated,
  urgency: "deferrable",
  worthTelling: onItsDay,
});

/** The day after the last one. */
export const placementEnded = defineEvent("placement.ended", {
  version: 1,
  payload,
  urgency: "deferrable",
  worthTelling: whileConfirmed,
});
