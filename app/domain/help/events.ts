import { z } from "zod";
import { always, defineEvent } from "#app/domain/outbox/define-event.ts";

/** What was written stays in the conversation itself: no event carries it. */
const aboutRequest = z.object({ helpRequestId: z.guid() });
const aboutMessage = z.object({ helpRequestId: z.guid(), helpMessageId: z.guid() });

/** A pupil asks the adults of the school for help. */
export const helpRequested = defineEvent("help.requested", {
  version: 1,
  payload: aboutRequest,
  urgency: "immediate",
  worthTelling: always,
});

/** Nobody has read what a pupil wrote in a whole school day: a second adult is told. */
export const helpSecondTold = defineEvent("help.second_told", {
  version: 1,
  payload: z.object({ helpRequestId: z.guid(), personIds: z.array(z.guid()) }),
  urgency: "immediate",
  worthTelling: always,
});

/** An adult writes back to the pupil. */
export const helpAnswered = defineEvent("help.answered", {
  version: 1,
  payload: aboutMessage,
  urgency: "immediate",
  worthTelling: always,
});

/** The pupil writes again. */
export const helpContinued = defineEvent("help.continued", {
  version: 1,
  payload: aboutMessage,
  urgency: "immediate",
  worthTelling: always,
});
