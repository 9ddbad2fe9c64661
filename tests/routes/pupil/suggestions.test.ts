import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { loader as applicationLoader } from "#app/routes/pupil/application.tsx";
import { loader as homeLoader } from "#app/routes/pupil/home.tsx";
import { loader } from "#app/routes/pupil/suggestions.tsx";
import * as tables from "#db/schema/index.ts";
import { cookieOf, routeArgs, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let app: AppContext;
let world: Awaited<ReturnType<Factories["world"]>>;
let pupilId = "";
let cookie = "";

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  world = await make.world({ seats: [9, 9] });
  const { db } = database;
  const point = { latitude: 48.112, longitude: -1.6743 };
  await db.update(tables.schools).set(point).where(eq(tables.schools.uai, world.school.uai));
  await db
    .insert(tables.sectorFamilies)
    .values({ slug: "culture", label: "Culture, livre et spectacle", position: 2 });
  await db.insert(tables.sectors).values({ code: "s6", label: "Arts du spectacle", familySlug: "culture" });
  for (let host = 0; host < 8; host += 1) {
    const organisationId = (await make.organisation()).id;
    const campaignId = world.campaign.id;
    await make.offer({ campaignId, organisationId, seats: [2, 2] });
    await make.offer({ campaignId, organisationId, seats: [2, 2], values: { sectorCode: "s6" } });
  }
});

beforeEach(async () => {
  pupilId = (await world.newPupil()).id;
  cookie = await cookieOf(app, pupilId);
});

const read = (query = "") => loader(routeArgs(app, { path: `/eleve/suggestions${query}`, cookie }));
const home = () => homeLoader(routeArgs(app, { path: "/eleve", cookie }));
const application = (applicationId: string) =>
  applicationLoader(
    routeArgs(app, { path: `/eleve/candidatures/${applicationId}`, params: { applicationId }, cookie }),
  );

async function apply(): Promise<string> {
  const sent = await submitApplication(await make.as(pupilId), {
    offerId: world.offer.id,
    choice: "both",
    motivation: "J’aimerais beaucoup découvrir ce métier pendant mon stage.",
  });
  if (!sent.ok) throw new Error(sent.error.code);
  return sent.value.applicationId;
}

describe("the suggestions of a pupil", () => {
  it("are five on the pupil's space, the first of the day's list", async () => {
    const { suggestions, surprise, placed } = await read();
    expect({ surprise, placed }).toEqual({ surprise: false, placed: false });
    expect(suggestions.length).toBeGreaterThan(5);
    expect((await home()).suggestions).toEqual(suggestions.slice(0, 5));
  });

  it("surprise on request with what was never looked at", async () => {
    await database.db
      .insert(tables.viewedOffers)
      .values({ pupilId, offerId: world.offer.id, viewedAt: clock.now() });
    const { suggestions, surprise } = await read("?surprise=1");
    expect(surprise).toBe(true);
    expect(new Set(suggestions.map(({ offer }) => offer.sectorLabel))).toEqual(
      new Set(["Arts du spectacle"]),
    );
  });

  it("are three under an application that was refused, and none while an answer may come", async () => {
    const applicationId = await apply();
    expect((await application(applicationId)).suggestions).toEqual([]);
    await declineApplication(await make.as(world.employer.id), { applicationId, reason: "dates" });
    const { suggestions } = await application(applicationId);
    expect(suggestions).toHaveLength(3);
    expect(suggestions.map(({ offer }) => offer.id)).not.toContain(world.offer.id);
    expect(suggestions[0]?.reasons[0]).toEqual({ code: "applied", family: "Santé" });
  });

  it("stop once both weeks are found", async () => {
    const applicationId = await apply();
    await acceptApplication(await make.as(world.employer.id), { applicationId });
    await confirmPlacement(await make.as(pupilId), { applicationId });
    expect(await read()).toEqual({ surprise: false, placed: true, suggestions: [] });
    expect((await home()).suggestions).toEqual([]);
  });

  it("are none outside a campaign", async () => {
    const later = testApp(database, fakeClock("2031-03-01T09:00:00Z"));
    const soon = await cookieOf(later, pupilId);
    const page = loader(routeArgs(later, { path: "/eleve/suggestions", cookie: soon }));
    await expect(page).resolves.toMatchObject({ suggestions: [], placed: false });
  });
});
