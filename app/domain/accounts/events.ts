import { z } from "zod";
import { always, defineEvent } from "#app/domain/outbox/define-event.ts";

/** Someone asks for a link that opens something once; the link itself is signed from the identifier as the message is written. */
export const linkRequested = defineEvent("account.link_requested", {
  version: 1,
  payload: z.object({ linkId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** Wrong passwords were typed until a limit stopped them. */
export const passwordGuessed = defineEvent("account.password_guessed", {
  version: 1,
  payload: z.object({ personId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** The owner learns of it, whoever did it. */
export const passwordChanged = defineEvent("account.password_changed", {
  version: 1,
  payload: z.object({ personId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** An administrator has taken away a second factor that its owner had lost. */
export const secondFactorReset = defineEvent("account.second_factor_reset", {
  version: 1,
  payload: z.object({ personId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** A passkey opens the account from now on. */
export const passkeyAdded = defineEvent("account.passkey_added", {
  version: 1,
  payload: z.object({ personId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** The account has another address from now on. */
export const emailChanged = defineEvent("account.email_changed", {
  version: 1,
  payload: z.object({ changeId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** A passkey opens the account no more. */
export const passkeyRemoved = defineEvent("account.passkey_removed", {
  version: 1,
  payload: z.object({ personId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** An identity of a federation opens an account that there was before, from now on. */
export const identityLinked = defineEvent("account.identity_linked", {
  version: 1,
  payload: z.object({ personId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** An identity of a federation opens the account no more. */
export const identityUnlinked = defineEvent("account.identity_unlinked", {
  version: 1,
  payload: z.object({ personId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** Someone who had asked for their account to be erased has come back: it stays. */
export const accountKept = defineEvent("account.kept", {
  version: 1,
  payload: z.object({ personId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});

/** A role in a school that rested upon a federation ends: it states it no more. */
export const roleUnstated = defineEvent("account.role_unstated", {
  version: 1,
  payload: z.object({ affiliationId: z.guid() }),
  urgency: "immediate",
  worthTelling: always,
});
