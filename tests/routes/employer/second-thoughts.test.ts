import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import * as applicationRoute from "#app/routes/employer/application.tsx";
import * as cancelRoute from "#app/routes/employer/cancel-application.tsx";
import * as offerRoute from "#app/routes/employer/offer.tsx";
import * as transferRoute from "#app/routes/employer/transfer-application.tsx";
import { offers } from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let app: AppContext;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let cookie: string;

beforeAll(async () => {
  make = factories(database.db, clock);
  app = testApp(database, clock);
  world = await make.world({ seats: [2, 2] });
  cookie = await cookieOf(app, world.employer.id);
});

async function received(offerId: string) {
  const pupil = await world.newPupil();
  const motivation = "J'aimerais comprendre le travail de votre équipe, de près.";
  const sent = await submitApplication(await make.as(pupil.id), { offerId, motivation, choice: 1 });
  if (!sent.ok) throw new Error(sent.error.code);
  return sent.value.applicationId;
}

const visit = (page: string, params: Record<string, string>, form?: Record<string, string>) =>
  routeArgs(app, { path: page, params, cookie, ...(form ? { form } : {}) });
const onCancel = (applicationId: string, form?: Record<string, string>) =>
  visit(`/employeur/candidatures/${applicationId}/annuler`, { applicationId }, form);
const onTransfer = (applicationId: string, form?: Record<string, string>) =>
  visit(`/employeur/candidatures/${applicationId}/transmettre`, { applicationId }, form);
const read = (applicationId: string) =>
  statusOf(() =>
    applicationRoute.loader(visit(`/employeur/candidatures/${applicationId}`, { applicationId })),
  );

describe("the page that cancels a place", () => {
  it("asks for a reason, then cancels and says so", async () => {
    const applicationId = await received((await world.newOffer()).id);
    await acceptApplication(await make.as(world.employer.id), { applicationId });
    const page = await statusOf(() => cancelRoute.loader(onCancel(applicationId)));
    expect(page.value).toEqual({
      application: { id: applicationId, firstName: "Camille", status: "accepted" },
      school: { phone: null, email: world.school.email },
    });
    const refused = await statusOf(() => cancelRoute.action(onCancel(applicationId, {})));
    expect(refused.status).toBe(422);
    expect(refused.value).toHaveProperty("data.errors.reason");
    const done = await statusOf(() => cancelRoute.action(onCancel(applicationId, { reason: "site_closed" })));
    expect(done.status).toBe(303);
    expect((await read(applicationId)).value).toMatchObject({ application: { status: "cancelled" } });
    const again = await statusOf(() => cancelRoute.action(onCancel(applicationId, { reason: "dates" })));
    expect(again.status).toBe(409);
  });

  it("puts the offer in pause as well when the host asks for it, and leaves it open when it does not", async () => {
    const cancelled = async (form: Record<string, string>) => {
      const offer = await world.newOffer();
      const applicationId = await received(offer.id);
      await acceptApplication(await make.as(world.employer.id), { applicationId });
      const done = await statusOf(() => cancelRoute.action(onCancel(applicationId, form)));
      const [row] = await database.db.select().from(offers).where(eq(offers.id, offer.id));
      return { location: done.location, status: row?.status };
    };
    const paused = await cancelled({ reason: "site_closed", pauseOffer: "oui" });
    expect(paused).toMatchObject({ status: "paused" });
    expect(paused.location).toContain("fait=annulee-en-pause");
    const open = await cancelled({ reason: "dates" });
    expect(open).toMatchObject({ status: "published" });
    expect(open.location).toMatch(/fait=annulee$/);
  });

  it("leads back to an application that has nothing to cancel", async () => {
    const applicationId = await received((await world.newOffer()).id);
    expect((await statusOf(() => cancelRoute.loader(onCancel(applicationId)))).status).toBe(302);
  });
});

describe("the page that passes an application on", () => {
  it("proposes the offers that can take it, and leads to where it now waits", async () => {
    const [from, to, full, reserved] = [
      await world.newOffer(),
      await world.newOffer({ values: { title: "Découvrir l’accueil" } }),
      await world.newOffer({ seats: [0, 2] }),
      await world.newOffer({ values: { reservedTo: "rep" } }),
    ];
    const applicationId = await received(from.id);
    const page = await statusOf(() => transferRoute.loader(onTransfer(applicationId)));
    const { targets } = page.value as { targets: { id: string }[] };
    const ids = targets.map(({ id }) => id);
    expect(ids).toContain(to.id);
    for (const { id } of [from, full, reserved]) expect(ids).not.toContain(id);

    expect((await statusOf(() => transferRoute.action(onTransfer(applicationId, {})))).status).toBe(422);
    const late = await statusOf(() => transferRoute.action(onTransfer(applicationId, { offerId: full.id })));
    expect(late.status).toBe(409);
    const done = await statusOf(() => transferRoute.action(onTransfer(applicationId, { offerId: to.id })));
    expect(done.status).toBe(303);
    expect((await read(applicationId)).value).toMatchObject({ application: { status: "transferred" } });
  });
});

describe("the page of an offer", () => {
  const onOffer = (offerId: string, form?: Record<string, string>) =>
    visit(`/employeur/offres/${offerId}`, { offerId }, form);

  it("keeps how many applications its host answers at once, and says how many wait", async () => {
    const offer = await world.newOffer();
    await received(offer.id);
    const refused = await statusOf(() => offerRoute.action(onOffer(offer.id, { maxOpenApplications: "0" })));
    expect(refused.status).toBe(422);
    expect(refused.value).toMatchObject({ data: { values: { maxOpenApplications: "0" } } });
    const done = await statusOf(() => offerRoute.action(onOffer(offer.id, { maxOpenApplications: "1" })));
    expect(done.status).toBe(303);
    const shown = async () => (await statusOf(() => offerRoute.loader(onOffer(offer.id)))).value;
    expect(await shown()).toMatchObject({ queue: { max: 1, waiting: 1 }, offer: { fullForNow: true } });
    expect((await statusOf(() => offerRoute.action(onOffer(offer.id, {})))).status).toBe(303);
    expect(await shown()).toMatchObject({ queue: { max: null, waiting: 1, freedAt: null } });
  });

  it("says when a place came free while others wait", async () => {
    const offer = await world.newOffer();
    const [given] = [await received(offer.id), await received(offer.id)];
    await acceptApplication(await make.as(world.employer.id), { applicationId: given });
    expect((await statusOf(() => cancelRoute.action(onCancel(given, { reason: "dates" })))).status).toBe(303);
    const { value } = await statusOf(() => offerRoute.loader(onOffer(offer.id)));
    expect(value).toMatchObject({ queue: { waiting: 1, freedAt: clock.now() } });
  });
});
