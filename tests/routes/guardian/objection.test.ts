import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { restoreApplication } from "#app/domain/applications/restore-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { action, loader } from "#app/routes/guardian/objection.tsx";
import { loader as applicationLoader } from "#app/routes/guardian/application.tsx";
import { applications, guardians, offerSeats, outboxEvents, stateChanges } from "#db/schema/index.ts";
import { statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { follow, guardianArgs, type Followed } from "./guardian-world.ts";

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

const object = (token = family.token) =>
  statusOf(() =>
    action(guardianArgs(app, { ...family, token }, { page: "/opposition", form: { intent: "object" } })),
  );
const page = () => applicationLoader(guardianArgs(app, family));
const confirm = async () =>
  confirmPlacement(await make.as(family.pupil.id), { applicationId: family.applicationId });

async function changes() {
  return database.db
    .select({ to: stateChanges.toStatus, by: stateChanges.actorRole })
    .from(stateChanges)
    .where(and(eq(stateChanges.applicationId, family.applicationId), eq(stateChanges.toStatus, "withdrawn")));
}

async function objections(): Promise<number> {
  const events = await database.db
    .select({ payload: outboxEvents.payload })
    .from(outboxEvents)
    .where(eq(outboxEvents.type, "application.objected"));
  return events.filter(({ payload }) => JSON.stringify(payload).includes(family.applicationId)).length;
}

/** Seats that the offer of the family's application holds for someone. */
async function heldSeats() {
  return database.db
    .select({ reserved: offerSeats.reserved, taken: offerSeats.taken })
    .from(offerSeats)
    .innerJoin(applications, eq(applications.offerId, offerSeats.offerId))
    .where(eq(applications.id, family.applicationId))
    .orderBy(offerSeats.week);
}
const FREE = [
  { reserved: 0, taken: 0 },
  { reserved: 0, taken: 0 },
];

describe("an objection", () => {
  it("withdraws the application in the representative's name and gives the kept place back", async () => {
    await family.accept(family.applicationId);
    expect(await object()).toMatchObject({
      status: 303,
      location: `/suivi/${family.token}/candidatures/${family.applicationId}?fait=opposition`,
    });
    expect(await page()).toMatchObject({ application: { status: "withdrawn", objected: true } });
    expect(await changes()).toEqual([{ to: "withdrawn", by: "guardian" }]);
    expect(await heldSeats()).toEqual(FREE);
  });

  it("needs the button: reading the page that asks changes nothing", async () => {
    await loader(guardianArgs(app, family, { page: "/opposition" }));
    expect(await page()).toMatchObject({ application: { status: "submitted" } });
  });

  it("made twice, or by both parents at once, is one objection", async () => {
    const [second] = await database.db
      .insert(guardians)
      .values({ pupilId: family.pupil.id, name: "Autre parent", email: "autre@example.org" })
      .returning({ id: guardians.id });
    const other = app.links.sign("guardian", second?.id ?? "");
    const answers = await Promise.all([object(), object(), object(other)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await objections()).toBe(1);
  });

  it("comes to the same when the pupil has just withdrawn", async () => {
    await withdrawApplication(await make.as(family.pupil.id), { applicationId: family.applicationId });
    expect(await object()).toMatchObject({ status: 303 });
    expect(await page()).toMatchObject({ application: { status: "withdrawn", objected: false } });
    expect(await objections()).toBe(0);
  });

  it("after the confirmation is refused with the present state", async () => {
    await family.accept(family.applicationId);
    await confirm();
    expect(await object()).toMatchObject({
      status: 409,
      value: { data: { errors: { "": [expect.stringContaining("confirmé")] } } },
    });
    expect(await page()).toMatchObject({ application: { status: "confirmed", objected: false } });
  });

  it("cannot be undone by the pupil", async () => {
    await object();
    const restored = await restoreApplication(await make.as(family.pupil.id), family);
    expect(restored).toMatchObject({ ok: false, error: { code: "not_restorable" } });
  });

  it("is taken back for ten minutes by who made it, and only by them", async () => {
    const [second] = await database.db
      .insert(guardians)
      .values({ pupilId: family.pupil.id, name: "Autre parent", email: "autre@example.org" })
      .returning({ id: guardians.id });
    const token = app.links.sign("guardian", second?.id ?? "");
    await object();
    clock.advanceDays(1 / (24 * 60));
    expect((await page()).takeBackUntil).toBeInstanceOf(Date);
    const others = await applicationLoader(guardianArgs(app, { ...family, token }));
    expect(others).toMatchObject({ takeBackUntil: null });
    const takeBack = (as = family.token) =>
      statusOf(() =>
        action(
          guardianArgs(app, { ...family, token: as }, { page: "/opposition", form: { intent: "take_back" } }),
        ),
      );
    expect((await takeBack(token)).status).toBe(409);
    expect(await takeBack()).toMatchObject({
      status: 303,
      location: `/suivi/${family.token}/candidatures/${family.applicationId}?fait=opposition-annulee`,
    });
    expect(await page()).toMatchObject({ application: { status: "submitted", objected: false } });
  });

  it("to another pupil's application is not found", async () => {
    const stranger = await follow(app, make, world);
    expect(await object(stranger.token)).toMatchObject({ status: 404 });
  });

  it.each(Array.from({ length: 8 }, (_, run) => run))(
    "against a confirmation at the same instant: one of the two wins, whole (%i)",
    async () => {
      await family.accept(family.applicationId);
      const [objected, confirmed] = await Promise.all([object(), confirm()]);
      const { application } = await page();
      expect(application.status).toBe(confirmed.ok ? "confirmed" : "withdrawn");
      expect(objected.status).toBe(confirmed.ok ? 409 : 303);
      expect(await heldSeats()).toEqual(confirmed.ok ? FREE.map((seat) => ({ ...seat, taken: 1 })) : FREE);
    },
  );
});
