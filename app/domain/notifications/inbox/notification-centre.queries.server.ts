import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { messages, persons, suppressedAddresses } from "#db/schema/index.ts";
import { afterMessage, cutPage, positionOfMessage } from "#app/domain/notifications/message-cursor.server.ts";
import { findSettledActs, type Settled } from "./settled-acts.queries.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";

/** One message of the reader, whether or not it was sent by e-mail too. */
export interface Notification {
  id: string;
  subject: string;
  summary: string;
  text: string;
  /** Null once what it asks for is done, or cannot be done any more. */
  action: { label: string; url: string } | null;
  /** How what it asks for came to its end; null while it can be done, and for what asks for nothing. */
  settled: Settled | null;
  createdAt: Date;
  read: boolean;
}

const PAGE_SIZE = 20;
/** Beyond, nobody counts: "99+". */
const MOST_UNREAD = 100;

/** A digest repeats what stands here by itself. */
const notDigest = sql`not exists (select 1 from messages member where member.digest_id = ${messages.id})`;

/** The messages of the reader, the newest first. Nothing is marked as read by being listed. */
export async function listNotifications(
  db: Queryable,
  actor: Actor,
  { cursor, now }: { cursor: string | null; now: Date },
): Promise<{ notifications: Notification[]; nextCursor: string | null }> {
  const rows = await db
    .select({
      id: messages.id,
      template: messages.template,
      subject: messages.subject,
      summary: messages.summary,
      text: messages.text,
      actionLabel: messages.actionLabel,
      actionUrl: messages.actionUrl,
      createdAt: messages.createdAt,
      readAt: messages.readAt,
    })
    .from(messages)
    .where(and(eq(messages.personId, actor.personId), notDigest, afterMessage(cursor)))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(PAGE_SIZE + 1);
  const { page, nextCursor } = cutPage(rows, PAGE_SIZE, positionOfMessage);
  const settled = await findSettledActs(db, actor, page, now);
  return {
    notifications: page.map(({ actionLabel, actionUrl, readAt, template: _template, ...notification }) => ({
      ...notification,
      action:
        actionLabel && actionUrl && !settled.has(notification.id)
          ? { label: actionLabel, url: actionUrl }
          : null,
      settled: settled.get(notification.id) ?? null,
      read: readAt !== null,
    })),
    nextCursor,
  };
}

export interface MessageState {
  /** At most 100. */
  unread: number;
  /** Why the person's address takes no mail any more. */
  suppressed: "bounced" | "complained" | null;
}

/** What each page shows a signed-in person of their messages: cheap, every page asks for it. */
export async function getMessageState(db: Queryable, personId: string): Promise<MessageState> {
  const unread = db
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.personId, personId), isNull(messages.readAt), notDigest))
    .limit(MOST_UNREAD)
    .as("unread");
  const [[counted], [address]] = await Promise.all([
    db.select({ count: sql<number>`count(*)::int` }).from(unread),
    db
      .select({ reason: suppressedAddresses.reason })
      .from(persons)
      .innerJoin(suppressedAddresses, eq(suppressedAddresses.address, persons.email))
      .where(eq(persons.id, personId)),
  ]);
  const reason = address?.reason;
  return {
    unread: counted?.count ?? 0,
    suppressed: reason === "bounced" || reason === "complained" ? reason : null,
  };
}
