import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { action, loader } from "#app/routes/pupil/application.tsx";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const LAST_DAY = "2027-06-28T15:00:00Z";
const motivation = "J’aimerais comprendre comment une équipe soignante s’organise.";

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

beforeEach(async () => {
  clock.set("2027-03-01T09:00:00Z");
  pupilId = (await world.newPupil()).id;
  const pupil = await make.as(pupilId);
  const offer = await world.newOffer();
  const sent = await submitApplication(pupil, { offerId: offer.id, motivation, choice: "both" });
  if (!sent.ok) throw new Error(sent.error.code);
  id = sent.value.applicationId;
  await acceptApplication(await make.as(world.employer.id), { applicationId: id });
  await confirmPlacement(pupil, { applicationId: id });
  clock.set(LAST_DAY);
  cookie = await cookieOf(app, pupilId);
});

const visit = (form?: Record<string, string>) =>
  routeArgs(app, {
    path: `/eleve/candidatures/${id}`,
    params: { applicationId: id },
    cookie,
    ...(form && { form: { intent: "opinion", ...form } }),
  });
const post = (form: Record<string, string>) => statusOf(() => action(visit(form)));

describe("the two questions on an application's page", () => {
  it("are asked on the last day, and answered once or changed", async () => {
    expect((await loader(visit())).opinion).toMatchObject({ given: null, open: true });
    const done = { status: 303, location: `/eleve/candidatures/${id}?fait=avis` };
    expect(await post({ welcomed: "4", useful: "2" })).toMatchObject(done);
    expect((await loader(visit())).opinion).toMatchObject({ given: { welcomed: 4, useful: 2 } });
    expect(await post({ welcomed: "3", useful: "2" })).toMatchObject(done);
    expect((await loader(visit())).opinion).toMatchObject({ given: { welcomed: 3, useful: 2 } });
  });

  it("keep the answer that was chosen when the other is missing or is no answer", async () => {
    for (const useful of [undefined, "5", "0", "beaucoup"]) {
      const { status, value } = await post({ welcomed: "1", ...(useful === undefined ? {} : { useful }) });
      expect(status).toBe(422);
      expect(value).toMatchObject({
        data: {
          errors: { useful: [expect.stringContaining("orientation") as string] },
          values: { welcomed: "1" },
        },
      });
    }
    expect((await loader(visit())).opinion).toMatchObject({ given: null });
  });

  it("are not on the page before, and an answer sent too soon or too late is refused with a sentence", async () => {
    clock.set("2027-06-27T15:00:00Z");
    expect((await loader(visit())).opinion).toBeNull();
    const early = await post({ welcomed: "4", useful: "4" });
    expect(early.status).toBe(409);
    expect(JSON.stringify(early.value)).toContain("à partir du dernier jour du stage, le 28 juin 2027");
    clock.set("2027-07-29T15:00:00Z");
    cookie = await cookieOf(app, pupilId);
    const late = await post({ welcomed: "4", useful: "4" });
    expect(late.status).toBe(409);
    expect(JSON.stringify(late.value)).toContain("jusqu’au 28 juillet 2027");
    expect((await loader(visit())).opinion).toMatchObject({ given: null, open: false });
  });
});
