import { z } from "zod";
import { always, defineEvent } from "#app/domain/outbox/define-event.ts";

/** Someone asks the members of an organisation to let them in. */
export const hostClaimed = defineEvent("host.claimed", {
  version: 1,
  payload: z.object({ personId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** A member has answered. */
export const hostClaimAnswered = defineEvent("host.claim_answered", {
  version: 1,
  payload: z.object({ personId: z.guid(), organisationId: z.guid(), accepted: z.boolean() }),
  urgency: "immediate",
  worthTelling: always,
});

/** A moderator has taken the SIRET away from an organisation. */
export const hostDetached = defineEvent("host.detached", {
  version: 1,
  payload: z.object({ detachmentId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** The SIRET is theirs again. */
export const hostReattached = defineEvent("host.reattached", {
  version: 1,
  payload: z.object({ organisationId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});
