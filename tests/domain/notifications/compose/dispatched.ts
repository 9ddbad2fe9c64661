import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import type { EventType } from "#app/domain/notifications/compose/event-registry.ts";
import { emailCatalogue } from "#app/emails/catalogue.server.ts";
import { dispatchEvent } from "#app/domain/notifications/compose/dispatch-event.server.ts";
import * as tables from "#db/schema/index.ts";
import type { testDatabase } from "#tests/support/database.ts";
import {
  createApplication,
  jobContext,
  PRIVATE,
  record,
  type AnyEvent,
  type World,
} from "#tests/domain/notifications/messaging-world.ts";

type TestDatabase = ReturnType<typeof testDatabase>;
export type Status = (typeof tables.applications.$inferInsert)["status"];

export const EMPLOYERS = ["claire@example.org", "omar@example.org"];
/** One parent gave an address, the other a number only. */
export const MOTHER = "helene@example.org";
export const FATHER = "06 39 98 45 46";
export const TEACHER = "sophie@example.org";
export const OFFICE = "paul@example.org";
export const HEAD = "nadia@example.org";
/** The head reads it in the service: the digest of the morning tells of it. */
export const HEAD_BY_DIGEST = null;

/** Records the event, dispatches it, and gives its messages by recipient, with the reason when there is none. */
export async function dispatchRecorded({ db, url }: TestDatabase, event: AnyEvent) {
  const eventId = await record(db, event);
  await dispatchEvent(jobContext(db, url, "http://127.0.0.1:9"), eventId);
  const [row] = await db.select().from(tables.outboxEvents).where(eq(tables.outboxEvents.id, eventId));
  const messages = await db
    .select()
    .from(tables.messages)
    .where(eq(tables.messages.eventId, eventId))
    .orderBy(asc(tables.messages.recipient), asc(tables.messages.template));
  return { messages, skipReason: row?.skipReason ?? null };
}

export type ApplicationEventType = Exclude<
  EventType & (`application.${string}` | `placement.${string}`),
  "application.transferred"
>;

/** The same about an application in this status, gone afterwards. */
export async function dispatchAboutApplication(
  database: TestDatabase,
  world: World,
  type: ApplicationEventType,
  status: Status,
) {
  const { db } = database;
  const applicationId = await createApplication(db, world, status);
  const details = { guardianId: applicationId, day: 4, onDay: "2027-03-02" };
  const outcome = await dispatchRecorded(database, { type, applicationId, ...details } as AnyEvent);
  await db.delete(tables.applications).where(eq(tables.applications.id, applicationId));
  return { applicationId, ...outcome };
}

export const pairs = (messages: { recipient: string | null; template: string }[]) =>
  messages.map(({ recipient, template }) => [recipient, template]);

/** Of the pupil, the first name alone, never in what a locked screen shows; and each message under an event of its catalogue. */
export async function expectNothingPrivate({ db }: TestDatabase): Promise<void> {
  const messages = await db
    .select({ message: tables.messages, type: tables.outboxEvents.type, email: tables.persons.email })
    .from(tables.messages)
    .innerJoin(tables.outboxEvents, eq(tables.outboxEvents.id, tables.messages.eventId))
    .leftJoin(tables.persons, eq(tables.persons.id, tables.messages.personId));
  expect(messages.length).toBeGreaterThan(0);
  for (const { message, type, email } of messages) {
    const { recipient, template, subject, summary, html, text } = message;
    const entry = emailCatalogue.find(({ name }) => name === template);
    expect(entry?.events, template).toContain(type);
    const followsMany = [...EMPLOYERS, TEACHER, OFFICE, HEAD].includes(recipient ?? email ?? "");
    expect(followsMany ? summary : `${subject}\n${summary}`, template).not.toMatch(/Inès/i);
    expect(subject, template).not.toMatch(/[\r\n]/);
    for (const secret of Object.values(PRIVATE)) {
      const all = `${subject}\n${summary}\n${html}\n${text}`.normalize("NFC");
      expect(all, `${template}: ${secret}`).not.toContain(secret);
    }
  }
}
