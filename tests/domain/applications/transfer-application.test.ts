import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { transferApplication } from "#app/domain/applications/transfer-application.server.ts";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import { listTransferTargets } from "#app/domain/applications/views/transfer-targets.queries.server.ts";
import { applications, schools } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, valueOf } from "./life-cycle-story.ts";

const database = testDatabase();
const story = (seats?: [number, number]) => lifeCycleStory(database.db, seats);
const refused = (code: string) => ({ ok: false, error: { code } });

describe("a host that passes an application on", () => {
  it("ends it here and makes it wait there, with its letter, under one event that tells of both", async () => {
    const { world, host, apply, statusOf, eventsAbout, expectTruth } = await story();
    const target = await world.newOffer();
    const applicationId = await apply(world.offer.id, 2);
    const moved = valueOf(await transferApplication(host, { applicationId, offerId: target.id }));
    expect(await statusOf(applicationId)).toBe("transferred");
    const [row] = await database.db
      .select()
      .from(applications)
      .where(eq(applications.id, moved.applicationId));
    expect(row).toMatchObject({ offerId: target.id, status: "submitted", transferredFrom: applicationId });
    expect(row?.motivation).toContain("J’aimerais");
    expect((await eventsAbout(applicationId)).at(-1)).toBe("application.transferred");
    expect(await eventsAbout(moved.applicationId)).toEqual([]);
    await expectTruth();
  });

  it("does not, far from the school, until the host has read how far it is", async () => {
    const { world, host, apply } = await story();
    await database.db
      .update(schools)
      .set({ latitude: 43.2965, longitude: 5.3698 })
      .where(eq(schools.uai, world.school.uai));
    const target = await world.newOffer();
    const applicationId = await apply(world.offer.id, 2);
    const [listed] = await listTransferTargets(database.db, applicationId, new Date("2027-03-01T09:00:00Z"));
    expect(listed?.distanceKm).toBeGreaterThan(700);
    const refusal = await transferApplication(host, { applicationId, offerId: target.id });
    expect(refusal).toMatchObject({ ok: false, error: { code: "too_far" } });
    expect(
      await transferApplication(host, { applicationId, offerId: target.id, evenFar: true }),
    ).toMatchObject({
      ok: true,
    });
  });

  it("does not, towards an offer that could not take it", async () => {
    const { make, world, pupil, host, apply, accepted } = await story();
    const applicationId = await apply(world.offer.id);
    const to = (offerId: string) => transferApplication(host, { applicationId, offerId });
    expect(await to(world.offer.id)).toMatchObject(refused("same_offer"));

    const foreign = await make.offer({
      campaignId: world.campaign.id,
      organisationId: (await make.organisation()).id,
    });
    expect(await to(foreign.id)).toMatchObject(refused("offer_closed"));

    const reserved = await world.newOffer({ values: { reservedTo: "rep" } });
    expect(await to(reserved.id)).toMatchObject(refused("offer_closed"));

    const paused = await world.newOffer();
    valueOf(await pauseOffer(host, { offerId: paused.id }));
    expect(await to(paused.id)).toMatchObject(refused("offer_closed"));

    const taken = await world.newOffer();
    await accepted(taken.id, "both", await make.as((await world.newPupil()).id));
    expect(await to(taken.id)).toMatchObject(refused("weeks_not_open"));

    const busy = await world.newOffer({ seats: [5, 5], values: { maxOpenApplications: 1 } });
    await apply(busy.id, 1, await make.as((await world.newPupil()).id));
    expect(await to(busy.id)).toMatchObject(refused("full_for_now"));

    const known = await world.newOffer();
    await apply(known.id, 1, pupil);
    expect(await to(known.id)).toMatchObject(refused("already_applied"));
  });
});
