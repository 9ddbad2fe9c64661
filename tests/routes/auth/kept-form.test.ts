import { beforeAll, describe, expect, it } from "vitest";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { loader } from "#app/routes/auth/kept-form.tsx";
import { action as alerts } from "#app/routes/pupil/alerts.tsx";
import { action as problem } from "#app/routes/pupil/problem.tsx";
import { knownDeviceHeader } from "#app/web/security/known-device.server.ts";
import { cookieOf, routeArgs, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const HALF_AN_HOUR = 31 / (24 * 60);
let app: AppContext;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  world = await make.world();
});

const nameAndValue = (header: string) => header.split(";")[0] ?? "";

/** A browser in which this account has just signed in. */
async function browserOf(personId: string, account: string): Promise<string> {
  return `${await cookieOf(app, personId)}; ${nameAndValue(await knownDeviceHeader(app, account))}`;
}

async function thrown(work: () => unknown): Promise<Response> {
  try {
    await work();
  } catch (answer) {
    if (answer instanceof Response) return answer;
    throw answer;
  }
  throw new Error("Nothing was thrown");
}

const BODY = "Je ne trouve rien.\nPersonne ne répond, et « j’ai » tout essayé.";

/** A form sent half an hour too late, and the cookies that its browser has from then on. */
async function sentTooLate(form: Record<string, string | string[]>, handler: unknown = problem) {
  const cookie = await browserOf(world.pupil.id, "ines@example.org");
  clock.advanceDays(HALF_AN_HOUR);
  const args = routeArgs(app, { path: "/eleve/probleme", cookie, form });
  const answer = await thrown(() => (handler as (args: unknown) => unknown)(args));
  return { answer, kept: answer.headers.getSetCookie().map(nameAndValue) };
}

describe("a form sent once the session has ended", () => {
  it("is given back to its author after the sign-in, whole, with where it was going", async () => {
    const { answer, kept } = await sentTooLate({ topic: "search", body: BODY, more: ["1", "2"] });
    expect(answer.headers.get("Location")).toBe("/connexion?retour=%2Fcompte%2Fenvoi");
    expect(kept.join()).not.toContain("trouve");
    const cookie = [await browserOf(world.pupil.id, "ines@example.org"), ...kept].join("; ");
    expect(await loader(routeArgs(app, { path: "/compte/envoi", cookie }))).toEqual({
      path: "/eleve/probleme",
      fields: [
        ["topic", "search"],
        ["body", BODY],
        ["more", "1"],
        ["more", "2"],
      ],
    });
  });

  it("is not shown to someone else who signs in there", async () => {
    const { kept } = await sentTooLate({ topic: "search", body: BODY });
    const other = await world.newPupil();
    const cookie = [await browserOf(other.id, "karim@example.org"), ...kept].join("; ");
    const answer = await thrown(() => loader(routeArgs(app, { path: "/compte/envoi", cookie })));
    expect(answer.headers.get("Location")).toBe("/compte");
  });

  it("holds a long letter, and is left out where it would not fit in a browser", async () => {
    const long = Array.from({ length: 400 }, (_, at) => `Ligne ${at} d’une longue lettre.`).join("\n");
    expect((await sentTooLate({ topic: "search", body: long })).kept).toHaveLength(3);
    const noise = Array.from({ length: 9000 }, (_, at) =>
      String.fromCharCode(200 + ((at * at * 7919) % 9973)),
    ).join("");
    const { answer, kept } = await sentTooLate({ topic: "search", body: noise });
    expect(kept).toEqual([]);
    expect(answer.headers.get("Location")).toBe("/connexion?retour=%2Feleve%2Fprobleme");
  });

  it("is not kept when it would be longer once unfolded than what is read back", async () => {
    expect((await sentTooLate({ topic: "search", body: "a".repeat(120_000) })).kept).toEqual([]);
  });

  it("is not kept for a visitor, nor what a page saves in passing", async () => {
    const visitor = await thrown(() =>
      alerts(routeArgs(app, { path: "/eleve/alertes", form: { intent: "create" } })),
    );
    expect(visitor.headers.getSetCookie()).toEqual([]);
    expect((await sentTooLate({ intent: "autosave", motivation: BODY })).kept).toEqual([]);
  });
});
