import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { projectOffers } from "#app/domain/offers/offer-projection.store.server.ts";
import { moveSeats } from "#app/domain/offers/seats.store.server.ts";
import { checkInvariants, PROJECTION } from "#app/domain/operations/invariants.queries.server.ts";
import { offers, offerSearch } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let offerId = "";

beforeAll(async () => {
  const { offer } = await factories(database.db, clock).world();
  offerId = offer.id;
});

const faults = async () => (await checkInvariants(database.db, [PROJECTION]))[0]?.violations;
const project = () => database.db.transaction((tx) => projectOffers(tx, [offerId]));
const row = async () =>
  (await database.db.select().from(offerSearch).where(eq(offerSearch.offerId, offerId)))[0];

describe("the search table", () => {
  it.each([
    "band = band + 1",
    "latitude = latitude + 0.001",
    "longitude = longitude - 0.001",
    "sector_code = 's31'",
    "family_slug = 'autre'",
    "challenges = '{numerique}'",
    "free_week_1 = free_week_1 + 1",
    "free_week_2 = free_week_2 + 1",
    "accepts_both_weeks = not accepts_both_weeks",
    "accepts_single_week = not accepts_single_week",
    "reserved_to = 'rep'",
    "reserved_schools = '{0350001A}'",
    "published_at = published_at + interval '1 second'",
    "title = 'Autre titre'",
    "organisation = 'Autre nom'",
    "town = 'Ailleurs'",
    "approximate = not approximate",
    "glimpse = 'Autre chose'",
    "words = to_tsvector('french_plain', 'autre chose')",
  ])("is proved to the column: a recount sees %s", async (change) => {
    expect(await faults()).toBe(0);
    await database.db.execute(sql.raw(`update offer_search set ${change} where offer_id = '${offerId}'`));
    expect(await faults()).toBe(1);
    await project();
    expect(await faults()).toBe(0);
  });

  it.each([
    [null, null],
    ["  \n ", null],
    ["- Ouvrir l’atelier\n- Tailler une pièce", "Ouvrir l’atelier"],
    ["\r\n• Accueillir les clients\r\nFermer", "Accueillir les clients"],
    ["Observer ".repeat(40), "Observer ".repeat(40).slice(0, 120)],
  ])("tells of the activities %j the first one alone, cut short", async (activities, glimpse) => {
    await database.db.update(offers).set({ activities }).where(eq(offers.id, offerId));
    await project();
    expect((await row())?.glimpse).toBe(glimpse);
    expect(await faults()).toBe(0);
  });

  it("follows the seats of an offer by two numbers, down to the last seat and back", async () => {
    const move = (weeks: number[], to: "reserve" | "give_back_reserved") =>
      database.db.transaction((tx) => moveSeats(tx, offerId, weeks, to, clock.now()));
    const before = await row();
    expect(before).toBeDefined();
    const seats = Math.max(before?.freeWeek1 ?? 0, before?.freeWeek2 ?? 0);
    const taken: number[][] = [];
    for (let seat = 0; seat < seats; seat += 1) {
      const now = await row();
      const weeks = [...((now?.freeWeek1 ?? 0) > 0 ? [1] : []), ...((now?.freeWeek2 ?? 0) > 0 ? [2] : [])];
      await move(weeks, "reserve");
      taken.push(weeks);
      expect(await faults()).toBe(0);
    }
    expect(await row()).toBeUndefined();
    for (const weeks of taken.toReversed()) {
      await move(weeks, "give_back_reserved");
      expect(await faults()).toBe(0);
    }
    expect(await row()).toEqual(before);
  });
});
