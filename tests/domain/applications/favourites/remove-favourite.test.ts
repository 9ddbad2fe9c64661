import { describe, expect, it } from "vitest";
import { getFavourite } from "#app/domain/applications/favourites/favourites.queries.server.ts";
import { keepFavourite } from "#app/domain/applications/favourites/keep-favourite.server.ts";
import { removeFavourite } from "#app/domain/applications/favourites/remove-favourite.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, valueOf } from "#tests/domain/applications/life-cycle-story.ts";

const database = testDatabase();

describe("a favourite taken away", () => {
  it("is the pupil's own alone, and may be taken away twice", async () => {
    const { make, world, pupil } = await lifeCycleStory(database.db);
    const offerId = world.offer.id;
    const classmate = await make.as((await world.newPupil()).id);
    for (const one of [pupil, classmate]) valueOf(await keepFavourite(one, { offerId, wantsAlert: false }));
    await removeFavourite(pupil, { offerId });
    await removeFavourite(pupil, { offerId });
    expect(await getFavourite(database.db, pupil.actor, offerId)).toBeNull();
    expect(await getFavourite(database.db, classmate.actor, offerId)).toEqual({ wantsAlert: false });
  });
});
