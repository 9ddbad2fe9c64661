import { lt, sql } from "drizzle-orm";
import { addDays, parisDate } from "#app/kernel/calendar-date.ts";
import { localInstant } from "#app/kernel/local-time.ts";
import { messageBatches, providerWebhookEvents, standInMails } from "#db/schema/index.ts";
import { lastErasure } from "../../campaigns/campaign.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { deleteMessages } from "./messages-of.server.ts";

/**
 * Forgets what was written until the last yearly erasure, that day included: messages name pupils to everyone. One about the
 * reader's own account that has not left yet still leaves.
 */
export async function forgetOldMessages({ db, clock }: UseCaseContext, limit: number): Promise<number> {
  const now = clock.now();
  const dayAfter = localInstant(addDays(lastErasure(parisDate(now)), 1), 0, "Europe/Paris");
  const until = dayAfter < now ? dayAfter : now;
  return db.transaction(async (tx) => {
    const old = sql`messages.id in (
      select m.id from messages m left join outbox_events e on e.id = m.event_id
      where m.created_at < ${until.toISOString()}::timestamptz
        and not (m.status in ('pending', 'waiting') and coalesce(e.type, '') ~ '^(account|host|retention)\\.')
      order by m.created_at, m.id limit ${limit} for update of m skip locked)`;
    const gone = await deleteMessages(tx, old, now);
    if (gone >= limit) return gone;
    await tx.delete(messageBatches).where(
      sql`${messageBatches.createdAt} < ${until.toISOString()}::timestamptz and ${messageBatches.status} <> 'pending'
        and not exists (select 1 from messages m where m.batch_id = ${messageBatches.id})`,
    );
    await tx.delete(standInMails).where(lt(standInMails.receivedAt, until));
    await tx.delete(providerWebhookEvents).where(lt(providerWebhookEvents.receivedAt, until));
    return gone;
  });
}
