import { beforeAll, describe, expect, it } from "vitest";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { listNearbyOffers } from "#app/domain/search/nearby-offers.queries.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const SCHOOL = { latitude: 48.1, longitude: -1.68 };

/** A point so many kilometres north of the school. */
const north = (km: number) => ({ latitude: SCHOOL.latitude + km / 111.195, longitude: SCHOOL.longitude });

type World = Awaited<ReturnType<ReturnType<typeof factories>["world"]>>;
let world: World;
const ids: Record<string, string> = {};

beforeAll(async () => {
  const make = factories(database.db, clock);
  world = await make.world();
  const add = async (
    name: string,
    km: number,
    more: Omit<Parameters<World["newOffer"]>[0] & object, "point"> = {},
  ) => {
    ids[name] = (await world.newOffer({ point: north(km), ...more })).id;
  };
  await add("at 25 km", 25);
  await add("at 4 km, first week alone", 4, { seats: [1, 0] });
  await add("at 8 km", 8);
  await add("at 3 km, full", 3, { seats: [0, 0] });
  await add("at 5 km, both weeks alone", 5, { values: { acceptsSingleWeek: false } });
  await add("at 2 km, paused", 2, { values: { status: "paused" } });
  await add("at 6 km, for priority schools", 6, { values: { reservedTo: "rep" } });
  await add("at 70 km", 70);
  await add("at 120 km", 120);
});

async function near(
  weeks: WeekNumber[],
  { pupilId = world.pupil.id, priorityEducation = false, limit = 3 } = {},
) {
  const found = await listNearbyOffers(
    database.db,
    {
      campaignId: world.campaign.id,
      pupilId,
      weeks,
      center: SCHOOL,
      asker: { schoolUai: world.school.uai, priorityEducation, priorityDistrict: false },
    },
    limit,
  );
  const names = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]));
  return found.map(({ id }) => names[id] ?? "the first of the world");
}

describe("offers near the school of a pupil who must look elsewhere", () => {
  it("gives the three nearest that are open, with a seat in each week asked for", async () => {
    expect(await near([1, 2])).toEqual(["the first of the world", "at 5 km, both weeks alone", "at 8 km"]);
  });

  it("takes for one week the offers that take one week and have a seat in it", async () => {
    const first = ["the first of the world", "at 4 km, first week alone", "at 8 km"];
    expect(await near([1])).toEqual(first);
    expect(await near([2])).toEqual(["the first of the world", "at 8 km", "at 25 km"]);
  });

  it("shows what is kept for some schools to their pupils alone", async () => {
    const shown = await near([1, 2], { priorityEducation: true });
    expect(shown).toContain("at 6 km, for priority schools");
    expect(await near([1, 2], { limit: 20 })).not.toContain("at 6 km, for priority schools");
  });

  it("looks farther only while too few are found, and never beyond a hundred kilometres", async () => {
    const far = await near([1, 2], { limit: 20 });
    expect(far.slice(-2)).toEqual(["at 25 km", "at 70 km"]);
  });

  it("leaves out what the pupil has already asked for, whatever became of it", async () => {
    const { id: pupilId } = await world.newPupil();
    const sent = await submitApplication(await factories(database.db, clock).as(pupilId), {
      offerId: ids["at 8 km"] ?? "",
      choice: "both",
      motivation: "J’aimerais beaucoup découvrir ce métier pendant mon stage.",
    });
    expect(sent.ok).toBe(true);
    expect(await near([1, 2], { pupilId })).toEqual([
      "the first of the world",
      "at 5 km, both weeks alone",
      "at 25 km",
    ]);
  });

  it("tells title, host, town and distance", async () => {
    const [nearest] = await listNearbyOffers(database.db, {
      campaignId: world.campaign.id,
      pupilId: world.pupil.id,
      weeks: [1, 2],
      center: SCHOOL,
      asker: { schoolUai: world.school.uai, priorityEducation: false, priorityDistrict: false },
    });
    expect(nearest).toMatchObject({
      title: world.offer.title,
      hostName: world.organisation.name,
      town: "Rennes",
    });
    expect(nearest?.distanceKm).toBeCloseTo(1.63, 1);
  });
});
