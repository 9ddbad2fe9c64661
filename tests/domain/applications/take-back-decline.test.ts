import { endOfDayAfter } from "#app/kernel/deadline.ts";
import { describe, expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { takeBackDecline } from "#app/domain/applications/take-back-decline.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, valueOf } from "./life-cycle-story.ts";

const database = testDatabase();
const refused = (code: string) => ({ ok: false, error: { code } });
const MINUTE = 1 / (24 * 60);

async function declinedStory(seats: [number, number] = [1, 1]) {
  const story = await lifeCycleStory(database.db, seats);
  const applicationId = await story.apply(story.world.offer.id, 1);
  valueOf(await declineApplication(story.host, { applicationId, reason: "dates" }));
  return { ...story, applicationId };
}

describe("a host that takes a refusal back", () => {
  it("has the application to answer again for ten minutes, until the same day, and the pupil is told", async () => {
    const { clock, host, applicationId, statusOf, eventsAbout, expectTruth } = await declinedStory();
    clock.advanceDays(9 * MINUTE);
    valueOf(await takeBackDecline(host, { applicationId }));
    expect(await statusOf(applicationId)).toBe("seen");
    expect((await eventsAbout(applicationId)).at(-1)).toBe("application.decline_taken_back");
    const [row] = await database.db.query.applications.findMany({
      where: (table, { eq }) => eq(table.id, applicationId),
    });
    expect(row?.deadlineAt).toEqual(endOfDayAfter(row!.submittedAt!, 10));
    await expectTruth();
  });

  it("does so once, and no later", async () => {
    const late = await declinedStory();
    late.clock.advanceDays(11 * MINUTE);
    const { applicationId } = late;
    expect(await takeBackDecline(late.host, { applicationId })).toMatchObject(refused("too_late"));
    const again = await declinedStory();
    again.clock.advanceDays(MINUTE);
    valueOf(await takeBackDecline(again.host, again));
    again.clock.advanceDays(MINUTE);
    valueOf(await declineApplication(again.host, { applicationId: again.applicationId, reason: "dates" }));
    again.clock.advanceDays(MINUTE);
    expect(await takeBackDecline(again.host, again)).toMatchObject(refused("too_late"));
    expect(await again.statusOf(again.applicationId)).toBe("declined");
  });

  it("finds the pupil gone when they have a place for that week, or as many applications as they may", async () => {
    const placed = await declinedStory();
    const elsewhere = await placed.accepted((await placed.world.newOffer()).id, 1);
    valueOf(await confirmPlacement(placed.pupil, { applicationId: elsewhere }));
    expect(await takeBackDecline(placed.host, placed)).toMatchObject(refused("moved_on"));

    const busy = await declinedStory();
    for (let sent = 0; sent < busy.world.campaign.maxLiveApplications; sent += 1)
      await busy.apply((await busy.world.newOffer()).id, 1);
    expect(await takeBackDecline(busy.host, busy)).toMatchObject(refused("moved_on"));

    const rewritten = await declinedStory();
    await rewritten.apply(rewritten.world.offer.id, 1);
    expect(await takeBackDecline(rewritten.host, rewritten)).toMatchObject(refused("moved_on"));
    await rewritten.expectTruth();
  });

  it("takes back its own refusals only, and nothing that the pupil ended", async () => {
    const { make, pupil, host, world, apply, applicationId } = await declinedStory();
    const stranger = await make.as((await make.employer((await make.organisation()).id)).id);
    for (const other of [stranger, pupil])
      expect(await takeBackDecline(other, { applicationId })).toMatchObject(refused("not_found"));
    const withdrawn = { applicationId: await apply((await world.newOffer()).id, 1) };
    valueOf(await withdrawApplication(pupil, withdrawn));
    expect(await takeBackDecline(host, withdrawn)).toMatchObject(refused("not_possible"));
  });
});
