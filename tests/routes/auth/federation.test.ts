import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { ok } from "#app/kernel/result.ts";
import { loader as leave } from "#app/routes/auth/federated-sign-in.tsx";
import { loader as comeBack } from "#app/routes/auth/federated-return.tsx";
import { action as choose, loader as arrival } from "#app/routes/auth/federated-arrival.tsx";
import { action as signOut } from "#app/routes/auth/sign-out.tsx";
import { loader as wayOut } from "#app/routes/auth/federated-sign-out.tsx";
import { loader as signInPage } from "#app/routes/auth/sign-in.tsx";
import { persons } from "#db/schema/index.ts";
import { routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { scriptedProvider, type Claims } from "#tests/domain/federation/federation-story.ts";

const database = testDatabase();
const clock = fakeClock();
const academie = scriptedProvider();
const proconnect = scriptedProvider();
let app: ReturnType<typeof testApp>;
let uai: string;

beforeAll(async () => {
  app = Object.assign(testApp(database, clock), { providers: { academie, proconnect } });
  uai = (await factories(database.db, clock).school()).uai;
});

const cookiesOf = ({ value }: { value: unknown }) =>
  value instanceof Response ? value.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "") : [];
const teacher = (email: string): Claims => ({
  given_name: "Lucie",
  family_name: "Henry",
  email,
  FrEduFonctAdm: "ENS",
  FrEduRne: [`${uai}$UAJ`],
});
const params = { provider: "academie" };

async function goAndComeBack(subject: string, retour: string) {
  const path = `/connexion/academie?retour=${encodeURIComponent(retour)}`;
  const left = await statusOf(() => leave(routeArgs(app, { path, params })));
  const [cookie = ""] = cookiesOf(left);
  const state = new URL(left.location ?? "").searchParams.get("state") ?? "";
  const claims = teacher(`${subject}@example.org`);
  academie.answer = ok({ subject, claims, secondFactor: true, idToken: `token-${subject}` });
  const back = `/connexion/academie/retour?code=code&state=${state}`;
  return { cookie, back: await statusOf(() => comeBack(routeArgs(app, { path: back, params, cookie }))) };
}

const create = (cookie: string) =>
  statusOf(() =>
    choose(routeArgs(app, { path: "/connexion/academie/suite", params, cookie, form: { intent: "create" } })),
  );

describe("the way by a federation", () => {
  it("has a button for each federation of the installation, and no address for the others", async () => {
    const page = await statusOf(() => signInPage(routeArgs(app, { path: "/connexion" })));
    expect(page.value).toMatchObject({ providers: ["academie", "proconnect"] });
    for (const provider of ["educonnect", "google", "constructor"]) {
      const args = routeArgs(app, { path: `/connexion/${provider}`, params: { provider } });
      expect((await statusOf(() => leave(args))).status).toBe(404);
    }
  });

  it("leads to the page first asked for, through the account that is made on the way", async () => {
    const { cookie, back } = await goAndComeBack("asked", "/etablissement/conventions?etat=a-valider");
    expect(back.location).toBe("/connexion/academie/suite");
    expect((await create(cookie)).location).toBe("/etablissement/conventions?etat=a-valider");
  });

  it.each(["https://evil.example.org", "//evil.example.org", "/\\evil.example.org", "javascript:alert(1)"])(
    "never leads to another site: %s",
    async (retour) => {
      const subject = `open-redirect-${encodeURIComponent(retour).replaceAll(/\W/g, "").toLowerCase()}`;
      const { cookie } = await goAndComeBack(subject, retour);
      expect((await create(cookie)).location).toBe("/etablissement");
    },
  );

  it("is over on a page that says so, for an answer that comes twice or to another browser", async () => {
    const { cookie, back } = await goAndComeBack("twice", "/");
    expect(back.status).toBe(302);
    const state = academie.asked[academie.asked.length - 1]?.challenge.state ?? "";
    const path = `/connexion/academie/retour?code=code&state=${state}`;
    for (const browser of [cookie, undefined]) {
      const again = await statusOf(() => comeBack(routeArgs(app, { path, params, cookie: browser })));
      expect(again.status).toBe(409);
      expect(again.value).toMatchObject({ data: { problem: "flow_over" } });
    }
    const elsewhere = await arrival(routeArgs(app, { path: "/connexion/academie/suite", params }));
    expect(elsewhere.page).toBeNull();
  });

  it("ends on a kind page when the federation is down", async () => {
    const down = Object.assign(scriptedProvider(), {
      authorizationUrl: () => Promise.resolve({ ok: false, error: { code: "unavailable" } } as const),
    });
    const without = Object.assign({}, app, { providers: { academie: down } });
    const page = await statusOf(() => leave(routeArgs(without, { path: "/connexion/academie", params })));
    expect(page.status).toBe(503);
  });

  it("goes on to the federation's own way out when signing out", async () => {
    const { cookie } = await goAndComeBack("leaving", "/");
    const opened = await create(cookie);
    const session = cookiesOf(opened).find((one) => one.startsWith("session=")) ?? "";
    const both = `${cookie}; ${session}`;
    const out = await statusOf(() =>
      signOut(routeArgs(app, { path: "/deconnexion", cookie: both, form: {} })),
    );
    expect(out.location).toBe("/deconnexion/academie");
    const page = await wayOut(routeArgs(app, { path: "/deconnexion/academie", params, cookie }));
    expect(page.wayOut).toBe("https://provider.example.org/end?hint=token-leaving");
    const [person] = await database.db.select().from(persons).where(eq(persons.email, "leaving@example.org"));
    expect(person).toMatchObject({ firstName: "Lucie" });
  });
});
