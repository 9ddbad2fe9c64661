import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { applications, identities, persons } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, MOTIVATION } from "./life-cycle-story.ts";

const database = testDatabase();

const send = (ctx: ActorContext, offerId: string) =>
  submitApplication(ctx, { offerId, motivation: MOTIVATION, choice: 1 });

describe("a pupil", () => {
  it("has ten live applications at most, however quickly they apply", async () => {
    const { world, pupil, expectTruth } = await lifeCycleStory(database.db, [5, 5]);
    const offers = [];
    for (let number = 0; number < 14; number += 1) offers.push(await world.newOffer());
    const db = database.openPool(14);
    const outcomes = await Promise.all(offers.map(({ id }) => send({ ...pupil, db }, id)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(10);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: { code: "quota_reached", max: 10 } });
    await expectTruth();
  });

  it("has one live application an offer", async () => {
    const { world, pupil } = await lifeCycleStory(database.db, [5, 5]);
    const db = database.openPool(6);
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => send({ ...pupil, db }, world.offer.id)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      await database.db.$count(
        applications,
        and(
          eq(applications.pupilId, pupil.actor.personId),
          inArray(applications.status, ["submitted", "seen"]),
        ),
      ),
    ).toBe(1);
  });
});

describe("an account", () => {
  it("is one a person: neither an address nor a way to sign in serves two", async () => {
    const { make } = await lifeCycleStory(database.db, [5, 5]);
    const person = await make.person({ email: "une.seule@example.org" }, { password: "decouverte-2024" });
    await expect(make.person({ email: "Une.Seule@example.org" })).rejects.toThrow();
    const [identity] = await database.db.select().from(identities).where(eq(identities.personId, person.id));
    const other = await make.person();
    const { id: _id, ...same } = { ...identity!, personId: other.id };
    await expect(database.db.insert(identities).values(same)).rejects.toThrow();
    expect(await database.db.$count(persons, eq(persons.email, "une.seule@example.org"))).toBe(1);
  });
});
