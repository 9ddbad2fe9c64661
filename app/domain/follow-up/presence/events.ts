import { z } from "zod";
import { always, defineEvent } from "#app/domain/outbox/define-event.ts";

const payload = z.object({ agreementId: z.guid() });

/** The pupil is not at the host's today. */
export const absenceReported = defineEvent("presence.absence_reported", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

export const accidentReported = defineEvent("presence.accident_reported", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** What was reported today is no longer so: the pupil is there, or nothing has happened. */
export const reportLifted = defineEvent("presence.report_lifted", {
  version: 1,
  payload: z.object({ agreementId: z.guid(), reported: z.enum(["absence", "accident"]) }),
  urgency: "immediate",
  worthTelling: always,
});
