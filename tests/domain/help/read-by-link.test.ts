import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { getOwnConversation } from "#app/domain/help/conversation.queries.server.ts";
import { getLinkedRequest } from "#app/domain/help/linked-request.queries.server.ts";
import { readHelpRequestByLink } from "#app/domain/help/read-by-link.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { affiliations, helpReaders } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { helpStory } from "./help-story.ts";

const database = testDatabase();

async function readerOf(requestId: string): Promise<string> {
  const [row] = await database.db
    .select({ id: helpReaders.id })
    .from(helpReaders)
    .where(eq(helpReaders.requestId, requestId));
  return row?.id ?? "";
}

it("an adult says “J’ai lu” from their e-mail: the pupil sees who and when, once", async () => {
  const { ask, clock, world, pupil } = await helpStory(database);
  const helpRequestId = await ask();
  const readerId = await readerOf(helpRequestId);
  expect(await getLinkedRequest(database.db, readerId, clock.now())).toMatchObject({ isRead: false });
  for (let press = 0; press < 2; press += 1)
    expect((await readHelpRequestByLink({ db: database.db, clock }, { readerId })).ok).toBe(true);
  expect(await getLinkedRequest(database.db, readerId, clock.now())).toMatchObject({ isRead: true });
  expect((await getOwnConversation(pupil.db, pupil.actor, helpRequestId))?.steps).toEqual([
    {
      kind: "read",
      byName: `${world.teacher.firstName} ${world.teacher.lastName}`,
      note: null,
      at: clock.now(),
    },
  ]);
});

it("the link of someone who has left the school, or of nobody, opens nothing", async () => {
  const { ask, clock, world } = await helpStory(database);
  const readerId = await readerOf(await ask());
  await database.db
    .update(affiliations)
    .set({ validTo: "2027-03-01" })
    .where(eq(affiliations.personId, world.teacher.id));
  for (const id of [readerId, newId()]) {
    expect(await getLinkedRequest(database.db, id, clock.now())).toBeNull();
    expect((await readHelpRequestByLink({ db: database.db, clock }, { readerId: id })).ok).toBe(false);
  }
});
