import { expect, it } from "vitest";
import { abandonRoster } from "#app/domain/roster/abandon-roster.server.ts";
import { rosterFiles } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { check, fixture, importRow } from "./roster-story.ts";

const database = testDatabase();
const clock = fakeClock();

it("gives up a list once, with its file, and only for the school that sent it", async () => {
  const make = factories(database.db, clock);
  await make.campaign();
  const { uai } = await make.school();
  const ctx = Object.assign(await make.as((await make.staff("schoolOffice", uai)).id), { uai });
  const { id: importId } = await check(ctx, await fixture("siecle.csv"));
  const stranger = await make.as((await make.staff("schoolHead", (await make.school()).uai)).id);
  expect(await abandonRoster(stranger, { importId })).toMatchObject({ error: { code: "not_found" } });
  expect((await abandonRoster(ctx, { importId })).ok).toBe(true);
  expect(await abandonRoster(ctx, { importId })).toMatchObject({ error: { code: "over" } });
  expect(await importRow(ctx, importId)).toMatchObject({ status: "abandoned", review: null });
  expect(await database.db.$count(rosterFiles)).toBe(0);
});
