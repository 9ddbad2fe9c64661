import type { JobHelpers, TaskList } from "graphile-worker";
import { z } from "zod";
import { forgetOldMatches } from "#app/domain/discovery/forget-old-matches.server.ts";
import { forgetOldSearches } from "#app/domain/discovery/forget-old-searches.server.ts";
import { matchOffer } from "#app/domain/discovery/match-offer.server.ts";
import { MATCH_TASK } from "#app/domain/offers/announce-offers.store.server.ts";
import { freezeQualities } from "#app/domain/offers/freeze-qualities.server.ts";
import { forgetExpiredAccess } from "#app/domain/accounts/forget-expired-access.server.ts";
import { CHANNELS } from "#app/domain/outbox/request-delivery.server.ts";
import { applyDeadlines } from "./apply-deadlines.server.ts";
import { deliverMessages } from "./deliver-messages.server.ts";
import { giveAlerts } from "./give-alerts.server.ts";
import { giveNotices } from "./give-notices.server.ts";
import type { JobContext } from "./job-context.ts";
import { withoutData } from "./job-failure.ts";
import { askSoon, GIVE_ALERTS, GIVE_NOTICES, RELEASE_GOOD_HOUR } from "./message-hours.ts";
import { renderAgreementPdf } from "./render-agreement-pdf.server.ts";

type Run = (context: JobContext, given: unknown, signal: AbortSignal) => Promise<void>;

/** A job's payload comes from the database: it is parsed before it is used. */
function task<Payload>(
  schema: z.ZodType<Payload>,
  run: (context: JobContext, payload: Payload, signal: AbortSignal) => Promise<void>,
): Run {
  return (context, given, signal) => run(context, schema.parse(given), signal);
}

/** Every kind of job: what it is given, what it does. A job that throws is tried again, later and later. */
const TASKS: Record<string, Run> = {
  dispatch_event: task(z.object({ eventId: z.uuid() }), async (context, { eventId }) => {
    // The templates take a second or two to load: the first mail waits for them, a start does not.
    const { dispatchEvent } = await import("./dispatch-event.server.ts");
    await dispatchEvent(context, eventId);
  }),
  deliver_messages: task(z.object({ channel: z.enum(CHANNELS) }), (context, { channel }, signal) =>
    deliverMessages(context, channel, { signal }),
  ),
  render_agreement_pdf: task(z.object({ agreementId: z.uuid() }), (context, { agreementId }) =>
    renderAgreementPdf(context, agreementId),
  ),
  [MATCH_TASK]: task(
    z.object({ offerId: z.uuid(), onlyNew: z.boolean().optional() }),
    async (context, { offerId, onlyNew }) => {
      const matched = await matchOffer(context, { offerId, onlyNew });
      if (matched > 0) await askSoon(context.db, GIVE_ALERTS, { offerId });
    },
  ),
  [RELEASE_GOOD_HOUR]: task(z.object({}), async (context) => {
    const { releaseGoodHour } = await import("./release-good-hour.server.ts");
    await releaseGoodHour(context);
  }),
  [GIVE_ALERTS]: task(z.object({ offerId: z.uuid().optional() }), (context, { offerId }, signal) =>
    giveAlerts(context, { signal, offerId }),
  ),
  [GIVE_NOTICES]: task(z.object({}), (context) => giveNotices(context)),
  sweep_deadlines: task(z.object({}), (context) => applyDeadlines(context)),
  forget_expired_access: task(z.object({}), async (context) => {
    await forgetExpiredAccess(context);
    await forgetOldSearches(context);
    await forgetOldMatches(context);
  }),
  freeze_qualities: task(z.object({}), freezeQualities),
};

export function createTasks(context: JobContext): TaskList {
  const entries = Object.entries(TASKS).map(([name, run]) => {
    const handler = async (given: unknown, { abortSignal }: JobHelpers) => {
      try {
        await run(context, given, abortSignal);
      } catch (error) {
        throw withoutData(error);
      }
    };
    return [name, handler] as const;
  });
  return Object.fromEntries(entries);
}
