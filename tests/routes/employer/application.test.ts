import { beforeAll, describe, expect, it } from "vitest";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { action, loader } from "#app/routes/employer/application.tsx";
import { action as offersAction } from "#app/routes/employer/offers.tsx";
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
  world = await make.world();
  cookie = await cookieOf(app, world.employer.id);
});

async function received(offerId: string) {
  const pupil = await world.newPupil();
  const motivation = "J'aimerais comprendre le travail de votre équipe, de près.";
  const sent = await submitApplication(await make.as(pupil.id), { offerId, motivation, choice: 1 });
  if (!sent.ok) throw new Error(sent.error.code);
  return sent.value.applicationId;
}
const visit = (applicationId: string, form?: Record<string, string>, as = cookie) => ({
  path: `/employeur/candidatures/${applicationId}`,
  params: { applicationId },
  cookie: as,
  ...(form ? { form } : {}),
});
const open = (id: string, as = cookie) => statusOf(() => loader(routeArgs(app, visit(id, undefined, as))));
const send = (id: string, form: Record<string, string>, as = cookie) =>
  statusOf(() => action(routeArgs(app, visit(id, form, as))));

describe("the page of an application", () => {
  it("is read without being marked, then marked by a press", async () => {
    const id = await received((await world.newOffer()).id);
    expect((await open(id)).value).toMatchObject({ application: { status: "submitted" } });
    expect((await open(id)).value).toMatchObject({ application: { status: "submitted" } });
    expect(await send(id, { intent: "read" })).toMatchObject({ status: 303 });
    expect((await open(id)).value).toMatchObject({ application: { status: "seen" } });
  });

  it("tells the success again to the one who presses twice, and who did it to a colleague", async () => {
    const colleague = await cookieOf(app, (await make.employer(world.organisation.id)).id);
    const { firstName, lastName } = world.employer;
    for (const [form, done, past] of [
      [{ intent: "accept" }, "acceptee", "acceptée"],
      [{ intent: "decline", reason: "dates" }, "refusee", "refusée"],
    ] as const) {
      const id = await received((await world.newOffer()).id);
      const first = await send(id, form);
      expect(first.location).toContain(done);
      expect(await send(id, form)).toMatchObject({ status: 303, location: first.location });
      const late = await send(id, form, colleague);
      expect(late.status).toBe(409);
      expect(JSON.stringify(late.value)).toContain(`${firstName} ${lastName} l’a déjà ${past}`);
      expect(JSON.stringify(late.value)).toContain("n’a pas été envoyé");
    }
  });

  it("lets a refusal be taken back for ten minutes, by a button that says until when", async () => {
    const id = await received((await world.newOffer()).id);
    await send(id, { intent: "decline", reason: "dates" });
    const until = new Date(clock.now().getTime() + 10 * 60_000);
    expect((await open(id)).value).toMatchObject({ takeBackUntil: until });
    clock.advanceDays(5 / (24 * 60));
    const back = await send(id, { intent: "take_back" });
    expect(back).toMatchObject({ status: 303, location: `/employeur/candidatures/${id}?fait=refus-annule` });
    expect(await send(id, { intent: "take_back" })).toEqual(back);
    expect((await open(id)).value).toMatchObject({ application: { status: "seen" }, takeBackUntil: null });
  });

  it("asks for a reason before it refuses", async () => {
    const id = await received((await world.newOffer()).id);
    const refused = await send(id, { intent: "decline" });
    expect(refused.status).toBe(422);
    expect(refused.value).toHaveProperty("data.errors.reason");
    expect(await send(id, { intent: "decline", reason: "dates" })).toMatchObject({ status: 303 });
    const late = await send(id, { intent: "accept" });
    expect(late.status).toBe(409);
    expect(JSON.stringify(late.value)).toContain("déjà refusée");
  });

  it("says that no seat is left when a colleague was quicker", async () => {
    const offer = await world.newOffer({ seats: [1, 0] });
    const [first, second] = [await received(offer.id), await received(offer.id)];
    expect(await send(first, { intent: "accept" })).toMatchObject({ status: 303 });
    const late = await send(second, { intent: "accept" });
    expect(late.status).toBe(409);
    expect(JSON.stringify(late.value)).toContain("toutes prises");
    expect((await open(second)).value).toMatchObject({ application: { isFull: true } });
  });

  it("is not found by another organisation, nor under an address that is no identifier", async () => {
    const id = await received((await world.newOffer()).id);
    const other = await make.organisation();
    const stranger = await cookieOf(app, (await make.employer(other.id)).id);
    expect((await open(id, stranger)).status).toBe(404);
    for (const intent of ["read", "accept", "decline"])
      expect((await send(id, { intent, reason: "dates" }, stranger)).status).toBe(404);
    expect((await open("nimporte-quoi")).status).toBe(404);
    expect((await send(id, { intent: "autre" })).status).toBe(400);
  });
});

describe("the list of offers", () => {
  const change = (form: Record<string, string>) =>
    statusOf(() => offersAction(routeArgs(app, { path: "/employeur/offres", cookie, form })));

  it("pauses once, and says so when it was done already", async () => {
    const { id } = await world.newOffer();
    expect(await change({ intent: "pause", offerId: id })).toMatchObject({ status: 303 });
    expect(await change({ intent: "pause", offerId: id })).toMatchObject({ status: 409 });
    expect(await change({ intent: "resume", offerId: id })).toMatchObject({ status: 303 });
  });

  it("refuses an offer that is no identifier, and a draft that does not exist", async () => {
    expect(await change({ intent: "pause", offerId: "1" })).toMatchObject({ status: 404 });
    expect(await change({ intent: "discard", offerId: world.offer.id })).toMatchObject({ status: 404 });
  });
});
