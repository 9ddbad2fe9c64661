import { sql } from "drizzle-orm";
import { beforeAll, afterAll, describe, expect, it } from "vitest";
import * as agreementRoute from "#app/routes/school/agreement.tsx";
import * as classRoute from "#app/routes/school/class-group.tsx";
import { loader as adminHome } from "#app/routes/admin/home.tsx";
import { loader as employerPdf } from "#app/routes/employer/agreement-pdf.ts";
import { action as employerAction } from "#app/routes/employer/agreement.tsx";
import { loader as pupilPdf } from "#app/routes/pupil/agreement-pdf.ts";
import { loader as schoolPdf } from "#app/routes/school/agreement-pdf.ts";
import { hoursFields } from "#app/domain/offers/offer-hours.ts";
import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { createPdfRenderer } from "#app/infra/pdf/pdf-renderer.ts";
import { agreementStory } from "#tests/domain/agreements/agreement-story.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const pdf = createPdfRenderer();
let story: Awaited<ReturnType<typeof agreementStory>>;
beforeAll(async () => {
  story = await agreementStory(database.db);
});
afterAll(() => pdf.close());

type Form = Record<string, string>;
type Handler = (args: ReturnType<typeof routeArgs>) => unknown;

/** Someone asks for, or posts to, the page of this agreement. */
async function visit(handler: unknown, personId: string, agreementId: string, form?: Form, printer = pdf) {
  const app = { ...testApp(database, story.clock), pdf: printer };
  const cookie = await cookieOf(app, personId);
  const params = { agreementId, classGroupId: agreementId };
  const args = routeArgs(app, { path: `/page/${agreementId}`, cookie, params, ...(form ? { form } : {}) });
  return statusOf(() => (handler as Handler)(args));
}

async function newAgreement(): Promise<string> {
  const { place, newPupil, newOffer } = story;
  return place((await newPupil()).id, (await newOffer()).id);
}

const errorsOf = (value: unknown) => (value as { data: { errors: Record<string, string[]> } }).data.errors;

const hostForm = {
  signatoryName: "Alex Morel",
  signatoryQuality: "gérance",
  activities: "Observer l’accueil, puis l’atelier.",
  ...hoursFields(DEFAULT_HOURS_GRID),
};

describe("the teacher's page of an agreement", () => {
  it("validates by its button, and leads back to the page", async () => {
    const id = await newAgreement();
    const { contentHash } = await story.read(id);
    const form = { intent: "validate", contentHash };
    const answer = await visit(agreementRoute.action, story.teacher.id, id, form);
    expect(answer).toMatchObject({ status: 303, location: `/etablissement/conventions/${id}?fait=validee` });
    expect((await story.read(id)).status).toBe("teacher_validated");
  });

  it("tells the success again when its button is pressed twice", async () => {
    const id = await newAgreement();
    const form = { intent: "validate", contentHash: (await story.read(id)).contentHash };
    const first = await visit(agreementRoute.action, story.teacher.id, id, form);
    expect(await visit(agreementRoute.action, story.teacher.id, id, form)).toEqual(first);
    const other = await newAgreement();
    const remark = { intent: "request_changes", comment: "Merci de préciser les activités." };
    const sent = await visit(agreementRoute.action, story.teacher.id, other, remark);
    expect(sent.status).toBe(303);
    expect(await visit(agreementRoute.action, story.teacher.id, other, remark)).toEqual(sent);
  });

  it("takes a validation back by a button that says until when", async () => {
    const id = await newAgreement();
    const form = { intent: "validate", contentHash: (await story.read(id)).contentHash };
    await visit(agreementRoute.action, story.teacher.id, id, form);
    const until = new Date(story.clock.now().getTime() + 10 * 60_000);
    const page = await visit(agreementRoute.loader, story.teacher.id, id);
    expect(page.value).toMatchObject({ takeBackUntil: until });
    const forHead = await visit(agreementRoute.loader, story.head.id, id);
    expect(forHead.value).toMatchObject({ takeBackUntil: null });
    story.clock.advanceDays(1 / (24 * 60));
    const back = await visit(agreementRoute.action, story.teacher.id, id, { intent: "take_back" });
    expect(back).toMatchObject({
      status: 303,
      location: `/etablissement/conventions/${id}?fait=validation-annulee`,
    });
    expect((await story.read(id)).status).toBe("completed");
  });

  it("validates nothing that cannot be printed, and tells administrators", async () => {
    const id = await newAgreement();
    const form = { intent: "validate", contentHash: (await story.read(id)).contentHash };
    const broken = { ...pdf, render: () => Promise.reject(new Error("no glyph")) };
    const answer = await visit(agreementRoute.action, story.teacher.id, id, form, broken);
    expect(answer.status).toBe(409);
    expect(errorsOf(answer.value)[""]?.[0]).toContain("n’a pas pu être fabriqué");
    expect((await story.read(id)).status).toBe("completed");
    await database.db
      .execute(sql`update graphile_worker._private_jobs set attempts = 2, last_error = 'no glyph'
      where key like ${`pdf:${id}:%`}`);
    const admin = await story.make.person();
    await story.make.affiliate(admin.id, "admin");
    const home = await visit(adminHome, admin.id, id);
    expect(home.value).toMatchObject({ documents: [{ agreementId: id, attempts: 2 }] });
  });

  it("answers 409 when the content is not the one that was read, and keeps it to validate", async () => {
    const id = await newAgreement();
    const form = { intent: "validate", contentHash: "0".repeat(64) };
    const answer = await visit(agreementRoute.action, story.teacher.id, id, form);
    expect(answer.status).toBe(409);
    expect(errorsOf(answer.value)[""]?.[0]).toContain("a changé");
    expect((await story.read(id)).status).toBe("completed");
  });

  it("asks for a comment of ten characters at least, and gives back what was typed", async () => {
    const id = await newAgreement();
    const form = { intent: "request_changes", comment: "court", addressee: "school" };
    const answer = await visit(agreementRoute.action, story.teacher.id, id, form);
    expect(answer.status).toBe(422);
    expect(answer.value).toMatchObject({ data: { values: { comment: "court", addressee: "school" } } });
    expect(Object.keys(errorsOf(answer.value))).toEqual(["comment"]);
  });

  it("sends the agreement back to the host, unless told otherwise", async () => {
    const id = await newAgreement();
    const form = { intent: "request_changes", comment: "Merci de préciser les activités." };
    expect((await visit(agreementRoute.action, story.teacher.id, id, form)).status).toBe(303);
    expect((await story.read(id)).status).toBe("changes_requested");
  });

  it("does not exist for a teacher of another class, whatever they send", async () => {
    const id = await newAgreement();
    const other = await story.make.classGroup(story.school.uai, `2de ${id.slice(-4)}`);
    const stranger = await story.make.staff("teacher", story.school.uai, other.id);
    for (const handler of [agreementRoute.loader, schoolPdf, classRoute.loader])
      expect((await visit(handler, stranger.id, id)).status).toBe(404);
    for (const intent of ["valider", "modifier", "enregistrer", "autre"])
      expect((await visit(agreementRoute.action, stranger.id, id, { intent })).status).toBe(404);
    expect((await visit(classRoute.loader, stranger.id, story.classGroup.id)).status).toBe(404);
    expect((await visit(classRoute.loader, story.teacher.id, story.classGroup.id)).status).toBe(200);
  });
});

describe("the host's page of an agreement", () => {
  it("keeps lawful hours and refuses the others, with what was typed", async () => {
    const id = await newAgreement();
    const { contentHash } = await story.read(id);
    const late = { ...hostForm, contentHash, "hours-1-afternoon-to": "21:00" };
    const answer = await visit(employerAction, story.employer.id, id, late);
    expect(answer.status).toBe(422);
    expect(Object.keys(errorsOf(answer.value))).toEqual(["hours"]);
    expect(answer.value).toMatchObject({ data: { values: { "hours-1-afternoon-to": "21:00" } } });
    const lawful = await visit(employerAction, story.employer.id, id, { ...hostForm, contentHash });
    expect(lawful.status).toBe(303);
    expect((await story.read(id)).content.activities).toBe(hostForm.activities);
  });
});

describe("the download of an agreement", () => {
  it("is a PDF whose name and cache tell nothing, the same for each party", async () => {
    const id = await newAgreement();
    const { pupilId } = await story.read(id);
    const visits = [
      await visit(schoolPdf, story.teacher.id, id),
      await visit(employerPdf, story.employer.id, id),
      await visit(pupilPdf, pupilId, id),
    ];
    const answers = visits.map(({ value }) => value as Response);
    for (const { headers } of answers) {
      expect(headers.get("Content-Type")).toBe("application/pdf");
      expect(headers.get("Content-Disposition")).toBe(`inline; filename="convention-${id.slice(-12)}.pdf"`);
      expect(headers.get("Cache-Control")).toBe("private, no-store");
    }
    expect(new Set(answers.map(({ headers }) => headers.get("ETag"))).size).toBe(1);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    expect((await visit(pupilPdf, story.pupil.id, id)).status).toBe(404);
  });
});
