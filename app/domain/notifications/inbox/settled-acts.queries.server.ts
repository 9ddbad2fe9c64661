import { inArray, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { agreements, applications, helpRequests, messages, outboxEvents } from "#db/schema/index.ts";
import { ASKED_ACTS, type HelpState } from "./asked-acts.ts";

/** What these messages are about, as their events tell it. */
function listSubjects(db: Queryable, messageIds: readonly string[]) {
  const { payload } = outboxEvents;
  return db
    .select({
      messageId: messages.id,
      template: messages.template,
      // Of an application passed on, the one that the reader has to answer.
      application: sql<
        string | null
      >`coalesce(${payload} ->> 'newApplicationId', ${payload} ->> 'applicationId')`,
      agreement: sql<string | null>`${payload} ->> 'agreementId'`,
      help: sql<string | null>`${payload} ->> 'helpRequestId'`,
    })
    .from(messages)
    .innerJoin(outboxEvents, sql`${outboxEvents.id} = ${messages.eventId}`)
    .where(inArray(messages.id, [...messageIds]))
    .limit(messageIds.length);
}

/** Those of these messages that ask for an act which is done, or cannot be done any more. */
export async function findSettledActs(db: Queryable, messageIds: readonly string[]): Promise<Set<string>> {
  if (messageIds.length === 0) return new Set();
  const asking = (await listSubjects(db, messageIds)).flatMap(({ messageId, template, ...subject }) => {
    const asked = ASKED_ACTS[template];
    const id = asked && subject[asked.of];
    return asked && id ? [{ messageId, id, asked }] : [];
  });
  const statuses = await readStatuses(
    db,
    asking.map(({ id }) => id),
  );
  const settled = asking.filter(({ id, asked }) => {
    const status = statuses.get(id);
    return status === undefined || !(asked.statuses as readonly string[]).includes(status);
  });
  return new Set(settled.map(({ messageId }) => messageId));
}

const helpState = sql<HelpState>`case when ${helpRequests.handledAt} is not null then 'closed'
  when ${helpRequests.waitingSince} is null then 'read' else 'unread' end`;

async function readStatuses(db: Queryable, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await Promise.all(
    [applications, agreements].map((table) =>
      db
        .select({ id: table.id, status: sql<string>`${table.status}` })
        .from(table)
        .where(inArray(table.id, [...ids]))
        .limit(ids.length),
    ),
  );
  const help: { id: string; status: HelpState }[] = await db
    .select({ id: helpRequests.id, status: helpState })
    .from(helpRequests)
    .where(inArray(helpRequests.id, [...ids]))
    .limit(ids.length);
  return new Map([...rows.flat(), ...help].map(({ id, status }) => [id, status]));
}
