import { z } from "zod";
import { STATUSES_AWAITING_HOST } from "./application.ts";
import { always, applicationIs, defineEvent } from "#app/domain/outbox/define-event.ts";

const applicationId = z.guid();
const payload = z.object({ applicationId });

export const applicationSubmitted = defineEvent("application.submitted", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: ({ applicationId }) => [applicationIs(applicationId, ...STATUSES_AWAITING_HOST)],
});

/** The host opened it. */
export const applicationSeen = defineEvent("application.seen", {
  version: 1,
  payload,
  urgency: "deferrable",
  worthTelling: ({ applicationId }) => [applicationIs(applicationId, "seen")],
});

/** The host has left an application without answer for so many days. */
export const applicationAnswerReminder = defineEvent("application.answer_reminder", {
  version: 1,
  payload: z.object({ applicationId, day: z.union([z.literal(4), z.literal(8)]) }),
  urgency: "deferrable",
  worthTelling: ({ applicationId }) => [applicationIs(applicationId, ...STATUSES_AWAITING_HOST)],
});

export const applicationDeclined = defineEvent("application.declined", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** The host takes back a refusal pressed by mistake. */
export const applicationDeclineTakenBack = defineEvent("application.decline_taken_back", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

export const applicationAccepted = defineEvent("application.accepted", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** The pupil has not confirmed, and the place will be given to another soon. */
export const applicationConfirmReminder = defineEvent("application.confirm_reminder", {
  version: 1,
  payload,
  urgency: "deferrable",
  worthTelling: ({ applicationId }) => [applicationIs(applicationId, "accepted")],
});

export const applicationConfirmed = defineEvent("application.confirmed", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

export const applicationWithdrawn = defineEvent("application.withdrawn", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** A legal representative objected before the confirmation. */
export const applicationObjected = defineEvent("application.objected", {
  version: 1,
  payload: z.object({ applicationId, guardianId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** A legal representative takes their objection back: the application is where it was. */
export const applicationObjectionTakenBack = defineEvent("application.objection_taken_back", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** The pupil takes back a withdrawal: the host has it to answer again. */
export const applicationRestored = defineEvent("application.restored", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** The host passed it on to a colleague's offer, where a new application was made of it. */
export const applicationTransferred = defineEvent("application.transferred", {
  version: 1,
  payload: z.object({ applicationId, newApplicationId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** The host takes its acceptance back, or the place already confirmed. */
export const applicationCancelled = defineEvent("application.cancelled", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** Another application of the pupil was confirmed for a week that this one asked for. */
export const applicationReleased = defineEvent("application.released", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** The host did not answer in time. */
export const applicationExpired = defineEvent("application.expired", {
  version: 1,
  payload,
  urgency: "deferrable",
  worthTelling: always,
});

/** The host may answer for nothing any more: what waited there is over, by nobody’s refusal. */
export const applicationClosed = defineEvent("application.closed", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** The pupil did not confirm in time: the place is free again. */
export const applicationLapsed = defineEvent("application.lapsed", {
  version: 1,
  payload,
  urgency: "deferrable",
  worthTelling: always,
});
