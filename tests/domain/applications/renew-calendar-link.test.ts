import { expect, it } from "vitest";
import { renewCalendarLink } from "#app/domain/applications/renew-calendar-link.server.ts";
import { getCalendarLink } from "#app/domain/applications/views/placement-calendar.queries.server.ts";
import { persons } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();

it("makes a new version each time, of the actor's own link alone, within what a token can tell", async () => {
  const { db } = database;
  const make = factories(db, fakeClock());
  const [pupil, other] = [await make.person(), await make.person()];
  const ctx = await make.as(pupil.id);
  const versionOf = async () => (await getCalendarLink(db, ctx.actor)).version;
  expect(await versionOf()).toBe(1);
  await renewCalendarLink(ctx);
  expect(await versionOf()).toBe(2);
  expect((await getCalendarLink(db, (await make.as(other.id)).actor)).version).toBe(1);
  await db.update(persons).set({ calendarVersion: 255 });
  await renewCalendarLink(ctx);
  expect(await versionOf()).toBe(1);
});
