import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { organisationsOf } from "#app/domain/accounts/actor.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { openHostAccount } from "#app/domain/hosts/team/open-host-account.server.ts";
import { signUpHost } from "#app/domain/hosts/team/sign-up-host.server.ts";
import { saveOfferDraft } from "#app/domain/offers/drafts/save-offer-draft.server.ts";
import { approveOffer } from "#app/domain/offers/moderation/approve-offer.server.ts";
import { detachOrganisation } from "#app/domain/offers/moderation/detach-organisation.server.ts";
import {
  listDetachments,
  listOwnDetachments,
  listSiretBearers,
} from "#app/domain/offers/moderation/detachments.queries.server.ts";
import { listHeldOffers } from "#app/domain/offers/moderation/moderation.queries.server.ts";
import { publishOffer } from "#app/domain/offers/publish-offer.server.ts";
import { resumeOffer } from "#app/domain/offers/resume-offer.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { oneTimeLinks, stateChanges } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { dispatchRecorded } from "#tests/domain/notifications/compose/dispatched.ts";
import { fillDraft, typedSteps } from "../offer-fixture.ts";
import { moderationStory } from "./moderation-story.ts";

const database = testDatabase();
const reason = "Ce numéro est celui d’une autre entreprise, qui nous a écrit.";

/** A host that pupils find, whose SIRET turns out to be another's. */
async function usurperStory() {
  const story = await moderationStory(database.db);
  const { offerId } = await story.publish();
  const { id: organisationId, siret } = story.world.organisation;
  return {
    ...story,
    offerId,
    organisationId,
    siret,
    detach: (as = story.moderator) => detachOrganisation(as, { organisationId, reason }),
    /** The pupil's application to another offer of the host. */
    apply: async () => {
      const pupil = await story.make.as(story.world.pupil.id);
      const motivation = "J’aimerais découvrir comment un atelier s’organise chaque jour.";
      const sent = await submitApplication(pupil, {
        offerId: story.world.offer.id,
        motivation,
        choice: "both",
      });
      if (!sent.ok) throw new Error(sent.error.code);
      return { pupil, applicationId: sent.value.applicationId };
    },
    /** The member as the next request knows them. */
    member: () => story.make.as(story.world.employer.id),
  };
}

it("pauses its offers, shuts its members out of what pupils wrote, and keeps who did it and why", async () => {
  const story = await usurperStory();
  expect(await story.detach(story.host)).toEqual({ ok: false, error: { code: "not_found" } });
  expect(await story.isFound(story.offerId)).toBe(true);
  expect((await story.detach()).ok).toBe(true);
  expect(await story.isFound(story.offerId)).toBe(false);
  expect(await story.rowOf(story.offerId)).toMatchObject({ status: "paused" });
  const changes = await database.db
    .select()
    .from(stateChanges)
    .where(eq(stateChanges.offerId, story.offerId));
  expect(changes.at(-1)).toMatchObject({ toStatus: "paused", actorRole: "moderator", reason });
  expect((await listDetachments(database.db))[0]).toMatchObject({
    siret: story.siret,
    reason,
    byFirstName: "Sacha",
  });
  const member = await story.member();
  expect(organisationsOf(member.actor)).toEqual([]);
  expect(member.actor.affiliations).toMatchObject([{ role: "employer", organisationId: null }]);
  expect(await listOwnDetachments(member)).toMatchObject([{ siret: story.siret, reason }]);
  expect(await listSiretBearers(database.db, story.siret)).toMatchObject([{ reason, published: 0 }]);
  expect(await story.detach()).toEqual({ ok: false, error: { code: "already_decided" } });
  expect(await story.expectTruth()).toEqual([]);
});

it("tells each member once, and writes to none of them about pupils any more", async () => {
  const story = await usurperStory();
  const { pupil, applicationId } = await story.apply();
  await story.detach();
  const [{ id: detachmentId = "" } = {}] = await listDetachments(database.db);
  const told = await dispatchRecorded(database, { type: "host.detached", detachmentId });
  expect(told.messages).toMatchObject([
    { template: "siret-detached", recipient: story.world.employer.email },
  ]);
  await withdrawApplication(pupil, { applicationId });
  const withdrawn = await dispatchRecorded(database, { type: "application.withdrawn", applicationId });
  expect(withdrawn).toMatchObject({ messages: [], skipReason: "nobody_concerned" });
});

it("opens no offer again: neither by a member who was just asked, nor by a colleague who approves one", async () => {
  const story = await usurperStory();
  const { offerId: held } = await story.publish(
    (typed) => (typed[2].description = "Appelle le 06 12 34 56 78."),
  );
  await story.detach();
  expect(await resumeOffer(story.host, { offerId: story.offerId })).toEqual({
    ok: false,
    error: { code: "organisation_detached" },
  });
  expect((await listHeldOffers(database.db)).held.map(({ id }) => id)).not.toContain(held);
  expect(await approveOffer(story.moderator, { offerId: held })).toEqual({
    ok: false,
    error: { code: "already_decided" },
  });
});

it("lets no pupil confirm a place there", async () => {
  const story = await usurperStory();
  await story.make.agreementText();
  const { pupil, applicationId } = await story.apply();
  expect((await acceptApplication(story.host, { applicationId })).ok).toBe(true);
  await story.detach();
  expect(await confirmPlacement(pupil, { applicationId })).toEqual({
    ok: false,
    error: { code: "organisation_detached" },
  });
});

it("frees the number for its rightful host, and refuses it to those who have lost it", async () => {
  const story = await usurperStory();
  await story.detach();
  const organisation = { name: "La vraie entreprise", siret: story.siret };
  const again = { ...(await story.member()), places: story.host.places };
  const retyped = { draftId: newId(), step: 1 as const, typed: typedSteps(organisation)[1] };
  expect(await saveOfferDraft(again, retyped)).toMatchObject({
    error: { failure: { codes: ["siret_detached"] } },
  });

  const email = `vraie-${newId()}@example.org`;
  const name = { firstName: "Alix", lastName: "Morin" };
  await signUpHost(story.host, { ...name, email, password: "Marcassin-violet-73", siret: story.siret });
  const [link] = await database.db.select().from(oneTimeLinks).where(eq(oneTimeLinks.email, email));
  const opened = await openHostAccount(story.host, { linkId: link?.id ?? "" });
  if (!opened.ok) throw new Error(opened.error.code);
  const rightful = { ...(await story.make.as(opened.value.personId)), ...pick(story.host) };
  const draftId = await fillDraft(rightful, typedSteps(organisation));
  expect(await publishOffer(rightful, { draftId })).toMatchObject({ ok: true, value: { held: true } });
  expect((await approveOffer(story.moderator, { offerId: draftId })).ok).toBe(true);
  expect(await story.isFound(draftId)).toBe(true);
  expect(await listSiretBearers(database.db, story.siret)).toMatchObject([
    { name: "La vraie entreprise", detachedAt: null },
    { reason },
  ]);
  expect(await story.expectTruth()).toEqual([]);
});

function pick({ places, geocoder }: Awaited<ReturnType<typeof moderationStory>>["host"]) {
  return { places, geocoder };
}
