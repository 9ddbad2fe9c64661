import { z } from "zod";
import { always, defineEvent } from "#app/domain/outbox/define-event.ts";

/** A pupil asks the adults of the school for help; what was written stays in the request itself. */
export const helpRequested = defineEvent("help.requested", {
  version: 1,
  payload: z.object({ helpRequestId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});
