import { expect, it } from "vitest";
import { forgetViewedOffers } from "#app/domain/discovery/viewed/forget-viewed-offers.server.ts";
import { viewOffer } from "#app/domain/discovery/viewed/view-offer.server.ts";
import { countViewedOffers } from "#app/domain/discovery/viewed/viewed-offers.queries.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();

it("forgets every offer that the pupil has opened, and none of another's", async () => {
  const make = factories(database.db, fakeClock());
  const world = await make.world();
  const [pupil, neighbour] = [await make.as(world.pupil.id), await make.as((await world.newPupil()).id)];
  for (const ctx of [pupil, neighbour]) await viewOffer(ctx, { offerId: world.offer.id });
  await forgetViewedOffers(pupil);
  expect(await countViewedOffers(database.db, pupil.actor)).toBe(0);
  expect(await countViewedOffers(database.db, neighbour.actor)).toBe(1);
});
