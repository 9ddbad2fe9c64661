import { eq, inArray } from "drizzle-orm";
import { expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { closeAtDetachedHosts } from "#app/domain/applications/endings/close-at-detached-hosts.server.ts";
import { sweepDeadlines } from "#app/domain/applications/endings/sweep-deadlines.server.ts";
import { hostOrganisations, outboxEvents, stateChanges } from "#db/schema/index.ts";
import { lifeCycleStory, valueOf } from "#tests/domain/applications/life-cycle-story.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();

/** Applications in every state that waits, and one that is confirmed, at an organisation whose SIRET can be taken away. */
async function waitingStory() {
  const story = await lifeCycleStory(database.db, [5, 5]);
  await story.make.agreementText();
  const { make, world, clock } = story;
  const sent = await story.apply(world.offer.id);
  const another = async () => make.as((await world.newPupil()).id);
  const accepted = await story.accepted(world.offer.id, "both", await another());
  const settled = await another();
  const confirmed = await story.accepted(world.offer.id, "both", settled);
  valueOf(await confirmPlacement(settled, { applicationId: confirmed }));
  const detach = () =>
    database.db
      .update(hostOrganisations)
      .set({ detachedAt: clock.now() })
      .where(eq(hostOrganisations.id, world.organisation.id));
  const close = () => closeAtDetachedHosts({ db: database.db, clock });
  return { ...story, sent, accepted, confirmed, detach, close };
}

it("closes what waits at a detached host, gives its seats back, and leaves confirmed places to the schools", async () => {
  const story = await waitingStory();
  expect(await story.close()).toBe(0);
  await story.detach();
  expect(await story.close()).toBe(2);
  expect(await story.statusOf(story.sent)).toBe("closed");
  expect(await story.statusOf(story.accepted)).toBe("closed");
  expect(await story.statusOf(story.confirmed)).toBe("confirmed");
  expect(await story.seatsOf(story.world.offer.id)).toEqual(["0+1/5", "0+1/5"]);
  const ids = [story.sent, story.accepted];
  const changes = await database.db
    .select()
    .from(stateChanges)
    .where(inArray(stateChanges.applicationId, ids));
  expect(changes.filter(({ toStatus }) => toStatus === "closed")).toMatchObject([
    { actorRole: "system", actorId: null },
    { actorRole: "system", actorId: null },
  ]);
  await story.expectTruth();
});

it("announces each once, and its later silence never again as a host that did not answer", async () => {
  const story = await waitingStory();
  await story.detach();
  await Promise.all([story.close(), story.close(), story.close()]);
  story.clock.advanceDays(30);
  await sweepDeadlines({ db: database.db, clock: story.clock }, { limit: 100 });
  expect(await story.close()).toBe(0);
  for (const id of [story.sent, story.accepted])
    expect((await story.eventsAbout(id)).filter((type) => /closed|expired|lapsed/.test(type))).toEqual([
      "application.closed",
    ]);
  expect(await database.db.$count(outboxEvents, eq(outboxEvents.type, "application.expired"))).toBe(0);
});

it("meets an acceptance at the dangerous instant: the place is closed in the end, whoever comes first", async () => {
  const story = await waitingStory();
  await story.detach();
  await Promise.all([acceptApplication(story.host, { applicationId: story.sent }), story.close()]);
  await story.close();
  expect(await story.statusOf(story.sent)).toBe("closed");
  expect(await story.seatsOf(story.world.offer.id)).toEqual(["0+1/5", "0+1/5"]);
  await story.expectTruth();
});

it("frees the pupil to apply elsewhere, within the same limit", async () => {
  const story = await waitingStory();
  await story.detach();
  await story.close();
  const other = await story.world.newOffer();
  await database.db
    .update(hostOrganisations)
    .set({ detachedAt: null })
    .where(eq(hostOrganisations.id, story.world.organisation.id));
  expect(await story.statusOf(await story.apply(other.id))).toBe("submitted");
});
