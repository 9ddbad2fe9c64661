import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { loader as homeLoader } from "#app/routes/public/home.tsx";
import { loader as searchLoader } from "#app/routes/public/offers.tsx";
import { newId } from "#app/kernel/ids.ts";
import { paths } from "#app/paths.ts";
import { applications, applicationWeeks, schools } from "#db/schema/index.ts";
import { cookieOf, routeArgs, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let world: Awaited<ReturnType<Factories["world"]>>;

beforeAll(async () => {
  world = await factories(database.db, clock).world();
  await database.db.update(schools).set({ inseeCode: "35238" }).where(eq(schools.uai, world.school.uai));
});

const app = () => testApp(database, clock);
/** Where the search of who bears this cookie begins. */
async function start(cookie?: string): Promise<string | null> {
  const args = routeArgs(app(), { path: paths.offersFromSchool(), cookie });
  const answer: unknown = await searchLoader(args).catch((thrown: unknown) => thrown);
  return answer instanceof Response ? answer.headers.get("Location") : null;
}

describe("the search of a pupil", () => {
  it("begins around the school, for every week while none is found", async () => {
    expect(await start(await cookieOf(app(), world.pupil.id))).toBe("/offres?lieu=Rennes+%2835%29");
  });

  it("begins with the week that is still missing", async () => {
    const pupil = await world.newPupil();
    const id = newId();
    const now = clock.now();
    const what = { campaignId: world.campaign.id, offerId: world.offer.id, pupilId: pupil.id };
    await database.db.insert(applications).values({
      ...what,
      id,
      status: "confirmed",
      motivation: "J’aimerais découvrir ce métier de près.",
      createdAt: now,
      updatedAt: now,
      submittedAt: now,
    });
    await database.db
      .insert(applicationWeeks)
      .values({ ...what, applicationId: id, week: 1, state: "taken" });
    expect(await start(await cookieOf(app(), pupil.id))).toBe(
      "/offres?lieu=Rennes+%2835%29&periode=semaine-2",
    );
  });

  it("begins with every offer for anybody else", async () => {
    expect(await start()).toBe("/offres");
    expect(await start(await cookieOf(app(), world.employer.id))).toBe("/offres");
  });
});

describe("the home page", () => {
  it("leads to each family of trades, without a number where nothing counts them", async () => {
    const { families } = await homeLoader(routeArgs(app(), { path: "/" }));
    expect(families).toEqual([{ slug: "sante", label: "Santé", offers: null }]);
  });
});

describe("words that nothing holds", () => {
  const open = async (query: string) => {
    const answer: unknown = await searchLoader(routeArgs(app(), { path: `/offres?${query}` })).catch(
      (thrown: unknown) => thrown,
    );
    return answer instanceof Response ? answer.headers.get("Location") : null;
  };

  it("lead to the family that they mean, which an address can hold, and say from which words", async () => {
    expect(await open("q=m%C3%A9decin&lieu=Rennes")).toBe(
      "/offres?lieu=Rennes&famille=sante&saisie=m%C3%A9decin",
    );
    expect(await open("q=m%C3%A9decin&saisie=m%C3%A9decin")).toBeNull();
    expect(await open("q=m%C3%A9decin&famille=sante")).toBeNull();
    expect(await open("q=qzxqzx")).toBeNull();
  });
});
