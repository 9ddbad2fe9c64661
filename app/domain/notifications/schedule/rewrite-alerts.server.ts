import { rewriteMessage } from "#app/domain/notifications/messages.store.server.ts";
import type { Standing } from "./standing.queries.server.ts";
import type { WaitingMessage } from "./waiting-messages.store.server.ts";
import type { Condition } from "#app/domain/outbox/define-event.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#db/client.ts";
import { alertHandlers } from "#app/domain/notifications/compose/handlers/alerts.server.ts";
import type { MessagingContext } from "#app/domain/notifications/messaging-context.ts";

interface Left {
  waiting: readonly WaitingMessage[];
  /** Of each message, by its identifier. */
  conditions: ReadonlyMap<string, readonly Condition[]>;
  standing: Standing;
}

/** Writes anew the alerts of which some offers have closed while they waited: what leaves announces what is open. */
export async function rewriteAlerts(
  tx: Transaction,
  { env, links }: Pick<MessagingContext, "env" | "links">,
  { waiting, conditions, standing }: Left,
  now: Date,
): Promise<WaitingMessage[]> {
  const url = (path: string) => env.PUBLIC_URL + path;
  const composer = { db: tx, now, today: parisDate(now), links, url };
  const written: WaitingMessage[] = [];
  for (const message of waiting) {
    const { id } = message;
    const alert = conditions.get(id)?.find((condition) => condition.kind === "alert");
    const composition =
      alert && standing.hasLost(alert) ? await alertHandlers["alert.matched"](composer, alert) : [];
    const [draft] = "skipped" in composition ? [] : composition;
    if (!draft) {
      written.push(message);
      continue;
    }
    const { subject, html, text, summary, action } = await draft.render({
      unsubscribeLink: url(paths.unsubscribe(links.sign("unsubscribe", id))),
      canReply: env.MAIL_REPLY_TO !== undefined,
    });
    const rewritten = {
      subject,
      summary,
      actionLabel: action?.label ?? null,
      actionUrl: action?.link ?? null,
    };
    await rewriteMessage(tx, id, { ...rewritten, html, text });
    written.push({ ...message, ...rewritten });
  }
  return written;
}
