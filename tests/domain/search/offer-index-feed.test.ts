import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { openLiveIndex, type LiveIndex } from "#app/domain/search/offer-index/offer-index-feed.server.ts";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { whileUnreachable } from "#tests/support/unreachable.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
const open: LiveIndex[] = [];

beforeAll(async () => {
  make = factories(database.db, clock);
  world = await make.world();
});
afterEach(async () => {
  for (const index of open.splice(0)) await index.close();
});

/** Whether the index of a process takes an offer for open. */
function follow(): (offer: { id: string }) => boolean {
  const live = openLiveIndex({ url: database.url, onError: () => undefined });
  open.push(live);
  return ({ id }) => {
    const slots = live.of(world.campaign.id)?.slots;
    const slot = slots?.find(id) ?? -1;
    return slot >= 0 && slots?.traits[slot] !== 0;
  };
}

const within = (read: () => boolean) => expect.poll(read, { timeout: 15_000, interval: 20 });

describe("an index that follows the search table", () => {
  it("takes in an offer that is published and lets go of one that is paused", async () => {
    const isOpen = follow();
    await within(() => isOpen(world.offer)).toBe(true);
    const offer = await world.newOffer();
    await within(() => isOpen(offer)).toBe(true);
    await pauseOffer(await make.as(world.employer.id), { offerId: offer.id });
    await within(() => isOpen(offer)).toBe(false);
  });

  it("reads the table again once its connection came back: what was told meanwhile reached nobody", async () => {
    const isOpen = follow();
    const gone = await world.newOffer();
    await within(() => isOpen(gone)).toBe(true);
    const published = await whileUnreachable(database.url, async (db) => {
      await db.execute(sql`delete from offer_search where offer_id = ${gone.id}`);
      return factories(db, clock).offer({
        campaignId: world.campaign.id,
        organisationId: world.organisation.id,
      });
    });
    await within(() => isOpen(published)).toBe(true);
    expect(isOpen(gone)).toBe(false);
    expect(isOpen(world.offer)).toBe(true);
  });
});
