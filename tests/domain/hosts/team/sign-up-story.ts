import { eq } from "drizzle-orm";
import { beforeAll } from "vitest";
import { openHostAccount } from "#app/domain/hosts/team/open-host-account.server.ts";
import { demonstrationSiret } from "#app/domain/hosts/siret.ts";
import { signUpHost } from "#app/domain/hosts/team/sign-up-host.server.ts";
import { dispatchEvent } from "#app/domain/notifications/compose/dispatch-event.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { messages, oneTimeLinks, outboxEvents } from "#db/schema/index.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, nextNumber, type Factories } from "#tests/support/factories.ts";

export const password = "trois girafes dansent";
export const newEmail = () => `nouvelle-${nextNumber()}@example.org`;
export const freshSiret = () => demonstrationSiret(70_000 + nextNumber());

/** Call at the top of a test file: people who sign up as hosts. */
export function signUpStory() {
  const database = testDatabase();
  const clock = fakeClock();
  const story = { database, clock } as {
    database: typeof database;
    clock: typeof clock;
    app: AppContext;
    make: Factories;
    world: Awaited<ReturnType<Factories["world"]>>;
  };
  beforeAll(async () => {
    story.app = testApp(database, clock);
    story.make = factories(database.db, clock);
    story.world = await story.make.world();
  });

  async function newestLink(): Promise<string> {
    const [link] = (await database.db.select().from(oneTimeLinks).orderBy(oneTimeLinks.id)).slice(-1);
    return link?.id ?? "";
  }

  async function asked({ email = newEmail(), siret = freshSiret() } = {}) {
    const typed = { firstName: "Omar", lastName: "Kaci", email, password, siret };
    const outcome = await signUpHost(story.app, typed);
    if (!outcome.ok) throw new Error(outcome.error.code);
    return { email, siret, linkId: await newestLink() };
  }

  async function opened(given: { siret?: string } = {}) {
    const sent = await asked(given);
    const opened = await openHostAccount(story.app, sent);
    if (!opened.ok) throw new Error(opened.error.code);
    return { ...sent, personId: opened.value.personId, session: opened.value };
  }

  /** Templates and recipients of what the last event makes leave. */
  async function mailed() {
    const [event] = (await database.db.select().from(outboxEvents).orderBy(outboxEvents.id)).slice(-1);
    if (!event) throw new Error("No event");
    await dispatchEvent(story.app, event.id);
    const rows = await database.db.select().from(messages).where(eq(messages.eventId, event.id));
    return rows.map(({ template, recipient }) => ({ template, recipient }));
  }

  return Object.assign(story, { newestLink, asked, opened, mailed });
}
