import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
const clock = fakeClock();
let service: Awaited<ReturnType<typeof startService>>;
let cookie: string;

beforeAll(async () => {
  const app = testApp(database, clock);
  const make = factories(database.db, clock);
  await make.reference();
  const employer = await make.employer((await make.organisation()).id);
  cookie = await cookieOf(app, employer.id);
  service = await startService(app);
});
afterAll(() => service.close());

async function send(path: string, form: Record<string, string>, Cookie = "") {
  const origin = `http://localhost:${service.port}`;
  const answer = await fetch(origin + path, {
    method: "POST",
    body: new URLSearchParams(form),
    headers: { Origin: origin, Cookie },
    redirect: "manual",
  });
  return { status: answer.status, page: await answer.text() };
}

describe("a form that is sent back as a document", () => {
  it("begins the title with the error, before anything else is read", async () => {
    const { status, page } = await send("/connexion", { email: "", password: "" });
    expect(status).toBe(422);
    expect(page).toContain("<title>Erreur : Se connecter – Stage de seconde</title>");
  });

  it("keeps the header of the one who is signed in on the page of an error", async () => {
    const { status, page } = await send("/employeur/offres/nouvelle", { intent: "publish" }, cookie);
    expect(status).toBe(404);
    expect(page).toContain("Mon espace employeur");
  });

  it("says what to do when the page has no such button, and leads back to it", async () => {
    const { status, page } = await send("/employeur/offres?page=2", { intent: "danser" }, cookie);
    expect(status).toBe(400);
    expect(page).toContain("Cette page a changé depuis que vous l’avez ouverte");
    expect(page).toContain("rien n’a été enregistré");
    expect(page).toMatch(/<a [^>]*href="\/employeur\/offres\?page=2"[^>]*>Rouvrir cette page<\/a>/);
    expect(page).not.toContain("unknown_intent<");
  });
});
