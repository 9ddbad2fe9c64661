import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { findAgreement } from "#app/domain/agreements/agreements.store.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { affiliations, agreements, offerSearch, outboxEvents } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, MOTIVATION, valueOf } from "./life-cycle-story.ts";

const database = testDatabase();

const story = (seats: [number, number] = [1, 1]) => lifeCycleStory(database.db, seats);

describe("the journey of an application", () => {
  it("leads from a letter to a place and a completed agreement", async () => {
    const { world, pupil, accepted, seatsOf, expectTruth } = await story();
    const before = await database.db.$count(outboxEvents);
    const applicationId = await accepted(world.offer.id);
    expect(await seatsOf(world.offer.id)).toEqual(["1+0/1", "1+0/1"]);
    expect(
      await database.db.select().from(offerSearch).where(eq(offerSearch.offerId, world.offer.id)),
    ).toEqual([]);

    const { agreementId } = valueOf(await confirmPlacement(pupil, { applicationId }));
    expect(await seatsOf(world.offer.id)).toEqual(["0+1/1", "0+1/1"]);
    const [agreement] = await database.db.select().from(agreements).where(eq(agreements.id, agreementId));
    expect(agreement).toMatchObject({ status: "completed", currentVersion: 1, applicationId });
    const events = await database.db
      .select({ type: outboxEvents.type })
      .from(outboxEvents)
      .orderBy(outboxEvents.id)
      .offset(before);
    expect(events.map(({ type }) => type)).toEqual([
      "application.submitted",
      "application.accepted",
      "application.confirmed",
      "agreement.completed",
    ]);
    await expectTruth();
  });

  it("releases the other live applications for the confirmed weeks, and only those", async () => {
    const { world, pupil, apply, accepted, statusOf, seatsOf, expectTruth } = await story([3, 3]);
    const [weekOne, both, weekTwo] = [await world.newOffer(), await world.newOffer(), await world.newOffer()];
    const rivals = {
      one: await accepted(weekOne.id, 1),
      both: await apply(both.id),
      two: await apply(weekTwo.id, 2),
    };
    const applicationId = await accepted(world.offer.id, 1);
    valueOf(await confirmPlacement(pupil, { applicationId }));
    expect(await statusOf(rivals.one)).toBe("released");
    expect(await statusOf(rivals.both)).toBe("released");
    expect(await statusOf(rivals.two)).toBe("submitted");
    expect(await seatsOf(weekOne.id)).toEqual(["0+0/3", "0+0/3"]);
    await expectTruth();
  });

  it("names on the agreement whoever heads the school today, never a predecessor", async () => {
    const { make, world, pupil, accepted } = await story();
    const past = await make.person({ firstName: "Ancienne", lastName: "Direction" });
    const { uai } = world.school;
    const gone = {
      role: "schoolHead" as const,
      schoolUai: uai,
      validFrom: "2020-09-01",
      validTo: "2027-03-01",
    };
    await database.db.insert(affiliations).values({ personId: past.id, ...gone });
    const applicationId = await accepted(world.offer.id);
    const { agreementId } = valueOf(await confirmPlacement(pupil, { applicationId }));
    const agreement = await findAgreement(database.db, agreementId);
    expect(agreement?.content.school.headName).toBe(`${world.head.firstName} ${world.head.lastName}`);
  });

  it("lets a pupil spend one week in each of two hosts", async () => {
    const { world, pupil, accepted, expectTruth } = await story();
    const second = await world.newOffer();
    const first = await accepted(world.offer.id, 1);
    valueOf(await confirmPlacement(pupil, { applicationId: first }));
    const applicationId = await accepted(second.id, 2);
    valueOf(await confirmPlacement(pupil, { applicationId }));
    const own = await database.db.select().from(agreements).where(eq(agreements.pupilId, world.pupil.id));
    expect(own).toHaveLength(2);
    await expectTruth();
  });
});

describe("at the same instant", () => {
  it("confirms once when the button is pressed ten times", async () => {
    const { world, make, accepted, expectTruth } = await story();
    const applicationId = await accepted(world.offer.id);
    const pool = database.openPool(10);
    const ctx = await make.as(world.pupil.id, pool);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => confirmPlacement(ctx, { applicationId })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      await database.db.select().from(agreements).where(eq(agreements.applicationId, applicationId)),
    ).toHaveLength(1);
    await expectTruth();
  });

  it("keeps one place a week when a pupil confirms two hosts at once", async () => {
    const { world, make, accepted, statusOf, expectTruth } = await story();
    const rival = await world.newOffer();
    const ids = [await accepted(world.offer.id), await accepted(rival.id)];
    const ctx = await make.as(world.pupil.id, database.openPool(4));
    const outcomes = await Promise.all(ids.map((applicationId) => confirmPlacement(ctx, { applicationId })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await Promise.all(ids.map(statusOf))).sort()).toEqual(["confirmed", "released"]);
    await expectTruth();
  });

  it("never leaves an application alive for a week confirmed meanwhile", async () => {
    const { world, make, accepted, expectTruth } = await story([9, 9]);
    const applicationId = await accepted(world.offer.id);
    const others = await Promise.all(Array.from({ length: 6 }, () => world.newOffer()));
    const ctx = await make.as(world.pupil.id, database.openPool(8));
    await Promise.all([
      ...others.map(({ id }) =>
        submitApplication(ctx, { offerId: id, motivation: MOTIVATION, choice: "both" }),
      ),
      confirmPlacement(ctx, { applicationId }),
    ]);
    await expectTruth();
  });
});
