import { and, desc, eq, gte, inArray, lt, or, sql, type SQL } from "drizzle-orm";
import type { Role } from "#app/domain/accounts/actor.ts";
import { isId } from "#app/kernel/ids.ts";
import type { Queryable } from "#db/client.ts";
import { affiliations, guardians, messages, outboxEvents, persons } from "#db/schema/index.ts";
import type { EventType } from "#app/domain/notifications/compose/event-registry.ts";
import { maskedAddress } from "#app/kernel/masked-address.ts";
import { afterMessage, cutPage, positionOfMessage } from "#app/domain/notifications/message-cursor.server.ts";
import type { MessageStatus } from "#app/domain/notifications/message-states.ts";

const PAGE_SIZE = 50;

const logged = {
  id: messages.id,
  template: messages.template,
  subject: messages.subject,
  channel: messages.channel,
  recipient: messages.recipient,
  personId: messages.personId,
  status: messages.status,
  providerStatus: messages.providerStatus,
  attempts: messages.attempts,
  createdAt: messages.createdAt,
  dismissedAt: messages.dismissedAt,
  eventType: outboxEvents.type,
  eventAt: outboxEvents.occurredAt,
};

const loggedMessages = (db: Queryable) =>
  db.select(logged).from(messages).leftJoin(outboxEvents, eq(outboxEvents.id, messages.eventId)).$dynamic();

type LoggedRow = Awaited<ReturnType<typeof loggedMessages>>[number];

/** A line of the log: never the body of a message, never a whole address. */
export interface LoggedMessage extends Omit<LoggedRow, "recipient" | "personId" | "status"> {
  status: MessageStatus;
  /** "h…n@example.org" */
  recipient: string | null;
  /** Empty for a legal representative, who has no account. */
  roles: Role[] | null;
}

export interface MessageLogFilters {
  status: MessageStatus | null;
  template: string | null;
  eventType: EventType | null;
  /** From this instant, and before that one. */
  from: Date | null;
  before: Date | null;
  /** Only what went to the same recipient as this message: no address in an address bar. */
  sameRecipientAs: string | null;
}

/** What was written to whom, the newest first. */
export async function listMessageLog(
  db: Queryable,
  filters: MessageLogFilters,
  cursor: string | null,
): Promise<{ messages: LoggedMessage[]; nextCursor: string | null }> {
  const rows = await loggedMessages(db)
    .where(and(...(await conditionsOf(db, filters)), afterMessage(cursor)))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(PAGE_SIZE + 1);
  const { page, nextCursor } = cutPage(rows, PAGE_SIZE, positionOfMessage);
  return { messages: await withoutAddresses(db, page), nextCursor };
}

async function conditionsOf(db: Queryable, filters: MessageLogFilters): Promise<(SQL | undefined)[]> {
  const { status, template, eventType, from, before, sameRecipientAs } = filters;
  return [
    status ? eq(messages.status, status) : undefined,
    template ? eq(messages.template, template) : undefined,
    eventType ? eq(outboxEvents.type, eventType) : undefined,
    from ? gte(messages.createdAt, from) : undefined,
    before ? lt(messages.createdAt, before) : undefined,
    sameRecipientAs ? await sameRecipient(db, sameRecipientAs) : undefined,
  ];
}

async function sameRecipient(db: Queryable, messageId: string): Promise<SQL | undefined> {
  const [model] = isId(messageId)
    ? await db
        .select({ recipient: messages.recipient, personId: messages.personId })
        .from(messages)
        .where(eq(messages.id, messageId))
    : [];
  const ofAddress = model?.recipient ? eq(messages.recipient, model.recipient) : undefined;
  const ofPerson = model?.personId ? eq(messages.personId, model.personId) : undefined;
  return or(ofAddress, ofPerson) ?? sql`false`;
}

/** Roles in the place of addresses, which are read for the mask only. */
export async function withoutAddresses<Row extends Pick<LoggedRow, "recipient" | "personId" | "status">>(
  db: Queryable,
  rows: Row[],
) {
  const personIds = [...new Set(rows.flatMap(({ personId }) => personId ?? []))];
  const known = await db
    .selectDistinct({ personId: affiliations.personId, role: affiliations.role })
    .from(affiliations)
    .where(inArray(affiliations.personId, personIds));
  return rows.map(({ recipient, personId, status, ...row }) => ({
    ...row,
    status,
    recipient: recipient && maskedAddress(recipient),
    roles: personId ? known.filter((one) => one.personId === personId).map(({ role }) => role) : null,
  }));
}

/**
 * The last message to exactly this address, however its owner writes it: the log is then filtered by this message, so that
 * the address itself stays out of addresses, histories and logs.
 */
export async function findLastMessageTo(db: Queryable, address: string): Promise<string | null> {
  const typed = address.trim();
  const owners = await db.select({ email: persons.email }).from(persons).where(eq(persons.email, typed));
  const parents = await db
    .select({ email: guardians.email })
    .from(guardians)
    .where(eq(sql`lower(${guardians.email})`, typed.toLowerCase()))
    .limit(50);
  const spellings = [...owners, ...parents].flatMap(({ email }) => email ?? []);
  const [last] = await db
    .select({ id: messages.id })
    .from(messages)
    .where(inArray(messages.recipient, [...new Set([typed, typed.toLowerCase(), ...spellings])]))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1);
  return last?.id ?? null;
}
