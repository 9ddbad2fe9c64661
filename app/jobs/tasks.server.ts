import type { JobHelpers, TaskList } from "graphile-worker";
import { finishEmailChanges } from "#app/domain/accounts/email-change/finish-email-changes.server.ts";
import { sealTotpSecrets } from "#app/domain/accounts/second-factor/seal-totp-secrets.server.ts";
import { sealAudit } from "#app/domain/audit/seal-audit.server.ts";
import { followNewHeads } from "#app/domain/agreements/head/follow-new-heads.server.ts";
import { renderAgreementPdf } from "#app/domain/agreements/document/render-agreement-pdf.server.ts";
import { matchOffer } from "#app/domain/discovery/match-offer.server.ts";
import { tellSecondAdults } from "#app/domain/help/tell-second-adults.server.ts";
import { deliverMessages } from "#app/domain/notifications/delivery/deliver-messages.server.ts";
import { planAlerts } from "#app/domain/notifications/schedule/plan-alerts.server.ts";
import { planHeadDigests } from "#app/domain/notifications/schedule/plan-head-digests.server.ts";
import { planReminders } from "#app/domain/notifications/schedule/plan-reminders.server.ts";
import { requestSoon } from "#app/domain/notifications/schedule/request-soon.server.ts";
import { freezeQualities } from "#app/domain/offers/freeze-qualities.server.ts";
import { forgetHourly } from "#app/domain/personal-data/apply-retention.server.ts";
import { checkRoster } from "#app/domain/roster/check-roster.server.ts";
import { runRosterImport } from "#app/domain/roster/run-roster-import.server.ts";
import { runSchoolImport } from "#app/domain/schools/imports/run-school-import.server.ts";
import { withoutData } from "#app/domain/outbox/job-failure.ts";
import { TASKS, type TaskDefinition } from "#app/domain/outbox/tasks.ts";
import { applyDeadlines } from "./apply-deadlines.server.ts";
import { applyRetentionRules } from "./apply-retention-rules.server.ts";
import type { JobContext } from "./job-context.ts";

type AnyTask = (typeof TASKS)[keyof typeof TASKS];
type Handler<Payload> = (context: JobContext, payload: Payload, signal: AbortSignal) => Promise<void>;
type PayloadOf<Task> = Task extends TaskDefinition<string, infer Payload> ? Payload : never;

/** Requests for help that nobody has read: those beyond wait for the next hour. */
const UNREAD_AT_ONCE = 500;

/** What each kind of job does; one without its handler does not compile. A job that throws is tried again, later and later. */
const HANDLERS: { [Task in AnyTask as Task["name"]]: Handler<PayloadOf<Task>> } = {
  async dispatch_event(context, { eventId }) {
    // The templates take a second or two to load: the first mail waits for them, a start does not.
    const { dispatchEvent } = await import("#app/domain/notifications/compose/dispatch-event.server.ts");
    await dispatchEvent(context, eventId);
  },
  deliver_messages: (context, { channel }, signal) => deliverMessages(context, channel, { signal }),
  async release_deferred_messages(context) {
    const { releaseDeferredMessages } =
      await import("#app/domain/notifications/schedule/release-deferred-messages.server.ts");
    await releaseDeferredMessages(context);
  },
  async plan_reminders(context) {
    await planReminders(context);
    await tellSecondAdults(context, { limit: UNREAD_AT_ONCE });
  },
  async plan_head_digests(context) {
    const planned = await planHeadDigests(context);
    if (planned > 0) context.logger.info({ planned }, "digests of heads planned");
  },
  plan_alerts: (context, { offerId }, signal) => planAlerts(context, { signal, offerId }),
  async match_offer(context, { offerId, onlyNew }) {
    const matched = await matchOffer(context, { offerId, onlyNew });
    if (matched > 0) await requestSoon(context.db, TASKS.planAlerts, { offerId });
  },
  render_agreement_pdf: (context, { agreementId }) => renderAgreementPdf(context, agreementId),
  import_schools: (context, { importId }) => runSchoolImport(context, { importId }),
  check_roster: (context, { importId }) => checkRoster(context, { importId }),
  import_roster: (context, { importId }) => runRosterImport(context, { importId }),
  sweep_deadlines: (context) => applyDeadlines(context),
  forget_expired_access: forgetHourly,
  finish_email_changes: finishEmailChanges,
  apply_retention: (context) => applyRetentionRules(context),
  async follow_new_heads(context) {
    await followNewHeads(context);
  },
  freeze_qualities: freezeQualities,
  seal_secrets: sealTotpSecrets,
  async seal_audit(context) {
    const seal = await sealAudit(context);
    // Whoever keeps the logs elsewhere can tell a chain that was made anew from this one.
    if (seal) context.logger.info({ seal: seal.number, hash: seal.hash }, "audit sealed");
  },
};

/** Jobs that an older version of the service left in the queue, under the names that it gave them. */
const FORMER_NAMES = {
  release_good_hour: TASKS.releaseMessages,
  give_notices: TASKS.planReminders,
  give_alerts: TASKS.planAlerts,
};

/** A job's payload comes from the database: it is parsed before it is used. */
function carryOut<Task extends AnyTask>(
  task: Task,
  context: JobContext,
  given: unknown,
  signal: AbortSignal,
): Promise<void> {
  const { name, payload } = task as TaskDefinition<Task["name"], PayloadOf<Task>>;
  const handler = HANDLERS[name] as Handler<PayloadOf<Task>>;
  return handler(context, payload.parse(given), signal);
}

export function createTasks(context: JobContext): TaskList {
  const named = [
    ...Object.values(TASKS).map((task) => [task.name, task] as const),
    ...Object.entries(FORMER_NAMES),
  ];
  const entries = named.map(([name, task]) => {
    const handler = async (given: unknown, { abortSignal }: JobHelpers) => {
      try {
        await carryOut(task, context, given, abortSignal);
      } catch (error) {
        throw withoutData(error);
      }
    };
    return [name, handler] as const;
  });
  return Object.fromEntries(entries);
}
