import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { CANCEL_REASONS } from "#app/domain/applications/application.ts";
import { agreements, stateChanges } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, valueOf } from "#tests/domain/applications/life-cycle-story.ts";

const database = testDatabase();
const story = (seats?: [number, number]) => lifeCycleStory(database.db, seats);
const refused = (code: string) => ({ ok: false, error: { code } });

describe("a host that takes back what it gave", () => {
  it("frees the seats of an acceptance at once, with its reason in the history", async () => {
    const { world, host, accepted, statusOf, seatsOf, isFound, expectTruth } = await story();
    const applicationId = await accepted(world.offer.id);
    expect(await isFound(world.offer.id)).toBe(false);
    valueOf(await cancelPlacement(host, { applicationId, reason: "site_closed" }));
    expect(await statusOf(applicationId)).toBe("cancelled");
    expect(await seatsOf(world.offer.id)).toEqual(["0+0/1", "0+0/1"]);
    expect(await isFound(world.offer.id)).toBe(true);
    const [last] = await database.db
      .select()
      .from(stateChanges)
      .where(and(eq(stateChanges.applicationId, applicationId), eq(stateChanges.toStatus, "cancelled")));
    expect(last).toMatchObject({ fromStatus: "accepted", actorRole: "host", reason: "site_closed" });
    await expectTruth();
  });

  it("cancels a confirmed place and its agreement together, and the pupil may find another for these weeks", async () => {
    const { world, pupil, host, apply, accepted, statusOf, seatsOf, eventsAbout, expectTruth } =
      await story();
    const applicationId = await accepted(world.offer.id);
    const { agreementId } = valueOf(await confirmPlacement(pupil, { applicationId }));
    valueOf(await cancelPlacement(host, { applicationId, reason: "no_supervisor" }));
    expect(await statusOf(applicationId)).toBe("cancelled");
    expect(await seatsOf(world.offer.id)).toEqual(["0+0/1", "0+0/1"]);
    const [agreement] = await database.db.select().from(agreements).where(eq(agreements.id, agreementId));
    expect(agreement?.status).toBe("cancelled");
    const [change] = await database.db
      .select()
      .from(stateChanges)
      .where(and(eq(stateChanges.agreementId, agreementId), eq(stateChanges.toStatus, "cancelled")));
    expect(change).toMatchObject({ fromStatus: "completed", actorRole: "host", reason: "no_supervisor" });
    expect(await eventsAbout(agreementId)).toEqual(["agreement.completed", "agreement.cancelled"]);
    expect(await statusOf(await apply(world.offer.id))).toBe("submitted");
    await expectTruth();
  });

  it("cannot do so once everyone has signed: nothing changes", async () => {
    const { world, pupil, host, accepted, statusOf, seatsOf, expectTruth } = await story();
    const applicationId = await accepted(world.offer.id);
    const { agreementId } = valueOf(await confirmPlacement(pupil, { applicationId }));
    await database.db.transaction(async (tx) => {
      const signed = { status: "signed" as const, validatedAt: new Date("2027-03-01T09:00:00Z") };
      await tx.update(agreements).set(signed).where(eq(agreements.id, agreementId));
      const change = { agreementId, toStatus: "signed", actorRole: "system" as const };
      await tx.insert(stateChanges).values({ ...change, changedAt: new Date("2027-03-02T09:00:00Z") });
    });
    const outcome = await cancelPlacement(host, { applicationId, reason: "dates" });
    expect(outcome).toMatchObject(refused("agreement_signed"));
    expect(await statusOf(applicationId)).toBe("confirmed");
    expect(await seatsOf(world.offer.id)).toEqual(["0+1/1", "0+1/1"]);
    await expectTruth();
  });

  it("does not act on what it has not accepted, nor for another organisation, nor as the pupil", async () => {
    const { make, world, pupil, host, apply, accepted } = await story([5, 5]);
    const waiting = await apply(world.offer.id);
    const reason = CANCEL_REASONS[0];
    expect(await cancelPlacement(host, { applicationId: waiting, reason })).toMatchObject({
      error: { code: "not_possible", status: "submitted" },
    });
    const given = await accepted((await world.newOffer()).id);
    const stranger = await make.as((await make.employer((await make.organisation()).id)).id);
    for (const other of [stranger, pupil])
      expect(await cancelPlacement(other, { applicationId: given, reason })).toMatchObject(
        refused("not_found"),
      );
  });
});
