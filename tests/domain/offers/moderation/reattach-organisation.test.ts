import { expect, it } from "vitest";
import { organisationsOf } from "#app/domain/accounts/actor.ts";
import { detachOrganisation } from "#app/domain/offers/moderation/detach-organisation.server.ts";
import { listDetachments } from "#app/domain/offers/moderation/detachments.queries.server.ts";
import { reattachOrganisation } from "#app/domain/offers/moderation/reattach-organisation.server.ts";
import { resumeOffer } from "#app/domain/offers/resume-offer.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { dispatchRecorded } from "#tests/domain/notifications/compose/dispatched.ts";
import { moderationStory } from "./moderation-story.ts";

const database = testDatabase();

async function detachedStory() {
  const story = await moderationStory(database.db);
  const { offerId } = await story.publish();
  const { id: organisationId, siret } = story.world.organisation;
  await detachOrganisation(story.moderator, { organisationId, reason: "Un doute sur ce numéro." });
  const reattach = (as = story.moderator) => reattachOrganisation(as, { organisationId });
  return { ...story, offerId, organisationId, siret, reattach };
}

it("gives everything back as it was, its offers paused until a member opens them", async () => {
  const story = await detachedStory();
  expect(await story.reattach(story.host)).toEqual({ ok: false, error: { code: "not_found" } });
  expect((await story.reattach()).ok).toBe(true);
  expect(await story.reattach()).toEqual({ ok: false, error: { code: "already_decided" } });
  const member = await story.make.as(story.world.employer.id);
  expect(organisationsOf(member.actor)).toEqual([story.organisationId]);
  expect(await story.organisationOf(story.offerId)).toMatchObject({ detachedAt: null, proof: "directory" });
  expect(await story.isFound(story.offerId)).toBe(false);
  expect((await resumeOffer(member, { offerId: story.offerId })).ok).toBe(true);
  expect(await story.isFound(story.offerId)).toBe(true);
  expect((await listDetachments(database.db))[0]?.reattachedAt).toEqual(story.clock.now());
  expect(await story.expectTruth()).toEqual([]);
});

it("tells its members, and no longer that it was taken away", async () => {
  const story = await detachedStory();
  const [{ id: detachmentId = "" } = {}] = await listDetachments(database.db);
  await story.reattach();
  const { organisationId } = story;
  const back = await dispatchRecorded(database, { type: "host.reattached", organisationId });
  expect(back.messages).toMatchObject([{ template: "siret-reattached" }]);
  const late = await dispatchRecorded(database, { type: "host.detached", detachmentId });
  expect(late).toMatchObject({ messages: [], skipReason: "nobody_concerned" });
});

it("is refused while another organisation has the number", async () => {
  const story = await detachedStory();
  await story.make.organisation({ siret: story.siret });
  expect(await story.reattach()).toEqual({ ok: false, error: { code: "siret_taken" } });
});
