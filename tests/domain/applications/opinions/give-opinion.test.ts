import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { giveOpinion } from "#app/domain/applications/opinions/give-opinion.server.ts";
import { getOpinionSheet } from "#app/domain/applications/opinions/opinions.queries.server.ts";
import type { PeriodChoice } from "#app/domain/offers/offer.ts";
import { hostSites, opinions } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, valueOf } from "#tests/domain/applications/life-cycle-story.ts";

const database = testDatabase();

/** A pupil whose placement ends on 22 June 2027 (first week) or on the 28th. */
async function placed(choice: PeriodChoice = "both") {
  const story = await lifeCycleStory(database.db);
  const { world, pupil, accepted } = story;
  const applicationId = await accepted(world.offer.id, choice);
  valueOf(await confirmPlacement(pupil, { applicationId }));
  const give = (welcomed: 1 | 2 | 3 | 4, useful: 1 | 2 | 3 | 4, ctx = pupil) =>
    giveOpinion(ctx, { applicationId, welcomed, useful });
  const sheet = (ctx = pupil) => getOpinionSheet(ctx.db, ctx.actor, { applicationId, at: ctx.clock.now() });
  const kept = () => database.db.select().from(opinions).where(eq(opinions.applicationId, applicationId));
  return { ...story, applicationId, give, sheet, kept };
}

describe("a pupil's opinion on a placement", () => {
  it("is given from the last day on, and not the day before", async () => {
    const { clock, give, sheet, kept } = await placed();
    clock.set("2027-06-27T21:59:00Z");
    expect(await sheet()).toBeNull();
    expect(await give(4, 3)).toMatchObject({ error: { code: "too_early", opensOn: "2027-06-28" } });
    clock.set("2027-06-27T22:00:00Z");
    expect(await sheet()).toEqual({ given: null, open: true, closesOn: "2027-07-28" });
    expect(await give(4, 3)).toEqual({ ok: true, value: undefined });
    expect(await sheet()).toMatchObject({ given: { welcomed: 4, useful: 3 } });
    expect(await kept()).toMatchObject([{ welcomed: 4, useful: 3, givenAt: clock.now() }]);
  });

  it("follows the weeks of the placement, not those of the campaign", async () => {
    const { clock, give } = await placed(1);
    clock.set("2027-06-22T06:00:00Z");
    expect(await give(3, 2)).toMatchObject({ ok: true });
  });

  it("follows the day it is where the placement takes place", async () => {
    const { clock, world, give } = await placed();
    await database.db
      .update(hostSites)
      .set({ inseeCode: "97411" })
      .where(eq(hostSites.organisationId, world.organisation.id));
    clock.set("2027-06-27T20:00:00Z");
    expect(await give(2, 2)).toMatchObject({ ok: true });
  });

  it("is changed until thirty days after, then stays as it was", async () => {
    const { clock, give, sheet, kept } = await placed();
    clock.set("2027-06-28T16:00:00Z");
    valueOf(await give(4, 4));
    clock.set("2027-07-28T21:59:00Z");
    valueOf(await give(2, 1));
    expect(await kept()).toMatchObject([{ welcomed: 2, useful: 1, givenAt: clock.now() }]);
    clock.set("2027-07-28T22:00:00Z");
    expect(await give(4, 4)).toMatchObject({ error: { code: "too_late", closedOn: "2027-07-28" } });
    expect(await sheet()).toEqual({
      given: { welcomed: 2, useful: 1 },
      open: false,
      closesOn: "2027-07-28",
    });
  });

  it("is nobody else's to give or to read", async () => {
    const { clock, make, world, host, give, sheet } = await placed();
    clock.set("2027-06-28T16:00:00Z");
    valueOf(await give(1, 1));
    const classmate = await make.as((await world.newPupil()).id);
    const teacher = await make.as(world.teacher.id);
    for (const other of [classmate, host, teacher]) {
      expect(await give(4, 4, other)).toMatchObject({ error: { code: "not_found" } });
      expect(await sheet(other)).toBeNull();
    }
    expect(await sheet()).toMatchObject({ given: { welcomed: 1, useful: 1 } });
  });

  it("is not asked of a placement that was cancelled or never confirmed", async () => {
    const { clock, host, applicationId, give, sheet, pupil, apply, world } = await placed(1);
    valueOf(await cancelPlacement(host, { applicationId, reason: "dates" }));
    const waiting = await apply((await world.newOffer()).id, 2);
    clock.set("2027-06-28T16:00:00Z");
    expect(await give(4, 4)).toMatchObject({ error: { code: "not_confirmed" } });
    expect(await sheet()).toBeNull();
    const early = await giveOpinion(pupil, { applicationId: waiting, welcomed: 4, useful: 4 });
    expect(early).toMatchObject({ error: { code: "not_confirmed" } });
  });

  it("is kept once when it is sent several times at the same instant", async () => {
    const { clock, applicationId, pupil, kept } = await placed();
    clock.set("2027-06-28T16:00:00Z");
    const db = database.openPool(4);
    const answers = await Promise.all(
      ([1, 2, 3, 4] as const).map((mark) =>
        giveOpinion({ ...pupil, db }, { applicationId, welcomed: mark, useful: mark }),
      ),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await kept()).toHaveLength(1);
  });
});
