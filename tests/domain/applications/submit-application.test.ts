import { describe, expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, MOTIVATION, valueOf } from "./life-cycle-story.ts";

const database = testDatabase();

const story = (seats: [number, number] = [1, 1]) => lifeCycleStory(database.db, seats);

describe("an application that is refused", () => {
  it("refuses a second live application to the same offer, and accepts a new one after a refusal", async () => {
    const { world, pupil, host, apply } = await story();
    const applicationId = await apply(world.offer.id);
    const again = { offerId: world.offer.id, motivation: MOTIVATION, choice: "both" as const };
    expect(await submitApplication(pupil, again)).toEqual({ ok: false, error: { code: "already_applied" } });
    valueOf(await declineApplication(host, { applicationId, reason: "dates" }));
    expect((await submitApplication(pupil, again)).ok).toBe(true);
  });

  it("refuses the application that goes beyond the campaign's maximum", async () => {
    const { world, pupil, apply } = await story();
    const max = world.campaign.maxLiveApplications;
    for (let sent = 0; sent < max; sent += 1) await apply((await world.newOffer()).id);
    const beyond = await submitApplication(pupil, {
      offerId: world.offer.id,
      motivation: MOTIVATION,
      choice: "both",
    });
    expect(beyond).toEqual({ ok: false, error: { code: "quota_reached", max } });
  });

  it("refuses weeks that are full, taken already, or an offer that is paused", async () => {
    const { world, pupil, make, apply, accepted } = await story();
    const applicationId = await accepted(world.offer.id, 1);
    const neighbour = await make.as((await world.newPupil()).id);
    const full = await submitApplication(neighbour, {
      offerId: world.offer.id,
      motivation: MOTIVATION,
      choice: "both",
    });
    expect(full).toEqual({ ok: false, error: { code: "weeks_not_open" } });
    valueOf(await confirmPlacement(pupil, { applicationId }));
    const taken = await submitApplication(pupil, {
      offerId: (await world.newOffer()).id,
      motivation: MOTIVATION,
      choice: 1,
    });
    expect(taken).toEqual({ ok: false, error: { code: "week_already_taken" } });
    const paused = await world.newOffer({ values: { status: "paused" } });
    const closed = await submitApplication(neighbour, {
      offerId: paused.id,
      motivation: MOTIVATION,
      choice: "both",
    });
    expect(closed).toEqual({ ok: false, error: { code: "offer_closed" } });
    expect(await apply(world.offer.id, 2, neighbour)).toBeTruthy();
  });

  it("refuses a pupil outside the schools that an offer is reserved to", async () => {
    const { world, pupil } = await story();
    const reserved = await world.newOffer({ values: { reservedTo: "rep" } });
    const answer = await submitApplication(pupil, {
      offerId: reserved.id,
      motivation: MOTIVATION,
      choice: "both",
    });
    expect(answer).toEqual({ ok: false, error: { code: "offer_closed" } });
  });

  it("refuses applications before the opening day and after the campaign", async () => {
    const { clock, world, pupil } = await story();
    const input = { offerId: world.offer.id, motivation: MOTIVATION, choice: "both" as const };
    clock.set("2027-01-14T22:59:00Z");
    expect(await submitApplication(pupil, input)).toMatchObject({
      error: { code: "campaign_not_open", opensOn: "2027-01-15" },
    });
    clock.set("2027-06-28T22:30:00Z");
    expect(await submitApplication(pupil, input)).toMatchObject({ error: { code: "offer_closed" } });
  });
});
