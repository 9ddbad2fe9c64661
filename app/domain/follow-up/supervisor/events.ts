import { z } from "zod";
import { always, defineEvent } from "#app/domain/outbox/define-event.ts";

/** The school sends the host the link to a stay, again or anew. */
export const supervisorLinkRequested = defineEvent("supervisor.link_requested", {
  version: 1,
  payload: z.object({ agreementId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});
