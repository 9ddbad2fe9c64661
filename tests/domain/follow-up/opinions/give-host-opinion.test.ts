import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { giveHostOpinion } from "#app/domain/follow-up/opinions/give-host-opinion.server.ts";
import { hostOpinions } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { stayStory } from "../stay-story.ts";

const database = testDatabase();

it("is given by link from the last day on, and changed for a month", async () => {
  const stay = await stayStory(database.db);
  const { agreementId } = stay;
  const give = (again: 1 | 4) => giveHostOpinion(stay.byHost(), { agreementId, went: 3, again });
  expect(await give(4)).toEqual({ ok: false, error: { code: "too_early", opensOn: "2027-06-28" } });
  stay.clock.set("2027-06-28T08:00:00Z");
  expect(await give(1)).toEqual({ ok: true });
  expect(await give(4)).toEqual({ ok: true });
  const rows = await database.db.select().from(hostOpinions).where(eq(hostOpinions.agreementId, agreementId));
  expect(rows).toMatchObject([{ went: 3, again: 4 }]);
  const closed = await giveHostOpinion(stay.byHost(2), { agreementId, went: 3, again: 4 });
  expect(closed).toEqual({ ok: false, error: { code: "not_found" } });
});
