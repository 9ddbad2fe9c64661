import { beforeAll, describe, expect, it } from "vitest";
import type { OfferDraft, OfferStep } from "#app/domain/offers/drafts/offer-draft.ts";
import { publishOffer } from "#app/domain/offers/publish-offer.server.ts";
import { getOpenOffer } from "#app/domain/offers/offers.queries.server.ts";
import { fillDraft, geocoder, places, typedSteps } from "#tests/domain/offers/offer-fixture.ts";
import { testDatabase } from "#tests/support/database.ts";
import { moderationStory } from "./moderation-story.ts";

const database = testDatabase();
let story: Awaited<ReturnType<typeof moderationStory>>;
beforeAll(async () => {
  story = await moderationStory(database.db);
});

type Typed = Record<OfferStep, OfferDraft>;

describe("an offer that is published", () => {
  it("opens at once when its organisation is proven and its texts hold no way out of the service", async () => {
    const { offerId, held } = await story.publish();
    expect(held).toBe(false);
    expect(await story.rowOf(offerId)).toMatchObject({ status: "published", draft: null });
    expect(await story.isFound(offerId)).toBe(true);
    expect(await story.holdsOf(offerId)).toEqual([]);
  });

  it.each<[string, string, (typed: Typed) => void]>([
    [
      "description",
      "phone",
      (typed) => (typed[2].description = "Appelle le 06 . 12 . 34 . 56 . 78 avant de venir."),
    ],
    ["title", "messenger", (typed) => (typed[2].title = "Atelier, snap : bois35")],
    ["activities", "email", (typed) => (typed[2].activities = "Écrire à claude arobase atelier")],
    ["lunch", "link", (typed) => (typed[2].lunch = "Menu sur www.cantine.fr")],
    ["accessNote", "phone", (typed) => (typed[3].accessNote = "Sonner, sinon +33 6 12 34 56 78")],
    ["supervisorName", "messenger", (typed) => (typed[2].supervisorName = "Sam (insta : sam35)")],
  ])("is held when its %s holds a way out of the service: %s", async (field, code, change) => {
    const { offerId, held } = await story.publish(change);
    expect(held).toBe(true);
    expect(await story.rowOf(offerId)).toMatchObject({ status: "submitted" });
    expect(await story.isFound(offerId)).toBe(false);
    expect(await getOpenOffer(database.db, offerId, null)).toBeNull();
    expect(await story.eventsOf(offerId)).toEqual([]);
    const [hold] = await story.holdsOf(offerId);
    expect(hold).toMatchObject({ decision: null, reasons: [expect.objectContaining({ field, code })] });
  });

  it("may tell how to reach the one who welcomes: pupils read that once accepted", async () => {
    const { held } = await story.publish((typed) => {
      typed[2].supervisorContact = "sam@atelier.test, 06 12 34 56 78";
      typed[1].preventionContact = "Alex Roux, 02 99 00 12 34";
    });
    expect(held).toBe(false);
  });

  it("is held when its organisation is new here, which is then claimed and not proven", async () => {
    const { offerId, held } = await story.publish(undefined, {
      name: "Grande entreprise",
      siret: story.newSiret(),
    });
    expect(held).toBe(true);
    expect((await story.holdsOf(offerId))[0]?.reasons).toEqual([
      { code: "claimed_organisation", field: null, words: null },
    ]);
    expect(await story.organisationOf(offerId)).toMatchObject({ name: "Grande entreprise", proof: null });
    const second = await story.publish(
      undefined,
      {
        name: "Grande entreprise",
        siret: (await story.organisationOf(offerId))?.siret ?? "",
      },
      await author(offerId),
    );
    expect(second.held).toBe(true);
  });

  const author = async (offerId: string) => ({
    ...(await story.make.as((await story.rowOf(offerId)).createdBy ?? "")),
    places,
    geocoder,
  });

  it("opens at once for another establishment of a proven company, when its author has the company's domain", async () => {
    const { make } = story;
    const proven = await make.organisation({ siret: "73282932000074" });
    const colleague = await make.person({ email: "un@menuiserie-delta.test" });
    await make.affiliate(colleague.id, "employer", { organisationId: proven.id });
    const sibling = { name: "Menuiserie Delta Sud", siret: "73282932000082" };
    const publishAs = async (email: string, siret: string) => {
      const person = await make.person({ email });
      await make.affiliate(person.id, "employer", { organisationId: (await make.organisation()).id });
      const as = { ...(await make.as(person.id)), places, geocoder };
      return story.publish(undefined, { ...sibling, siret }, as);
    };
    const opened = await publishAs("deux@menuiserie-delta.test", sibling.siret);
    expect(opened.held).toBe(false);
    expect(await story.organisationOf(opened.offerId)).toMatchObject({ proof: "email_domain" });
    expect((await publishAs("trois@gmail.com", "73282932000090")).held).toBe(true);
    expect((await publishAs("quatre@ailleurs.test", "73282932000108")).held).toBe(true);
  });

  it("is held when it renames an organisation that pupils know, which keeps its name meanwhile", async () => {
    const { organisation } = story.world;
    const renamed = await story.publish(undefined, { ...organisation, name: "Ministère de l’Intérieur" });
    expect(renamed.held).toBe(true);
    expect((await story.holdsOf(renamed.offerId))[0]).toMatchObject({
      proposedName: "Ministère de l’Intérieur",
      reasons: [{ code: "renamed_organisation", words: "Ministère de l’Intérieur" }],
    });
    expect(await story.organisationOf(renamed.offerId)).toMatchObject({ name: organisation.name });
    const respelt = await story.publish(undefined, {
      ...organisation,
      name: organisation.name.toUpperCase(),
    });
    expect(respelt.held).toBe(false);
  });

  it("is held once when its button is pressed twice", async () => {
    const typed = typedSteps({ name: "Deux fois", siret: story.newSiret() });
    const draftId = await fillDraft(story.host, typed);
    const outcomes = await Promise.all([1, 2].map(() => publishOffer(story.host, { draftId })));
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: true, value: { held: true } });
    expect(await story.holdsOf(draftId)).toHaveLength(1);
    expect(await story.expectTruth()).toEqual([]);
  });
});
