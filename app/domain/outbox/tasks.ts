import { z } from "zod";
import { CHANNELS } from "./channels.ts";

export interface TaskDefinition<Name extends string = string, Payload = never> {
  readonly name: Name;
  readonly payload: z.ZodType<Payload>;
}

function defineTask<const Name extends string, Payload>(
  name: Name,
  payload: z.ZodType<Payload>,
): TaskDefinition<Name, Payload> {
  return { name, payload };
}

const nothing = z.object({});

/** One definition a kind of job: whoever asks for it and the worker that does it agree on its payload. */
export const TASKS = {
  /** Writes the messages of an event. */
  dispatchEvent: defineTask("dispatch_event", z.object({ eventId: z.guid() })),
  /** Sends the pending messages of a channel. */
  deliverMessages: defineTask("deliver_messages", z.object({ channel: z.enum(CHANNELS) })),
  /** Releases the deferred messages whose hour has come. */
  releaseMessages: defineTask("release_deferred_messages", nothing),
  planReminders: defineTask("plan_reminders", nothing),
  /** What waits for the heads of schools, where it is seven in the morning of a school day. */
  planHeadDigests: defineTask("plan_head_digests", nothing),
  /** Those of one offer, or all. */
  planAlerts: defineTask("plan_alerts", z.object({ offerId: z.guid().optional() })),
  /** Looks for the saved searches that an offer answers. */
  matchOffer: defineTask("match_offer", z.object({ offerId: z.guid(), onlyNew: z.boolean().optional() })),
  renderAgreement: defineTask("render_agreement_pdf", z.object({ agreementId: z.guid() })),
  /** Imports the files of schools that an administrator has sent. */
  importSchools: defineTask("import_schools", z.object({ importId: z.guid() })),
  /** Compares the list of pupils that a school has sent with what is known of it. */
  checkRoster: defineTask("check_roster", z.object({ importId: z.guid() })),
  /** Writes the list that the school has confirmed. */
  importRoster: defineTask("import_roster", z.object({ importId: z.guid() })),
  sweepDeadlines: defineTask("sweep_deadlines", nothing),
  forgetExpired: defineTask("forget_expired_access", nothing),
  /** Carries out changes of address that the old mailbox did not refuse. */
  finishEmailChanges: defineTask("finish_email_changes", nothing),
  /** Erases what has come to its term. */
  applyRetention: defineTask("apply_retention", nothing),
  /** Names the new head of a school in its agreements that nobody has validated. */
  followNewHeads: defineTask("follow_new_heads", nothing),
  freezeQualities: defineTask("freeze_qualities", nothing),
  /** Encrypts with today's key what is kept under another one, or in clear. */
  sealSecrets: defineTask("seal_secrets", nothing),
  /** Seals what the audit has kept since the last time. */
  sealAudit: defineTask("seal_audit", nothing),
};
