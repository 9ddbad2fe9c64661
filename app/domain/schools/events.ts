import { z } from "zod";
import { always, defineEvent } from "#app/domain/outbox/define-event.ts";

/** Someone whose address of the académie is proven asks to work in a school's space. */
export const schoolJoinRequested = defineEvent("school.join_requested", {
  version: 1,
  payload: z.object({ requestId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** The head or the office does not let them in; who is let in gets an invitation. */
export const schoolJoinRefused = defineEvent("school.join_refused", {
  version: 1,
  payload: z.object({ requestId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** The morning of a school day: what waits at a school, in figures, for its heads. */
export const schoolHeadDigest = defineEvent("school.head_digest", {
  version: 1,
  payload: z.object({ schoolUai: z.string(), onDay: z.iso.date() }),
  urgency: "immediate",
  worthTelling: ({ onDay }) => [{ kind: "day", onDay }],
});
