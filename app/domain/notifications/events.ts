import { z } from "zod";
import { always, defineEvent } from "#app/domain/outbox/define-event.ts";

/** The address of this message takes no mail any more: its owner must be reached by another way. */
export const addressSuppressed = defineEvent("address.suppressed", {
  version: 1,
  payload: z.object({ messageId: z.guid() }),
  urgency: "deferrable",
  worthTelling: always,
});

/** The first version of `alert.matched` named the instant otherwise. */
const alertVersionOne = z.object({ personId: z.guid(), toldAt: z.iso.datetime() });

/** Offers came to answer the searches that a pupil saved: those marked as announced at this instant. */
export const alertMatched = defineEvent("alert.matched", {
  version: 2,
  payload: z.object({ personId: z.guid(), announcedAt: z.iso.datetime() }),
  upgrade(payload) {
    const { personId, toldAt } = alertVersionOne.parse(payload);
    return { personId, announcedAt: toldAt };
  },
  urgency: "deferrable",
  worthTelling: ({ personId, announcedAt }) => [{ kind: "alert", personId, announcedAt }],
});
