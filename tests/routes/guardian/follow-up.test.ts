import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { saveDraftApplication } from "#app/domain/applications/save-draft-application.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { loader as applicationLoader } from "#app/routes/guardian/application.tsx";
import { loader } from "#app/routes/guardian/follow-up.tsx";
import { applications, guardians, persons } from "#db/schema/index.ts";
import { statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { follow, guardianArgs, LETTER, type Followed } from "./guardian-world.ts";

const database = testDatabase();
const clock = fakeClock();
let app: AppContext;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let family: Followed;

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  world = await make.world();
});
beforeEach(async () => {
  family = await follow(app, make, world);
});

const read = (token = family.token) => loader(guardianArgs(app, { token }));
const statusFor = (token: string) => statusOf(() => read(token));

describe("the page of a representative's link", () => {
  it("tells who, where, when and whom to call, and nothing of the letter or of names", async () => {
    const page = await read();
    expect(page).toMatchObject({
      pupilFirstName: "Camille",
      followUp: {
        period: { startsOn: "2027-06-17", endsOn: "2027-06-28" },
        school: { name: world.school.name, email: world.school.email },
        applications: [{ id: family.applicationId, town: "Rennes", status: "submitted", weeks: [1, 2] }],
        more: false,
      },
    });
    const told = JSON.stringify(page);
    for (const kept of [LETTER, family.pupil.lastName, family.pupil.email, `parent-${family.pupil.id}`])
      expect(told).not.toContain(kept);
  });

  it("never shows a draft, in the list or by its address", async () => {
    const offer = await world.newOffer();
    const draft = await saveDraftApplication(await make.as(family.pupil.id), {
      offerId: offer.id,
      motivation: "Un début",
    });
    if (!draft.ok) throw new Error("The draft was refused");
    expect((await read()).followUp?.applications).toHaveLength(1);
    const [row] = await database.db
      .select({ id: applications.id })
      .from(applications)
      .where(eq(applications.offerId, offer.id));
    const hidden = { token: family.token, applicationId: row?.id ?? "" };
    expect((await statusOf(() => applicationLoader(guardianArgs(app, hidden)))).status).toBe(404);
  });

  it("gives the address only once the pupil has confirmed, with the state of the agreement", async () => {
    const placeOf = async () => (await read()).followUp?.applications[0];
    await family.accept(family.applicationId);
    expect(await placeOf()).toMatchObject({ status: "accepted", meetingPoint: null, agreement: null });
    await confirmPlacement(await make.as(family.pupil.id), { applicationId: family.applicationId });
    expect(await placeOf()).toMatchObject({
      status: "confirmed",
      meetingPoint: { addressLine: "3 rue du Port", postcode: "35000" },
      agreement: { status: "completed" },
    });
  });

  it("puts what is over after what waits for a word", async () => {
    const waiting = await family.apply();
    clock.advanceDays(1 / 24);
    await declineApplication(await make.as(world.employer.id), {
      applicationId: family.applicationId,
      reason: "dates",
    });
    const listed = (await read()).followUp?.applications ?? [];
    expect(listed.map(({ id }) => id)).toEqual([waiting, family.applicationId]);
  });

  it("changes nothing when it is read: scanners of mails open links", async () => {
    const before = await database.db.select().from(guardians).where(eq(guardians.id, family.guardianId));
    await read();
    await applicationLoader(guardianArgs(app, family));
    expect(await database.db.select().from(guardians).where(eq(guardians.id, family.guardianId))).toEqual(
      before,
    );
  });

  it("says nothing of another pupil's applications", async () => {
    const other = await follow(app, make, world);
    const crossed = { token: family.token, applicationId: other.applicationId };
    expect((await statusOf(() => applicationLoader(guardianArgs(app, crossed)))).status).toBe(404);
  });
});

describe("a link that opens nothing", () => {
  it("is one that a newer link replaced", async () => {
    await database.db.update(guardians).set({ linkVersion: 2 }).where(eq(guardians.id, family.guardianId));
    expect((await statusFor(family.token)).status).toBe(404);
    expect((await statusFor(app.links.sign("guardian", family.guardianId, 2))).status).toBe(200);
  });

  it.each([
    ["made for another use", () => app.links.sign("alert", family.guardianId)],
    ["of a representative who is gone", () => app.links.sign("guardian", family.pupil.id)],
    ["cut short", () => family.token.slice(0, -2)],
    ["lengthened", () => `${family.token}AA`],
    ["invented", () => "abc"],
    ["empty", () => ""],
  ])("is one %s", async (_, token) => {
    expect((await statusFor(token())).status).toBe(404);
  });

  it("is that of a pupil who has come of age", async () => {
    await database.db.update(persons).set({ birthDate: "2009-03-01" }).where(eq(persons.id, family.pupil.id));
    expect((await statusFor(family.token)).status).toBe(404);
  });
});
