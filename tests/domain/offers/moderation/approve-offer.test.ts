import { expect, it } from "vitest";
import { approveOffer } from "#app/domain/offers/moderation/approve-offer.server.ts";
import { rejectOffer } from "#app/domain/offers/moderation/reject-offer.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { testDatabase } from "#tests/support/database.ts";
import { moderationStory } from "./moderation-story.ts";

const database = testDatabase();

it("opens a held offer to pupils, proves its organisation, tells its author, and keeps who decided and when", async () => {
  const story = await moderationStory(database.db);
  const { offerId } = await story.publish(undefined, { name: "Nouvelle venue", siret: story.newSiret() });
  story.clock.advanceDays(1);
  expect((await approveOffer(story.moderator, { offerId })).ok).toBe(true);
  expect(await story.rowOf(offerId)).toMatchObject({
    status: "published",
    draft: null,
    publishedAt: story.clock.now(),
  });
  expect(await story.isFound(offerId)).toBe(true);
  expect(await story.eventsOf(offerId)).toEqual(["offer.published"]);
  expect(await story.holdsOf(offerId)).toMatchObject([
    { decision: "approved", decidedBy: story.moderator.actor.personId, decidedAt: story.clock.now() },
  ]);
  expect(await story.organisationOf(offerId)).toMatchObject({ proof: "moderation" });
  const { siret = "", name = "" } = (await story.organisationOf(offerId)) ?? {};
  const author = { ...story.host, ...(await story.make.as(story.world.employer.id)) };
  expect((await story.publish(undefined, { name, siret }, author)).held).toBe(false);
  expect(await story.expectTruth()).toEqual([]);
});

it("gives the organisation the name that it asked for, on its other offers too", async () => {
  const story = await moderationStory(database.db);
  const { offerId } = await story.publish(undefined, {
    ...story.world.organisation,
    name: "Atelier Kervella",
  });
  expect((await approveOffer(story.moderator, { offerId })).ok).toBe(true);
  expect(await story.organisationOf(offerId)).toMatchObject({ name: "Atelier Kervella" });
  expect(await story.expectTruth()).toEqual([]);
});

it("is a moderator's, of an offer that waits, once, while the campaign lasts", async () => {
  const story = await moderationStory(database.db);
  const { offerId } = await story.publish(undefined, { name: "Encore une", siret: story.newSiret() });
  const refused = (code: string) => ({ ok: false, error: { code } });
  expect(await approveOffer(story.host, { offerId })).toEqual(refused("not_found"));
  expect(await approveOffer(story.moderator, { offerId: newId() })).toEqual(refused("not_found"));
  expect(await approveOffer(story.moderator, { offerId: story.world.offer.id })).toEqual(
    refused("already_decided"),
  );
  story.clock.set("2027-06-29T09:00:00Z");
  expect(await approveOffer(story.moderator, { offerId })).toEqual(refused("campaign_over"));
  story.clock.set("2027-03-02T09:00:00Z");
  const pool = database.openPool(2);
  const moderator = { ...story.moderator, db: pool };
  const outcomes = await Promise.all([
    approveOffer(moderator, { offerId }),
    rejectOffer(moderator, { offerId, explanation: "Le SIRET n’est pas le vôtre." }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toEqual(refused("already_decided"));
  expect(await story.expectTruth()).toEqual([]);
});
