import { eq } from "drizzle-orm";
import { beforeAll } from "vitest";
import { requestLink } from "#app/domain/accounts/links/request-link.server.ts";
import { dispatchEvent } from "#app/domain/notifications/compose/dispatch-event.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { messages, oneTimeLinks, outboxEvents } from "#db/schema/index.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

export const MINUTE = 1 / 1440;
export const password = "un mot de passe assez long";
export const chosen = "trois girafes dansent";

/** Call at the top of a test file: links asked for, and what leaves for mailboxes because of them. */
export function linkStory() {
  const database = testDatabase();
  const clock = fakeClock();
  const story = { database, clock } as {
    database: typeof database;
    clock: typeof clock;
    app: AppContext;
    make: Factories;
  };
  beforeAll(() => {
    story.app = testApp(database, clock);
    story.make = factories(database.db, clock);
  });

  async function newest() {
    const [link] = (await database.db.select().from(oneTimeLinks).orderBy(oneTimeLinks.id)).slice(-1);
    if (!link) throw new Error("No link");
    return link;
  }

  async function asked(purpose: "sign_in" | "password_reset") {
    const person = await story.make.person({}, { password });
    const email = person.email ?? "";
    await requestLink(story.app, { email, purpose });
    return { person, email, linkId: (await newest()).id };
  }

  /** What leaves for mailboxes because of the last event. */
  async function mailed() {
    const [event] = (await database.db.select().from(outboxEvents).orderBy(outboxEvents.id)).slice(-1);
    if (!event) throw new Error("No event");
    await dispatchEvent(story.app, event.id);
    const rows = await database.db.select().from(messages).where(eq(messages.eventId, event.id));
    return rows.map(({ template, recipient }) => ({ template, recipient }));
  }

  return Object.assign(story, { newest, asked, mailed });
}
