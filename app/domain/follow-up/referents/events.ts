import { z } from "zod";
import { always, defineEvent } from "#app/domain/outbox/define-event.ts";

/** A pupil is entrusted to a teacher. The reason stays on the pupil's page. */
export const pupilEntrusted = defineEvent("pupil.entrusted", {
  version: 1,
  payload: z.object({ referentId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});
