import { and, asc, eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { listOpenHelpRequests } from "#app/domain/help/help.queries.server.ts";
import { readHelpRequest } from "#app/domain/help/read-help-request.server.ts";
import { tellSecondAdults } from "#app/domain/help/tell-second-adults.server.ts";
import { helpReaders, outboxEvents } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { helpStory } from "./help-story.ts";

const database = testDatabase();
const HOUR = 1 / 24;
const FRIDAY_AFTERNOON = "2027-03-05T15:00:00Z";

async function toldOf(helpRequestId: string) {
  const events = await database.db
    .select()
    .from(outboxEvents)
    .where(
      and(
        eq(outboxEvents.type, "help.second_told"),
        sql`${outboxEvents.payload} ->> 'helpRequestId' = ${helpRequestId}`,
      ),
    );
  const second = await database.db
    .select({ personId: helpReaders.personId })
    .from(helpReaders)
    .where(and(eq(helpReaders.requestId, helpRequestId), eq(helpReaders.reason, "second")))
    .orderBy(asc(helpReaders.id));
  return { events: events.length, second: second.map(({ personId }) => personId) };
}

it("tells the head on Monday of what was written on Friday and nobody has read, once", async () => {
  const { ask, clock, world } = await helpStory(database, FRIDAY_AFTERNOON);
  const helpRequestId = await ask();
  const context = { db: database.db, clock };
  const nobody = { events: 0, second: [] };
  for (const days of [1, 1, 1 - HOUR]) {
    clock.advanceDays(days);
    await tellSecondAdults(context, { limit: 100 });
    expect(await toldOf(helpRequestId)).toEqual(nobody);
  }
  clock.advanceDays(HOUR);
  await Promise.all([tellSecondAdults(context, { limit: 100 }), tellSecondAdults(context, { limit: 100 })]);
  clock.advanceDays(5);
  await tellSecondAdults(context, { limit: 100 });
  expect(await toldOf(helpRequestId)).toEqual({ events: 1, second: [world.head.id] });
});

it("tells nobody of what someone has read", async () => {
  const { ask, clock, teacher } = await helpStory(database);
  const helpRequestId = await ask();
  await readHelpRequest(teacher, { helpRequestId });
  clock.advanceDays(7);
  await tellSecondAdults({ db: database.db, clock }, { limit: 100 });
  expect(await toldOf(helpRequestId)).toEqual({ events: 0, second: [] });
});

it("opens to the head a request written to one teacher who has not read it, and says so in its history", async () => {
  const { ask, clock, world, head } = await helpStory(database);
  const helpRequestId = await ask("behaviour", world.teacher.id);
  expect(await listOpenHelpRequests(head.db, head.actor)).toEqual([]);
  clock.advanceDays(1);
  await tellSecondAdults({ db: database.db, clock }, { limit: 100 });
  const byName = `${world.head.firstName} ${world.head.lastName}`;
  expect(await listOpenHelpRequests(head.db, head.actor)).toMatchObject([
    { id: helpRequestId, steps: [{ kind: "second_told", byName }] },
  ]);
});

it("goes to the office when it is the head who has not read", async () => {
  const { ask, clock, make, world } = await helpStory(database);
  const office = await make.staff("schoolOffice", world.school.uai);
  const helpRequestId = await ask("behaviour", world.head.id);
  clock.advanceDays(1);
  await tellSecondAdults({ db: database.db, clock }, { limit: 100 });
  expect(await toldOf(helpRequestId)).toEqual({ events: 1, second: [office.id] });
});
