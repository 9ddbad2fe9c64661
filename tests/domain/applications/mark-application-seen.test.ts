import { describe, expect, it } from "vitest";
import { markApplicationSeen } from "#app/domain/applications/mark-application-seen.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, valueOf } from "./life-cycle-story.ts";

const database = testDatabase();

describe("a host that opens an application", () => {
  it("marks it as read once, and leaves its deadline as it was", async () => {
    const { world, host, apply, statusOf, eventsAbout, expectTruth } = await lifeCycleStory(database.db);
    const applicationId = await apply(world.offer.id);
    valueOf(await markApplicationSeen(host, { applicationId }));
    valueOf(await markApplicationSeen(host, { applicationId }));
    expect(await statusOf(applicationId)).toBe("seen");
    expect(await eventsAbout(applicationId)).toEqual(["application.submitted", "application.seen"]);
    await expectTruth();
  });

  it("changes nothing for who has no part in it", async () => {
    const { make, world, pupil, apply, statusOf } = await lifeCycleStory(database.db);
    const applicationId = await apply(world.offer.id);
    const stranger = await make.as((await make.employer((await make.organisation()).id)).id);
    for (const other of [stranger, pupil])
      expect(await markApplicationSeen(other, { applicationId })).toEqual({
        ok: false,
        error: { code: "not_found" },
      });
    expect(await statusOf(applicationId)).toBe("submitted");
  });
});
