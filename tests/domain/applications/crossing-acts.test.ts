import { describe, expect, it } from "vitest";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { objectToApplication } from "#app/domain/applications/object-to-application.server.ts";
import { sweepDeadlines } from "#app/domain/applications/endings/sweep-deadlines.server.ts";
import { transferApplication } from "#app/domain/applications/transfer-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { getApplicationOfPupil } from "#app/domain/applications/views/applications.pupil-queries.server.ts";
import { confirmFailureMessage } from "#app/ui/messages/applications.ts";
import { guardians } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { eq } from "drizzle-orm";
import { lifeCycleStory, valueOf } from "./life-cycle-story.ts";

const ROUNDS = process.env.TEST_LONG ? 100 : 5;
const database = testDatabase();

describe("everyone at the same instant, each on a connection of their own", () => {
  it.each(["waiting", "accepted"] as const)(
    "leaves an application that is %s with one outcome, and the seats that go with it",
    async (start) => {
      const story = await lifeCycleStory(database.db);
      const { clock, world, host, make, expectTruth } = story;
      const db = database.openPool(8);
      const target = await world.newOffer({ seats: [200, 200] });
      for (let round = 0; round < ROUNDS; round += 1) {
        const pupil = await make.as((await world.newPupil()).id);
        const offer = await world.newOffer();
        const applicationId =
          start === "waiting"
            ? await story.apply(offer.id, "both", pupil)
            : await story.accepted(offer.id, "both", pupil);
        const [guardian] = await database.db
          .select()
          .from(guardians)
          .where(eq(guardians.pupilId, pupil.actor.personId));
        clock.advanceDays(11);
        const onPool = { ...host, db };
        const asPupil = { ...pupil, db };
        await Promise.all([
          acceptApplication(onPool, { applicationId }),
          confirmPlacement(asPupil, { applicationId }),
          withdrawApplication(asPupil, { applicationId }),
          cancelPlacement(onPool, { applicationId, reason: "dates" }),
          transferApplication(onPool, { applicationId, offerId: target.id }),
          objectToApplication({ db, clock }, { guardianId: guardian!.id, applicationId }),
          sweepDeadlines({ db, clock }, { limit: 50 }),
        ]);
        const status = await story.statusOf(applicationId);
        const held = { accepted: "1+0/1", confirmed: "0+1/1" }[status as string] ?? "0+0/1";
        expect(await story.seatsOf(offer.id)).toEqual([held, held]);
        await expectTruth();
      }
    },
  );
});

describe("a pupil with two hosts, one week each", () => {
  it("confirms both places, keeps what is for the other week, and has two agreements", async () => {
    const { make, world, pupil, host, apply, accepted, statusOf, seatsOf, expectTruth } =
      await lifeCycleStory(database.db, [2, 2]);
    const secondHost = await make.organisation();
    const secondEmployer = await make.as((await make.employer(secondHost.id)).id);
    const second = await make.offer({
      campaignId: world.campaign.id,
      organisationId: secondHost.id,
      seats: [2, 2],
    });
    const weekOne = await accepted(world.offer.id, 1);
    const weekTwo = await apply(second.id, 2);
    valueOf(await acceptApplication(secondEmployer, { applicationId: weekTwo }));
    const rivals = {
      one: await apply((await world.newOffer()).id, 1),
      two: await apply((await world.newOffer()).id, 2),
      both: await apply((await world.newOffer()).id, "both"),
    };

    const first = valueOf(await confirmPlacement(pupil, { applicationId: weekOne }));
    expect(await statusOf(weekTwo)).toBe("accepted");
    expect(await Promise.all(Object.values(rivals).map(statusOf))).toEqual([
      "released",
      "submitted",
      "released",
    ]);
    const other = valueOf(await confirmPlacement(pupil, { applicationId: weekTwo }));
    expect(await statusOf(rivals.two)).toBe("released");
    expect(other.agreementId).not.toBe(first.agreementId);
    expect(await seatsOf(world.offer.id)).toEqual(["0+1/2", "0+0/2"]);
    expect(await seatsOf(second.id)).toEqual(["0+0/2", "0+1/2"]);

    valueOf(await cancelPlacement(host, { applicationId: weekOne, reason: "site_closed" }));
    expect(await statusOf(weekTwo)).toBe("confirmed");
    const kept = await getApplicationOfPupil(database.db, pupil.actor, weekTwo);
    expect(kept?.agreement).toMatchObject({ id: other.agreementId });
    const again = await confirmPlacement(pupil, { applicationId: weekOne });
    expect(again).toMatchObject({ error: { code: "not_possible", status: "cancelled" } });
    expect(confirmFailureMessage({ code: "not_possible", status: "cancelled" })).toContain("annulée");
    expect(await statusOf(await apply((await world.newOffer()).id, 1))).toBe("submitted");
    await expectTruth();
  });
});
