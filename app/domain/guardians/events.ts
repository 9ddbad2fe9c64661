import { z } from "zod";
import { always, defineEvent } from "#app/domain/outbox/define-event.ts";

/** A representative asks for a code to read a letter; the code itself is derived from the identifier. */
export const guardianCodeRequested = defineEvent("guardian.code_requested", {
  version: 1,
  payload: z.object({ codeId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** The school sends the follow-up link again, or a new one in place of those sent before. */
export const guardianLinkRequested = defineEvent("guardian.link_requested", {
  version: 1,
  payload: z.object({ guardianId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});
