import { expect, it } from "vitest";
import { checkRoster } from "#app/domain/roster/check-roster.server.ts";
import { mapRosterColumns } from "#app/domain/roster/map-columns.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { check, importRow, pupilNumbers } from "./roster-story.ts";

const database = testDatabase();
const clock = fakeClock();
const file = Buffer.from("Alpha;Beta;Gamma\r\nMARTIN;Inès;02/10/2011\r\n");

it("asks for columns that it does not know, keeps the school's answer, and reads its next files so", async () => {
  const make = factories(database.db, clock);
  await make.campaign();
  const { uai } = await make.school();
  const ctx = Object.assign(await make.as((await make.staff("schoolHead", uai)).id), { uai });
  const { id: importId, status } = await check(ctx, file);
  expect(status).toBe("to_map");
  expect(await mapRosterColumns(ctx, { importId, fields: ["lastName", null, "birthDate"] })).toEqual({
    ok: false,
    error: { code: "incomplete" },
  });
  const fields = ["lastName", "firstName", "birthDate"] as const;
  const stranger = await make.as((await make.staff("schoolHead", (await make.school()).uai)).id);
  expect(await mapRosterColumns(stranger, { importId, fields })).toMatchObject({
    error: { code: "not_found" },
  });
  expect((await mapRosterColumns(ctx, { importId, fields })).ok).toBe(true);
  await checkRoster({ db: database.db, clock, pupilNumbers }, { importId });
  expect((await importRow(ctx, importId)).review?.counts).toMatchObject({ added: 1 });
  expect((await check(ctx, file)).status).toBe("checked");
});
