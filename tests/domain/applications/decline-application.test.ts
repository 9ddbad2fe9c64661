import { describe, expect, it } from "vitest";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { listApplicationChanges } from "#app/domain/applications/views/application-changes.queries.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, valueOf } from "./life-cycle-story.ts";

const database = testDatabase();

describe("a host that declines an application", () => {
  it("ends it with a reason of the list, once", async () => {
    const { world, host, apply, statusOf, seatsOf, eventsAbout, expectTruth } = await lifeCycleStory(
      database.db,
    );
    const applicationId = await apply(world.offer.id);
    valueOf(await declineApplication(host, { applicationId, reason: "dates" }));
    expect(await statusOf(applicationId)).toBe("declined");
    expect(await seatsOf(world.offer.id)).toEqual(["0+0/1", "0+0/1"]);
    expect((await eventsAbout(applicationId)).at(-1)).toBe("application.declined");
    const changes = await listApplicationChanges(database.db, applicationId);
    expect(changes.at(-1)).toMatchObject({ from: "submitted", to: "declined", by: "host", reason: "dates" });
    expect(await declineApplication(host, { applicationId, reason: "dates" })).toEqual({
      ok: false,
      error: { code: "not_possible", status: "declined" },
    });
    await expectTruth();
  });

  it("answers for its own applications only", async () => {
    const { make, world, pupil, apply, statusOf } = await lifeCycleStory(database.db);
    const applicationId = await apply(world.offer.id);
    const stranger = await make.as((await make.employer((await make.organisation()).id)).id);
    for (const other of [stranger, pupil])
      expect(await declineApplication(other, { applicationId, reason: "dates" })).toEqual({
        ok: false,
        error: { code: "not_found" },
      });
    expect(await statusOf(applicationId)).toBe("submitted");
  });
});
