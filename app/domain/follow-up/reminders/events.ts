import { z } from "zod";
import { always, defineEvent } from "#app/domain/outbox/define-event.ts";

/** An adult of the school encourages a pupil. */
export const pupilEncouraged = defineEvent("pupil.encouraged", {
  version: 1,
  payload: z.object({ reminderId: z.guid() }),
  urgency: "deferrable",
  worthTelling: always,
});
