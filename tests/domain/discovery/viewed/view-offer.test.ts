import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keepFavourite } from "#app/domain/applications/favourites/keep-favourite.server.ts";
import { MAX_VIEWED, viewOffer } from "#app/domain/discovery/viewed/view-offer.server.ts";
import {
  countViewedOffers,
  listOfferMarks,
} from "#app/domain/discovery/viewed/viewed-offers.queries.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { newId } from "#app/kernel/ids.ts";
import { applications, offers, viewedOffers } from "#db/schema/index.ts";
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

const view = (offerId: string) => viewOffer(pupil, { offerId });
const marks = (...ids: string[]) => listOfferMarks(database.db, pupil.actor, ids);
const rows = () =>
  database.db.select().from(viewedOffers).where(eq(viewedOffers.pupilId, pupil.actor.personId));

describe("offers opened by a pupil", () => {
  it("are told among those of a list, beside the favourites, for this pupil alone", async () => {
    const [seen, kept, other] = [await world.newOffer(), await world.newOffer(), await world.newOffer()];
    await view(seen.id);
    await keepFavourite(pupil, { offerId: kept.id, wantsAlert: false });
    await viewOffer(await make.as(world.pupil.id), { offerId: other.id });
    expect(await marks(seen.id, kept.id, other.id)).toEqual({
      viewed: [seen.id],
      favourites: [kept.id],
      applied: {},
    });
    expect(await marks()).toEqual({ viewed: [], favourites: [], applied: {} });
  });

  it("are told with the last application of this pupil to each", async () => {
    const [tried, begun] = [await world.newOffer(), await world.newOffer()];
    const apply = async (
      offerId: string,
      status: "draft" | "submitted" | "withdrawn",
      pupilId = pupil.actor.personId,
    ) => {
      clock.advanceDays(1);
      const now = clock.now();
      await database.db.insert(applications).values({
        id: newId(),
        campaignId: world.campaign.id,
        offerId,
        pupilId,
        status,
        motivation: "J’aimerais découvrir ce métier de près.",
        createdAt: now,
        updatedAt: now,
        submittedAt: status === "submitted" ? now : null,
        deadlineAt: status === "submitted" ? now : null,
      });
    };
    await apply(tried.id, "withdrawn");
    await apply(tried.id, "submitted");
    await apply(begun.id, "draft");
    await apply(begun.id, "submitted", world.pupil.id);
    expect((await marks(tried.id, begun.id)).applied).toEqual({
      [tried.id]: "submitted",
      [begun.id]: "draft",
    });
  });

  it("are remembered once each, at the last time they were opened", async () => {
    const { id } = await world.newOffer();
    await view(id);
    clock.advanceDays(1);
    await Promise.all([view(id), view(id)]);
    expect(await rows()).toMatchObject([{ offerId: id, viewedAt: clock.now() }]);
  });

  it("are not remembered when the pupil may not see them, or when they do not exist", async () => {
    const reserved = await world.newOffer({ values: { reservedTo: "rep" } });
    const paused = await world.newOffer({ values: { status: "paused" } });
    for (const id of [reserved.id, paused.id, newId()])
      expect(await view(id)).toEqual({ ok: false, error: { code: "not_found" } });
    expect(await rows()).toEqual([]);
  });

  it("are forgotten from the oldest beyond the limit", async () => {
    const pupilId = pupil.actor.personId;
    const old = await Promise.all(Array.from({ length: 3 }, () => world.newOffer()));
    const { siteId, campaignId, organisationId } = world.offer;
    const now = clock.now();
    const drafts = Array.from({ length: MAX_VIEWED - 2 }, () => ({
      id: newId(),
      siteId,
      campaignId,
      organisationId,
      status: "draft" as const,
      createdAt: now,
      updatedAt: now,
    }));
    await database.db.insert(offers).values(drafts);
    for (const [index, { id }] of [...old, ...drafts].entries())
      await database.db
        .insert(viewedOffers)
        .values({ pupilId, offerId: id, viewedAt: new Date(now.getTime() + index) });
    clock.advanceDays(1);
    await view(world.offer.id);
    expect(await countViewedOffers(database.db, pupil.actor)).toBe(MAX_VIEWED);
    expect((await marks(world.offer.id, ...old.map(({ id }) => id))).viewed.toSorted()).toEqual(
      [world.offer.id, old[2]?.id].toSorted(),
    );
  });
});
