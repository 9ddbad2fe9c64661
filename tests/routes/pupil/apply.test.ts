import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { action, loader } from "#app/routes/pupil/apply.tsx";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { applications } from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const MOTIVATION = "J’aimerais comprendre comment une équipe soignante s’organise.";

type World = Awaited<ReturnType<ReturnType<typeof factories>["world"]>>;
let app: AppContext;
let world: World;
let pupilId = "";
let offerId = "";
let cookie = "";

beforeAll(async () => {
  app = testApp(database, clock);
  world = await factories(database.db, clock).world();
});

beforeEach(async () => {
  pupilId = (await world.newPupil()).id;
  offerId = (await world.newOffer()).id;
  cookie = await cookieOf(app, pupilId);
});

const visit = (form?: Record<string, string>, as: string | undefined = cookie) =>
  routeArgs(app, {
    path: `/offres/${offerId}/candidature`,
    params: { offerId },
    cookie: as,
    ...(form && { form }),
  });
const post = (form: Record<string, string>) => statusOf(() => action(visit(form)));
const send = (changes: Record<string, string> = {}) =>
  post({ intent: "submit", periode: "deux-semaines", motivation: MOTIVATION, ...changes });
const mine = () => database.db.select().from(applications).where(eq(applications.pupilId, pupilId));
const refusalOf = (value: unknown) =>
  (value as { data: { errors: Record<string, string[]>; values: Record<string, unknown> } }).data;

describe("applying", () => {
  it("proposes the weeks still open, the longest first", async () => {
    expect(await loader(visit())).toMatchObject({
      periods: ["deux-semaines", "semaine-1", "semaine-2"],
      draft: null,
    });
    offerId = (await world.newOffer({ seats: [0, 1] })).id;
    expect(await loader(visit())).toMatchObject({ periods: ["semaine-2"], full: false });
  });

  it("sends the application and leads to its page", async () => {
    const { status, location } = await send();
    const [application] = await mine();
    expect(status).toBe(303);
    expect(location).toBe(`/eleve/candidatures/${application?.id ?? ""}?fait=envoyee`);
    expect(application).toMatchObject({ status: "submitted", motivation: MOTIVATION });
  });

  it("says beside the field what is wrong and keeps what was typed", async () => {
    const { status, value } = await send({ motivation: "Trop court." });
    expect(status).toBe(422);
    expect(refusalOf(value)).toMatchObject({
      values: { motivation: "Trop court.", periode: "deux-semaines" },
      errors: { motivation: [expect.stringContaining("au moins 30")] },
    });
    expect(await mine()).toHaveLength(0);
  });

  it("counts a line end once, as the pupil did", async () => {
    const text = `${"a".repeat(749)}\r\n${"b".repeat(750)}`;
    expect((await send({ motivation: text })).status).toBe(303);
    expect((await mine())[0]?.motivation).toHaveLength(1500);
  });

  it("counts characters as the database does: fifteen signs of two units are too short", async () => {
    expect((await send({ motivation: "🦊".repeat(15) })).status).toBe(422);
    expect((await send({ motivation: "🦊".repeat(30) })).status).toBe(303);
  });

  it("refuses weeks that the offer does not take, beside the weeks", async () => {
    offerId = (await world.newOffer({ seats: [0, 1] })).id;
    const { status, value } = await send();
    expect(status).toBe(422);
    expect(Object.keys(refusalOf(value).errors)).toEqual(["periode"]);
  });

  it("sent twice, leads both times to the one application", async () => {
    await send();
    const { status, location } = await send();
    expect(status).toBe(303);
    expect(location).toContain("fait=deja-envoyee");
    expect(await mine()).toHaveLength(1);
  });
});

describe("a draft", () => {
  it("is kept however short, shown again, and replaced by the next one", async () => {
    expect(await post({ intent: "draft", motivation: "Bonjour" })).toMatchObject({
      status: 303,
      location: `/offres/${offerId}/candidature?fait=brouillon`,
    });
    await post({ intent: "draft", motivation: "Bonjour à tous" });
    expect(await loader(visit())).toMatchObject({ draft: { motivation: "Bonjour à tous" }, current: null });
    expect(await mine()).toHaveLength(1);
  });

  it("becomes the application once sent", async () => {
    await post({ intent: "draft", motivation: "Bonjour" });
    expect((await send()).status).toBe(303);
    expect((await mine()).map(({ status }) => status)).toEqual(["submitted"]);
    expect(await loader(visit())).toMatchObject({
      draft: null,
      current: { id: expect.any(String) as string },
    });
  });
});

describe("the letter helper", () => {
  const answers = { attraction: "j’aime les gestes précis", curiosity: "Une vraie journée." };

  it("composes the letter on the server, under what is written, and keeps the answers", async () => {
    expect(await post({ intent: "compose", motivation: "Bonjour,", ...answers })).toMatchObject({
      status: 303,
      location: `/offres/${offerId}/candidature?fait=composee#motivation`,
    });
    expect(await loader(visit())).toMatchObject({
      draft: {
        motivation: "Bonjour,\n\nJ’aime les gestes précis.\n\nJ’aimerais observer une vraie journée.",
        notes: { ...answers, background: "" },
      },
      familySlug: "sante",
    });
  });

  it("says beside the letter that it has become too long, and loses no answer", async () => {
    const { status, value } = await post({ intent: "compose", motivation: "a".repeat(1490), ...answers });
    expect(status).toBe(422);
    expect(refusalOf(value)).toMatchObject({
      errors: { motivation: [expect.stringContaining("1\u202f500")] },
      values: answers,
    });
    expect(await mine()).toHaveLength(0);
  });

  it("sends the letter alone", async () => {
    await post({ intent: "compose", motivation: "", ...answers });
    await send(answers);
    expect(await mine()).toMatchObject([{ status: "submitted", motivation: MOTIVATION, letterNotes: null }]);
  });
});

describe("a draft kept in passing", () => {
  it("answers with its hour and leads nowhere", async () => {
    const { status, value } = await post({
      intent: "autosave",
      motivation: "Bonj",
      attraction: "Les gestes",
    });
    expect({ status, value }).toEqual({ status: 200, value: { autosave: { savedAt: clock.now() } } });
    expect(await loader(visit())).toMatchObject({
      draft: { motivation: "Bonj", notes: { attraction: "Les gestes" } },
    });
  });

  it("never brings a draft back after the letter is sent", async () => {
    await send();
    expect((await post({ intent: "autosave", motivation: "Bonj" })).value).toEqual({
      autosave: { failed: true },
    });
    expect((await mine()).map(({ status }) => status)).toEqual(["submitted"]);
  });
});

describe("a letter taken up again", () => {
  it("is listed with its host, and shown in place of the draft", async () => {
    await send();
    const [sent] = await mine();
    offerId = (await world.newOffer()).id;
    const path = `/offres/${offerId}/candidature?lettre=${sent?.id ?? ""}`;
    const args = (as: string) => routeArgs(app, { path, params: { offerId }, cookie: as });
    expect(await loader(args(cookie))).toMatchObject({
      letters: [{ applicationId: sent?.id, organisation: world.organisation.name }],
      reused: { motivation: MOTIVATION },
      draft: null,
    });
    const other = await cookieOf(app, (await world.newPupil()).id);
    expect(await loader(args(other))).toMatchObject({ letters: [], reused: null });
  });
});

describe("the page", () => {
  it("sends a visitor to the sign-in page, and back here afterwards", async () => {
    const here = encodeURIComponent(`/offres/${offerId}/candidature`);
    const anonymous = await statusOf(() => loader(visit(undefined, "")));
    expect(anonymous).toMatchObject({ status: 302, location: `/connexion?retour=${here}` });
  });

  it("is closed to other roles, and unknown for an offer that is not open to the pupil", async () => {
    const employer = await cookieOf(app, world.employer.id);
    expect((await statusOf(() => loader(visit(undefined, employer)))).status).toBe(403);
    expect((await statusOf(() => action(visit({ intent: "draft" }, employer)))).status).toBe(403);
    offerId = (await world.newOffer({ values: { reservedTo: "rep" } })).id;
    expect((await statusOf(() => loader(visit()))).status).toBe(404);
    expect((await send()).status).toBe(404);
    for (const intent of ["draft", "autosave"])
      expect((await post({ intent, motivation: "Bonjour" })).status).toBe(404);
    offerId = newId();
    expect((await statusOf(() => loader(visit()))).status).toBe(404);
    offerId = "pas-un-identifiant";
    expect((await statusOf(() => loader(visit()))).status).toBe(404);
  });

  it("tells that the offer is full, and still keeps a draft", async () => {
    offerId = (await world.newOffer({ seats: [0, 0] })).id;
    expect(await loader(visit())).toMatchObject({ full: true, periods: [] });
    expect((await post({ intent: "draft", motivation: "Peut-être plus tard" })).status).toBe(303);
  });
});
