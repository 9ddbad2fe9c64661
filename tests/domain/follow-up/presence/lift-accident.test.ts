import { expect, it } from "vitest";
import { liftAccident } from "#app/domain/follow-up/presence/lift-accident.server.ts";
import { reportPresence } from "#app/domain/follow-up/presence/report-presence.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { stayStory } from "../stay-story.ts";

const database = testDatabase();

it("tells once that an accident was reported by mistake, and nothing when there was none", async () => {
  const stay = await stayStory(database.db);
  const { agreementId } = stay;
  expect(await liftAccident(stay.byHost(), { agreementId })).toEqual({ ok: true });
  expect(await stay.told("presence.report_lifted")).toBe(0);
  await reportPresence(stay.byHost(), { agreementId, kind: "accident" });
  await liftAccident(stay.bySchool, { agreementId });
  await liftAccident(stay.byHost(), { agreementId });
  expect(await stay.holding("2027-06-17")).toEqual([]);
  expect(await stay.told("presence.report_lifted")).toBe(1);
  // A real one afterwards is told again.
  await reportPresence(stay.byHost(), { agreementId, kind: "accident" });
  expect(await stay.told("presence.accident_reported")).toBe(2);
});
