import { expect, it } from "vitest";
import { forgetRosters } from "#app/domain/roster/forget-rosters.server.ts";
import { rosterFiles } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { check, fixture, importRow } from "./roster-story.ts";

const database = testDatabase();
const clock = fakeClock();

it("forgets a list, and all that was read in it, a day after it was sent and not before", async () => {
  const make = factories(database.db, clock);
  await make.campaign();
  const { uai } = await make.school();
  const ctx = Object.assign(await make.as((await make.staff("schoolHead", uai)).id), { uai });
  const { id } = await check(ctx, await fixture("siecle.csv"));
  await forgetRosters({ db: database.db, clock });
  expect((await importRow(ctx, id)).status).toBe("checked");
  clock.advanceDays(1);
  await forgetRosters({ db: database.db, clock });
  expect(await importRow(ctx, id)).toMatchObject({ status: "abandoned", review: null, columns: null });
  expect(await database.db.$count(rosterFiles)).toBe(0);
});
