import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#app/kernel/ids.ts";
import { pages as routes } from "#app/routes.ts";
import { cookieOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
const clock = fakeClock();
const cookies: Record<string, string> = { nobody: "" };
let service: Awaited<ReturnType<typeof startService>>;

/** Accounts alone: no campaign, no sector, no class, no offer, no model text. */
beforeAll(async () => {
  const app = testApp(database, clock);
  const make = factories(database.db, clock);
  await make.reference();
  const school = await make.school();
  const pupil = await make.person();
  await make.affiliate(pupil.id, "pupil", { schoolUai: school.uai });
  const people = {
    pupil: pupil.id,
    employer: (await make.employer((await make.organisation()).id)).id,
    teacher: (await make.staff("teacher", school.uai)).id,
    schoolHead: (await make.staff("schoolHead", school.uai)).id,
    // Someone whose last affiliation has ended.
    nothing: (await make.person()).id,
  };
  for (const [who, personId] of Object.entries(people)) cookies[who] = await cookieOf(app, personId);
  service = await startService(app);
});
afterAll(() => service.close());

const pages = routes.map(({ path = "" }) => `/${path}`.replace(/:\w+/g, newId()).replace("*", "nulle-part"));
const READY = "/readyz";

describe.each(["nobody", "pupil", "employer", "teacher", "schoolHead", "nothing"])(
  "before anything is set up, for %s",
  (who) => {
    it.each(pages.filter((page) => page !== READY))("%s fails nobody", async (path) => {
      const answer = await sendRaw(service.port, { path, headers: { Cookie: cookies[who] ?? "" } });
      expect(answer.status).toBeLessThan(500);
    });
  },
);

it("says what is missing, where machines ask", async () => {
  const { status, body } = await sendRaw(service.port, { path: READY });
  expect(status).toBe(503);
  expect(JSON.parse(body)).toMatchObject({
    status: "not_ready",
    missing: expect.arrayContaining(["campaign"]) as string[],
  });
});
