import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MAX_FAVOURITES } from "#app/domain/applications/favourites/favourite.ts";
import { listFavourites } from "#app/domain/applications/favourites/favourites.queries.server.ts";
import { keepFavourite } from "#app/domain/applications/favourites/keep-favourite.server.ts";
import { removeFavourite } from "#app/domain/applications/favourites/remove-favourite.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { projectOffers } from "#app/domain/offers/offer-projection.store.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { newId } from "#app/kernel/ids.ts";
import { favourites, offers, offerSeats } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let pupil: ActorContext;

beforeAll(async () => {
  make = factories(database.db, clock);
  world = await make.world();
});

beforeEach(async () => {
  pupil = await make.as((await world.newPupil()).id);
});

const list = () => listFavourites(database.db, pupil.actor, world.campaign.id);
const stateOf = async (offerId: string) => (await list()).find((one) => one.offerId === offerId)?.state;
const keep = (offerId: string, wantsAlert = false) => keepFavourite(pupil, { offerId, wantsAlert });

async function setCapacity(offerId: string, capacity: number): Promise<void> {
  await database.db.transaction(async (tx) => {
    await tx.update(offerSeats).set({ capacity }).where(eq(offerSeats.offerId, offerId));
    await projectOffers(tx, [offerId]);
  });
}

describe("favourites", () => {
  it("are listed the last added first, without those of anyone else", async () => {
    const [first, second] = [await world.newOffer(), await world.newOffer()];
    await keep(first.id);
    clock.advanceDays(1);
    await keep(second.id);
    await keepFavourite(await make.as(world.pupil.id), { offerId: first.id, wantsAlert: true });
    expect((await list()).map(({ offerId }) => offerId)).toEqual([second.id, first.id]);
    await removeFavourite(pupil, { offerId: second.id });
    expect((await list()).map(({ offerId, wantsAlert }) => [offerId, wantsAlert])).toEqual([
      [first.id, false],
    ]);
  });

  it("say that an offer is full, and available again to who asked to be told", async () => {
    const offer = await world.newOffer();
    await keep(offer.id);
    expect(await stateOf(offer.id)).toBe("available");
    await setCapacity(offer.id, 0);
    expect(await stateOf(offer.id)).toBe("full");
    await keep(offer.id, true);
    await setCapacity(offer.id, 1);
    expect(await stateOf(offer.id)).toBe("available_again");
  });

  it("say that an offer is full for now when its host has enough to answer", async () => {
    const offer = await world.newOffer({ seats: [5, 5], values: { maxOpenApplications: 1 } });
    await keep(offer.id);
    const motivation = "J’aimerais comprendre comment une équipe soignante s’organise.";
    const other = await make.as((await world.newPupil()).id);
    await submitApplication(other, { offerId: offer.id, motivation, choice: "both" });
    expect(await stateOf(offer.id)).toBe("full_for_now");
  });

  it("keep an offer that is not proposed any more, and say so", async () => {
    const [paused, reserved] = [await world.newOffer(), await world.newOffer()];
    await keep(paused.id);
    await keep(reserved.id);
    await database.db.update(offers).set({ status: "paused" }).where(eq(offers.id, paused.id));
    await database.db.update(offers).set({ reservedTo: "rep" }).where(eq(offers.id, reserved.id));
    expect(await stateOf(paused.id)).toBe("gone");
    expect(await stateOf(reserved.id)).toBe("gone");
    expect((await listFavourites(database.db, pupil.actor, null)).map(({ state }) => state)).toEqual([
      "gone",
      "gone",
    ]);
  });

  it("refuse an offer that the pupil may not see", async () => {
    const reserved = await world.newOffer({ values: { reservedTo: "rep" } });
    expect(await keep(reserved.id)).toEqual({ ok: false, error: { code: "not_found" } });
    expect(await keep(newId())).toEqual({ ok: false, error: { code: "not_found" } });
  });

  it("have a limit, even for presses at the same instant", async () => {
    const kept = await Promise.all(Array.from({ length: MAX_FAVOURITES - 1 }, () => world.newOffer()));
    await database.db.insert(favourites).values(
      kept.map(({ id }) => ({
        pupilId: pupil.actor.personId,
        offerId: id,
        wantsAlert: false,
        addedAt: clock.now(),
      })),
    );
    const [one, two] = [await world.newOffer(), await world.newOffer()];
    const answers = await Promise.all([keep(one.id), keep(two.id)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual({
      ok: false,
      error: { code: "too_many_favourites", max: MAX_FAVOURITES },
    });
    expect(await list()).toHaveLength(MAX_FAVOURITES);
    // One that is kept already may still change its mind.
    expect((await keep(kept[0]?.id ?? "", true)).ok).toBe(true);
  });
});
