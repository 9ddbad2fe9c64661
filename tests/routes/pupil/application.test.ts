import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import type { PeriodChoice } from "#app/domain/offers/offer.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { action, loader } from "#app/routes/pupil/application.tsx";
import { loader as listLoader } from "#app/routes/pupil/applications.tsx";
import { loader as homeLoader } from "#app/routes/pupil/home.tsx";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();

let app: AppContext;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let pupilId = "";
let cookie = "";
let id = "";

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  world = await make.world();
});

async function apply(choice: PeriodChoice = "both"): Promise<string> {
  const offer = await world.newOffer();
  const motivation = "J’aimerais comprendre comment une équipe soignante s’organise.";
  const sent = await submitApplication(await make.as(pupilId), { offerId: offer.id, motivation, choice });
  if (!sent.ok) throw new Error(sent.error.code);
  return sent.value.applicationId;
}

const accept = async (applicationId: string) =>
  acceptApplication(await make.as(world.employer.id), { applicationId });

beforeEach(async () => {
  pupilId = (await world.newPupil()).id;
  cookie = await cookieOf(app, pupilId);
  id = await apply();
});

const visit = (form?: Record<string, string>, as = cookie) =>
  routeArgs(app, {
    path: `/eleve/candidatures/${id}`,
    params: { applicationId: id },
    cookie: as,
    ...(form && { form }),
  });
const post = (intent: string) => statusOf(() => action(visit({ intent })));

describe("an application's page", () => {
  it("tells its history in order, and the address only once accepted", async () => {
    expect(await loader(visit())).toMatchObject({ application: { meetingPoint: null, town: "Rennes" } });
    clock.advanceDays(1 / 96);
    await accept(id);
    const { application } = await loader(visit());
    expect(application.changes.map(({ to }) => to)).toEqual(["submitted", "accepted"]);
    expect(application.meetingPoint).toMatchObject({ addressLine: "3 rue du Port" });
  });

  it("shows the reason of a refusal", async () => {
    await declineApplication(await make.as(world.employer.id), { applicationId: id, reason: "dates" });
    const { application } = await loader(visit());
    expect(application.changes.at(-1)).toMatchObject({ to: "declined", reason: "dates" });
  });

  it("is unknown to another pupil, closed to other roles, and asks a visitor to sign in", async () => {
    const other = await cookieOf(app, (await world.newPupil()).id);
    expect((await statusOf(() => loader(visit(undefined, other)))).status).toBe(404);
    expect((await statusOf(() => action(visit({ intent: "withdraw" }, other)))).status).toBe(404);
    const employer = await cookieOf(app, world.employer.id);
    expect((await statusOf(() => loader(visit(undefined, employer)))).status).toBe(403);
    expect((await statusOf(() => loader(visit(undefined, "")))).location).toContain("/connexion");
  });
});

describe("confirming", () => {
  it("takes the place, creates the agreement and says so on the page", async () => {
    const other = await apply();
    await accept(id);
    expect((await loader(visit())).released).toHaveLength(1);
    expect(await post("confirm")).toMatchObject({
      status: 303,
      location: `/eleve/candidatures/${id}?fait=confirmee`,
    });
    const { application } = await loader(visit());
    expect(application).toMatchObject({ status: "confirmed", agreement: { validated: false } });
    const { applications } = await listLoader(visit());
    expect(applications.find((one) => one.id === other)?.status).toBe("released");
  });

  it("pressed twice, succeeds twice", async () => {
    await accept(id);
    await post("confirm");
    expect(await post("confirm")).toMatchObject({ status: 303 });
  });

  it("comes too soon before the host's word: 409 and a sentence", async () => {
    const { status, value } = await post("confirm");
    expect(status).toBe(409);
    expect(value).toMatchObject({
      data: { errors: { "": [expect.stringContaining("pas encore répondu") as string] } },
    });
  });

  it("keeps the applications for the other week", async () => {
    id = await apply(1);
    const second = await apply(2);
    await accept(id);
    expect((await loader(visit())).released).toHaveLength(1);
    await post("confirm");
    const { applications } = await homeLoader(visit());
    expect(applications.find((one) => one.id === second)?.status).toBe("submitted");
  });
});

describe("withdrawing", () => {
  it("ends the application; a second press says the same", async () => {
    const done = { status: 303, location: `/eleve/candidatures/${id}?fait=retiree` };
    expect(await post("withdraw")).toMatchObject(done);
    expect(await post("withdraw")).toMatchObject(done);
    expect((await loader(visit())).application.status).toBe("withdrawn");
  });

  it("is refused once the internship is confirmed: 409 and a sentence", async () => {
    await accept(id);
    await post("confirm");
    const { status, value } = await post("withdraw");
    expect(status).toBe(409);
    expect(value).toMatchObject({
      data: { errors: { "": [expect.stringContaining("déjà confirmé") as string] } },
    });
  });

  it("leaves a word of thanks of a closed list, or none", async () => {
    await statusOf(() => action(visit({ intent: "withdraw", words: "place_found" })));
    expect((await loader(visit())).application.changes.at(-1)).toMatchObject({ reason: "place_found" });
    id = await apply();
    await statusOf(() => action(visit({ intent: "withdraw", words: "un gros mot" })));
    expect((await loader(visit())).application.changes.at(-1)).toMatchObject({
      to: "withdrawn",
      reason: null,
    });
  });

  it("can be taken back once, and a second press says the same", async () => {
    await post("withdraw");
    expect((await loader(visit())).restorable).toBe(true);
    const done = { status: 303, location: `/eleve/candidatures/${id}?fait=reprise` };
    expect(await post("restore")).toMatchObject(done);
    expect(await post("restore")).toMatchObject(done);
    expect((await loader(visit())).application.status).toBe("submitted");
    await post("withdraw");
    expect((await loader(visit())).restorable).toBe(false);
    const { status, value } = await post("restore");
    expect(status).toBe(409);
    expect(JSON.stringify(value)).toContain("qu’une fois");
  });

  it("is not proposed again for weeks that have been found since", async () => {
    await post("withdraw");
    const withdrawn = id;
    id = await apply();
    await accept(id);
    await post("confirm");
    id = withdrawn;
    expect((await loader(visit())).restorable).toBe(false);
  });

  it("any other intent is no action of this page", async () => {
    expect((await post("accept")).status).toBe(400);
  });
});
