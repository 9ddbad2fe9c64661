import { z } from "zod";
import { always, defineEvent } from "#app/domain/outbox/define-event.ts";

/** A pupil's data will be erased soon. */
export const purgeAnnounced = defineEvent("retention.purge_announced", {
  version: 1,
  payload: z.object({ personId: z.guid() }),
  urgency: "deferrable",
  worthTelling: always,
});

/** The account of someone of a school or a host who has not come for long will be erased. */
export const accountExpiring = defineEvent("retention.account_expiring", {
  version: 1,
  payload: z.object({ personId: z.guid(), erasedOn: z.iso.date() }),
  urgency: "deferrable",
  worthTelling: always,
});

/** Someone has asked for their account to be erased. */
export const erasureRequested = defineEvent("retention.erasure_requested", {
  version: 1,
  payload: z.object({ personId: z.guid(), requestedAt: z.iso.datetime() }),
  urgency: "immediate",
  worthTelling: always,
});
