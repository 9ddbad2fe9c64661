import { z } from "zod";
import { always, defineEvent } from "#app/domain/outbox/define-event.ts";

const payload = z.object({ offerId: z.guid() });

export const offerPublished = defineEvent("offer.published", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** A moderator keeps an offer from pupils, and says why. */
export const offerRejected = defineEvent("offer.rejected", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** An offer that was closed to everyone (full, paused, or with too many applications to answer) can be asked for again. */
export const offerReopened = defineEvent("offer.reopened", {
  version: 1,
  payload,
  urgency: "deferrable",
  worthTelling: ({ offerId }) => [{ kind: "offer", offerId }],
});
