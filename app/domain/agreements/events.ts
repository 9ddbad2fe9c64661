import { z } from "zod";
import { AGREEMENT_SIDES } from "./agreement.ts";
import { always, defineEvent } from "#app/domain/outbox/define-event.ts";

const agreementId = z.guid();
const payload = z.object({ agreementId });
const addressed = z.object({ agreementId, addressee: z.enum(AGREEMENT_SIDES) });

export const agreementToComplete = defineEvent("agreement.to_complete", {
  version: 1,
  payload: addressed,
  urgency: "immediate",
  worthTelling: always,
});

export const agreementCompleted = defineEvent("agreement.completed", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

export const agreementChangesRequested = defineEvent("agreement.changes_requested", {
  version: 1,
  payload: addressed,
  urgency: "immediate",
  worthTelling: always,
});

export const agreementValidated = defineEvent("agreement.validated", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** A teacher takes back a validation pressed by mistake. */
export const agreementValidationTakenBack = defineEvent("agreement.validation_taken_back", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** The signatures are open. */
export const agreementToSign = defineEvent("agreement.to_sign", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

export const agreementSigned = defineEvent("agreement.signed", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});

/** The host took the place back. */
export const agreementCancelled = defineEvent("agreement.cancelled", {
  version: 1,
  payload,
  urgency: "immediate",
  worthTelling: always,
});
