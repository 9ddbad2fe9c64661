import { beforeEach, describe, expect, it } from "vitest";
import { action, loader } from "#app/routes/auth/activation.tsx";
import { action as signIn } from "#app/routes/auth/sign-in.tsx";
import { rateLimits } from "#db/schema/index.ts";
import { BORN, cardStory, PASSWORD } from "#tests/domain/activation/card-story.ts";
import { routeArgs, statusOf } from "#tests/support/app.ts";

const story = cardStory();
const PATH = "/activation";
beforeEach(async () => {
  await story.database.db.delete(rateLimits);
});

const send = (form: Record<string, string>, visit: { cookie?: string; from?: string } = {}) =>
  statusOf(() => action(routeArgs(story.app, { path: PATH, form, ...visit })));
const type = (activationCode: string, birthDate = BORN, from?: string) =>
  send({ intent: "check", activationCode, birthDate }, from ? { from } : {});
const cookiesOf = ({ value }: { value: unknown }) =>
  value instanceof Response
    ? value.headers
        .getSetCookie()
        .map((cookie) => cookie.split(";")[0] ?? "")
        .join("; ")
    : "";
const pageFor = async (cookie: string, path = PATH) =>
  (await statusOf(() => loader(routeArgs(story.app, { path, cookie })))).value;
const newCode = async () => story.printed((await story.newPupil()).id);

describe("activating an account by a card", () => {
  it("leads from the code to the password, then to the name to write down, which signs in", async () => {
    const pupil = await story.newPupil({ firstName: "Zoé" });
    const code = await story.printed(pupil.id);
    const opened = await type(code.toLowerCase().replaceAll("-", " "), "2/10/2011");
    expect(opened).toMatchObject({ status: 303, location: PATH });
    const cookie = cookiesOf(opened);
    expect(await pageFor(cookie)).toEqual({ step: "password", firstName: "Zoé" });
    const weak = await send({ intent: "activate", password: "123", email: "zoe@example" }, { cookie });
    expect(weak.status).toBe(422);
    expect(JSON.stringify(weak.value)).not.toContain('"123"');
    const done = await send({ intent: "activate", password: PASSWORD }, { cookie });
    expect(done).toMatchObject({ status: 303, location: `${PATH}?fait=active` });
    const page = await pageFor(cookiesOf(done), `${PATH}?fait=active`);
    expect(page).toMatchObject({ step: "done", home: "/eleve" });
    const { signInName } = page as { signInName: string };
    const form = { email: ` ${signInName} `, password: PASSWORD };
    const entered = await statusOf(() => signIn(routeArgs(story.app, { path: "/connexion", form })));
    expect(entered).toMatchObject({ status: 303, location: "/eleve" });
  });

  it("is let go of by a button, and for a browser that never typed the code", async () => {
    const cookie = cookiesOf(await type(await newCode()));
    expect(await pageFor("")).toEqual({ step: "code" });
    expect(cookiesOf(await send({ intent: "restart" }, { cookie }))).toBe("card=");
    expect(await send({ intent: "activate", password: PASSWORD })).toMatchObject({
      status: 303,
      location: PATH,
    });
  });

  it("lasts a quarter of an hour in one browser, whatever it keeps", async () => {
    const cookie = cookiesOf(await type(await newCode()));
    story.clock.advanceDays(1 / 90);
    expect(await pageFor(cookie)).toEqual({ step: "code" });
  });

  it("answers a wrong code, a wrong birth date and both alike", async () => {
    const code = await newCode();
    const answers = await Promise.all([
      type(code, "2011-10-03"),
      type("ACDE-FGHJ-KMNP"),
      type("ACDE-FGHJ-KMNP", "2011-10-03"),
    ]);
    const told = answers.map(({ status, value }) => {
      const { data } = value as { data: { errors: unknown } };
      return { status, errors: data.errors };
    });
    expect(told[0]).toMatchObject({ status: 422 });
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it("says what a code and a date look like, and keeps what was typed", async () => {
    const answer = await type("K1MP", "hier");
    expect(answer.status).toBe(422);
    const { data } = answer.value as { data: { errors: Record<string, unknown>; values: unknown } };
    expect(Object.keys(data.errors).sort()).toEqual(["activationCode", "birthDate"]);
    expect(data.values).toMatchObject({ activationCode: "K1MP", birthDate: "hier" });
  });
});

describe("guesses of codes", () => {
  it("are ten an hour for those that begin alike, from wherever they come, counted before they are judged", async () => {
    const code = await newCode();
    const all = await Promise.all(
      Array.from({ length: 30 }, (_, index) => type(code, "2010-01-01", `10.0.0.${index}`)),
    );
    expect(all.filter(({ status }) => status === 422)).toHaveLength(10);
    expect((await type(code)).status).toBe(429);
    expect((await type(await newCode())).status).toBe(303);
  });

  it("are two hundred in ten minutes for one network", async () => {
    const signs = "ACDEFGHJKMNPRTUWXY23456789";
    const code = (index: number) =>
      `${signs[index % 26] ?? ""}${signs[Math.floor(index / 26)] ?? ""}CD-FGHJ-KMNP`;
    for (let index = 0; index < 200; index += 1)
      expect((await type(code(index), BORN, "10.9.9.9")).status).toBe(422);
    const right = await newCode();
    expect((await type(right, BORN, "10.9.9.9")).status).toBe(429);
    expect((await type(right, BORN, "10.9.9.8")).status).toBe(303);
  });

  it("never hold back a class that types its codes in one room", async () => {
    for (let index = 0; index < 30; index += 1)
      expect((await type(await newCode(), BORN, "10.7.7.7")).status).toBe(303);
    const counted = await story.database.db.select().from(rateLimits);
    expect(counted.every(({ points }) => points <= 0)).toBe(true);
  });
});
