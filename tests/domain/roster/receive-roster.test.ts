import { expect, it } from "vitest";
import { receiveRoster } from "#app/domain/roster/receive-roster.server.ts";
import { rosterFiles } from "#db/schema/index.ts";
import { inPieces } from "#tests/fixtures/directory.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { fixture, importRow } from "./roster-story.ts";

const database = testDatabase();
const clock = fakeClock();

it("keeps the last file of a school for the worker, and takes none from anybody else", async () => {
  const make = factories(database.db, clock);
  const { uai } = await make.school();
  const ctx = Object.assign(await make.as((await make.staff("schoolOffice", uai)).id), { uai });
  const bytes = await fixture("siecle.csv");
  const read = (take: (source: AsyncIterable<Uint8Array>) => Promise<void>) => take(inPieces(bytes, 1_000));
  const teacher = await make.as((await make.staff("teacher", uai)).id);
  expect(await receiveRoster(teacher, { uai, read })).toMatchObject({ error: { code: "not_found" } });
  const first = await receiveRoster(ctx, { uai, read });
  const second = await receiveRoster(ctx, { uai, read });
  if (!first.ok || !second.ok) throw new Error("Refused");
  expect((await importRow(ctx, first.value.importId)).status).toBe("abandoned");
  expect((await importRow(ctx, second.value.importId)).status).toBe("checking");
  const [kept, ...others] = await database.db.select().from(rosterFiles);
  expect(others).toEqual([]);
  expect(Buffer.from(kept?.bytes ?? []).equals(bytes)).toBe(true);
});
