import { describe, expect, it } from "vitest";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, valueOf } from "./life-cycle-story.ts";

const database = testDatabase();
const story = (seats: [number, number] = [1, 1]) => lifeCycleStory(database.db, seats);

describe("a host that accepts an application", () => {
  it("keeps a seat of each week for the pupil, who has some days to confirm", async () => {
    const { world, host, apply, statusOf, seatsOf, eventsAbout, expectTruth } = await story();
    const applicationId = await apply(world.offer.id);
    valueOf(await acceptApplication(host, { applicationId }));
    expect(await statusOf(applicationId)).toBe("accepted");
    expect(await seatsOf(world.offer.id)).toEqual(["1+0/1", "1+0/1"]);
    expect(await eventsAbout(applicationId)).toEqual(["application.submitted", "application.accepted"]);
    expect(await acceptApplication(host, { applicationId })).toEqual({
      ok: false,
      error: { code: "not_possible", status: "accepted" },
    });
    await expectTruth();
  });

  it("is told that no seat is left once another pupil has it", async () => {
    const { make, world, host, apply, accepted, statusOf, expectTruth } = await story();
    const rival = await make.as((await world.newPupil()).id);
    const applicationId = await apply(world.offer.id, 1);
    await accepted(world.offer.id, 1, rival);
    expect(await acceptApplication(host, { applicationId })).toEqual({
      ok: false,
      error: { code: "no_seat_left" },
    });
    expect(await statusOf(applicationId)).toBe("submitted");
    await expectTruth();
  });

  it("tells nothing to someone who has no part in the application", async () => {
    const { world, make, apply } = await story();
    const applicationId = await apply(world.offer.id);
    const stranger = await make.as((await make.employer((await make.organisation()).id)).id);
    expect(await acceptApplication(stranger, { applicationId })).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
    const otherPupil = await make.as((await world.newPupil()).id);
    expect(await withdrawApplication(otherPupil, { applicationId })).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
  });
});
