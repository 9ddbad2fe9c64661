import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { AGREEMENT_STATUSES, type AgreementStatus } from "#app/domain/agreements/agreement.ts";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { loader as pdfLoader } from "#app/routes/employer/agreement-pdf.ts";
import { loader as pageLoader } from "#app/routes/employer/agreement.tsx";
import { loader as listLoader } from "#app/routes/employer/agreements.tsx";
import { loader as homeLoader } from "#app/routes/employer/home.tsx";
import { loader as schoolLoader } from "#app/routes/school/agreement.tsx";
import { agreements, guardians, persons } from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { agreementStory, valueOf } from "./agreement-story.ts";

const database = testDatabase();
let story: Awaited<ReturnType<typeof agreementStory>>;
let app: AppContext;
let cookie: string;
let agreementId: string;
/** What tells who the pupil is, their school and their family. */
let secrets: string[];

beforeAll(async () => {
  story = await agreementStory(database.db);
  app = testApp(database, story.clock);
  cookie = await cookieOf(app, story.employer.id);
  const { pupil, offer } = story;
  await database.db.update(persons).set({ lastName: "Guillemoto" }).where(eq(persons.id, pupil.id));
  await database.db
    .update(guardians)
    .set({ name: "Solène Quéméré", email: "solene@example.org", phone: "06 39 98 44 55" })
    .where(eq(guardians.pupilId, pupil.id));
  agreementId = await story.place(pupil.id, offer.id);
  const { content } = await story.read(agreementId);
  secrets = ["Guillemoto", "Quéméré", "solene@example.org", "44 55", "2011-10-02", content.pupil.className];
});

const args = (path: string, params: Record<string, string> = {}) => routeArgs(app, { path, params, cookie });
const page = async () => JSON.stringify(await pageLoader(args("/employeur/conventions/x", { agreementId })));
const lists = async () =>
  JSON.stringify([await listLoader(args("/employeur/conventions")), await homeLoader(args("/employeur"))]);
const pdf = () => statusOf(() => pdfLoader(args("/employeur/conventions/x/pdf", { agreementId })));
const told = (text: string) => secrets.filter((secret) => text.includes(secret));
const stand = (status: AgreementStatus) =>
  database.db
    .update(agreements)
    .set({ status, validatedAt: story.clock.now() })
    .where(eq(agreements.id, agreementId));

describe("what a host reads of an agreement", () => {
  const standing = AGREEMENT_STATUSES.filter((status) => status !== "cancelled");

  it.each(standing)("names the pupil and their family while it is %s", async (status) => {
    await stand(status);
    expect(told(await page())).toEqual(secrets);
    expect(told(await lists())).toEqual(expect.arrayContaining(["Guillemoto"]));
    expect((await pdf()).status).toBe(200);
  });

  it("ends with the place: a first name and the host's own part stay, the file goes", async () => {
    await stand("completed");
    const [placed] = await database.db
      .select({ applicationId: agreements.applicationId })
      .from(agreements)
      .where(eq(agreements.id, agreementId));
    const cancellation = { applicationId: placed?.applicationId ?? "", reason: "site_closed" as const };
    valueOf(await cancelPlacement(await story.make.as(story.employer.id), cancellation));

    const left = await page();
    expect(told(left)).toEqual([]);
    expect(left).toContain(story.pupil.firstName);
    expect(left).toContain(story.organisation.name);
    expect(left).not.toContain("Trois-Rivières");
    expect(told(await lists())).toEqual([]);
    expect(await pdf()).toMatchObject({ status: 404 });
  });

  it("stays whole for the school, which answers for the pupil", async () => {
    await stand("cancelled");
    const teacher = await cookieOf(app, story.teacher.id);
    const visit = { path: "/etablissement/conventions/x", params: { agreementId }, cookie: teacher };
    expect(told(JSON.stringify(await schoolLoader(routeArgs(app, visit))))).toEqual(secrets);
  });
});
