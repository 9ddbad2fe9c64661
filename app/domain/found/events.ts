import { z } from "zod";
import { always, defineEvent } from "#app/domain/outbox/define-event.ts";

const payload = z.object({ foundId: z.guid() });

/** A host is asked to confirm an internship that a pupil has found, for the first time or again. */
export const foundAsked = defineEvent("found.asked", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** The host has confirmed it: its agreement exists. */
export const foundConfirmed = defineEvent("found.confirmed", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** It has ended: refused by the host, left without answer, or taken back. */
export const foundEnded = defineEvent("found.ended", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});
