import { eq } from "drizzle-orm";
import { beforeAll, expect } from "vitest";
import { finishLink } from "#app/domain/accounts/links/finish-link.server.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { dispatchEvent } from "#app/domain/notifications/compose/dispatch-event.server.ts";
import { claimSchool } from "#app/domain/schools/team/claim-school.server.ts";
import { confirmJoinRequest } from "#app/domain/schools/team/confirm-join-request.server.ts";
import { requestToJoin } from "#app/domain/schools/team/request-to-join.server.ts";
import { inviteFirstMember } from "#app/domain/schools/team/invite-first-member.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { academies, messages, oneTimeLinks, outboxEvents, schools } from "#db/schema/index.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, nextNumber, type Factories } from "#tests/support/factories.ts";

export const password = "trois girafes dansent";
export const newEmail = () => `staff-${nextNumber()}@example.org`;

/** Call at the top of a test file: a school of the directory, and the people who get into its space. */
export function schoolStory() {
  const database = testDatabase();
  const clock = fakeClock();
  const story = { database, uai: "" } as {
    database: typeof database;
    app: AppContext;
    make: Factories;
    world: Awaited<ReturnType<Factories["world"]>>;
    uai: string;
  };
  beforeAll(async () => {
    story.app = testApp(database, clock);
    story.make = factories(database.db, clock);
    story.world = await story.make.world();
    story.uai = story.world.school.uai;
    await database.db
      .update(schools)
      .set({ email: "ce.school@example.org", hasSeconde: true, status: "open" })
      .where(eq(schools.uai, story.uai));
  });

  async function newest() {
    const [link] = (await database.db.select().from(oneTimeLinks).orderBy(oneTimeLinks.id)).slice(-1);
    if (!link) throw new Error("No link");
    return link;
  }

  async function mailed() {
    const [event] = (await database.db.select().from(outboxEvents).orderBy(outboxEvents.id)).slice(-1);
    if (!event) throw new Error("No event");
    await dispatchEvent(story.app, event.id);
    const rows = await database.db.select().from(messages).where(eq(messages.eventId, event.id));
    return rows.map(({ template, recipient }) => ({ template, recipient }));
  }

  async function claimed() {
    expect(await claimSchool(story.app, { uai: story.uai })).toEqual({ ok: true });
    const { id: linkId } = await newest();
    return linkId;
  }

  /** Someone who has followed the way from the school's mailbox to an account. */
  async function entered(role: "schoolHead" | "schoolOffice" = "schoolHead") {
    const linkId = await claimed();
    await openLink(story.app, { linkId });
    const email = newEmail();
    expect(await inviteFirstMember(story.app, { linkId, email, role })).toEqual({ ok: true });
    const invitation = await newest();
    await openLink(story.app, { linkId: invitation.id });
    const name = { firstName: "Awa", lastName: "Diop" };
    const outcome = await finishLink(story.app, { linkId: invitation.id, password, name });
    if (!outcome.ok) throw new Error(outcome.error.code);
    return { email, ...outcome.value };
  }

  return Object.assign(story, { newest, mailed, claimed, entered });
}

type Story = ReturnType<typeof schoolStory>;

/** The school is one of an académie whose domain is known. */
export async function inAcademy({ database, uai }: Story): Promise<void> {
  await database.db.update(academies).set({ emailDomain: "ac-rennes.fr" }).where(eq(academies.code, "14"));
  await database.db.update(schools).set({ academyCode: "14", hasSeconde: true }).where(eq(schools.uai, uai));
}

/** Someone of the académie who has asked to join the school as a teacher, and opened the link. */
export async function requested(story: Story, email = `prof-${nextNumber()}@ac-rennes.fr`) {
  await inAcademy(story);
  const asked = await requestToJoin(story.app, { uai: story.uai, email, role: "teacher" });
  if (!asked.ok) throw new Error(asked.error.code);
  const { id: linkId } = await story.newest();
  expect(await confirmJoinRequest(story.app, { linkId })).toEqual({ ok: true });
  return { email, linkId };
}
