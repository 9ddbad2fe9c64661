import { beforeAll, describe, expect, it } from "vitest";
import { insertLink } from "#app/domain/accounts/links/links.store.server.ts";
import { LINK_PURPOSES } from "#app/domain/accounts/links/one-time-link.ts";
import { demonstrationSiret } from "#app/domain/hosts/siret.ts";
import { hostSignUps, oneTimeLinks, rateLimits } from "#db/schema/index.ts";
import { action as forgotten } from "#app/routes/auth/forgotten-password.tsx";
import { action as press, loader as read } from "#app/routes/auth/one-time-link.tsx";
import { action as signIn } from "#app/routes/auth/sign-in.tsx";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const password = "un mot de passe assez long";
const chosen = "trois girafes dansent";
let app: AppContext;
let make: Factories;
beforeAll(() => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
});

const ask = (email: string) =>
  statusOf(() => forgotten(routeArgs(app, { path: "/mot-de-passe-oublie", form: { email } })));

async function sent() {
  const email = (await make.person({}, { password })).email ?? "";
  await ask(email);
  const [link] = (await database.db.select().from(oneTimeLinks).orderBy(oneTimeLinks.id)).slice(-1);
  const token = app.links.sign("access", link?.id ?? "");
  const at = { path: `/lien/${token}`, params: { token } };
  return {
    email,
    open: (cookie?: string) => statusOf(() => read(routeArgs(app, { ...at, cookie }))),
    send: (form: Record<string, string>, cookie?: string) =>
      statusOf(() => press(routeArgs(app, { ...at, form, cookie }))),
  };
}

const cookiesOf = ({ value }: { value: unknown }) =>
  value instanceof Response
    ? value.headers
        .getSetCookie()
        .map((cookie) => cookie.split(";")[0])
        .join("; ")
    : "";

describe("the page of a link", () => {
  it("is read twenty times and still works once by its button, for the browser that pressed it alone", async () => {
    const { email, open, send } = await sent();
    for (let reading = 0; reading < 20; reading += 1)
      expect((await open()).value).toMatchObject({ state: "open", isMine: false });
    const used = await send({ intent: "continue" });
    expect(used.status).toBe(303);
    expect((await open()).value).toMatchObject({ state: "used", isMine: false });
    const cookie = cookiesOf(used);
    expect((await open(cookie)).value).toMatchObject({ isMine: true });
    expect((await send({ intent: "save", password: chosen })).location).toMatch(/^\/lien\//);
    const saved = await send({ intent: "save", password: chosen }, cookie);
    expect(saved).toMatchObject({ status: 303, location: "/compte" });
    const again = await statusOf(() =>
      signIn(routeArgs(app, { path: "/connexion", form: { email, password: chosen } })),
    );
    expect(again.status).toBe(303);
  });

  it("answers a second press kindly, and sends another link in one press", async () => {
    const { send, open } = await sent();
    await send({ intent: "continue" });
    const again = await send({ intent: "continue" });
    expect(again.status).toBe(303);
    expect((await open()).value).toMatchObject({ state: "used", isCompleted: false });
    expect((await send({ intent: "renew" })).location).toMatch(/\?fait=renouvele$/);
  });

  it.each(LINK_PURPOSES.filter((purpose) => !purpose.startsWith("email_change")))(
    "opens once, however often it is read, and is renewed or done with when pressed again: %s",
    async (purpose) => {
      await make.reference();
      const person = await make.person({}, { password });
      const email = `${purpose}@example.org`;
      const isForAccount = purpose === "sign_in" || purpose === "password_reset" || purpose === "email_proof";
      const ofSchool = purpose.startsWith("school_");
      const role = ofSchool && purpose !== "school_claim" ? ("teacher" as const) : null;
      const school = { uai: (await make.school()).uai, role };
      const linkId = await database.db.transaction((tx) =>
        insertLink(
          tx,
          {
            purpose,
            personId: isForAccount ? person.id : null,
            email: purpose === "sign_in" || purpose === "password_reset" ? null : email,
            ...(ofSchool && { school }),
          },
          clock.now(),
        ),
      );
      if (purpose === "host_sign_up") {
        const siret = demonstrationSiret(712);
        const typed = { firstName: "Alix", lastName: "Roux", passwordHash: "argon2", siret };
        await database.db.insert(hostSignUps).values(Object.assign({ linkId }, typed));
      }
      const cookie = await cookieOf(app, person.id);
      const token = app.links.sign("access", linkId);
      const at = { path: `/lien/${token}`, params: { token }, cookie };
      const open = async () => (await statusOf(() => read(routeArgs(app, at)))).value;
      const send = (intent: string) =>
        statusOf(() => press(routeArgs(app, Object.assign({ form: { intent } }, at))));
      for (let reading = 0; reading < 20; reading += 1) expect(await open()).toMatchObject({ state: "open" });
      expect((await send("continue")).status).toBe(303);
      expect(await open()).toMatchObject({ state: "used" });
      const again = await send("continue");
      expect([again.status, again.location]).toEqual([303, at.path]);
      const isDone = ["host_sign_up", "email_proof", "school_request"].includes(purpose);
      expect(await open()).toMatchObject({ state: "used", isCompleted: isDone });
      if (!isDone) expect((await send("renew")).location).toBe(`${at.path}?fait=renouvele`);
    },
  );

  it("sends a link again three times a day at most", async () => {
    const { send } = await sent();
    await send({ intent: "continue" });
    for (let count = 0; count < 3; count += 1) expect((await send({ intent: "renew" })).status).toBe(303);
    expect((await send({ intent: "renew" })).status).toBe(429);
  });

  it("keeps what was typed, but a weak password", async () => {
    const { send } = await sent();
    const cookie = cookiesOf(await send({ intent: "continue" }));
    const refused = await send({ intent: "save", password: "motdepasse123" }, cookie);
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.value)).not.toContain("motdepasse123");
    expect((await send({ intent: "save", password: "" }, cookie)).status).toBe(422);
  });

  it("is not found for a token that we did not sign, and for one of another purpose", async () => {
    const [link] = await database.db.select().from(oneTimeLinks).limit(1);
    for (const token of ["", "AAAA", app.links.sign("unsubscribe", link?.id ?? "")])
      expect(
        (await statusOf(() => read(routeArgs(app, { path: "/lien/x", params: { token } })))).status,
      ).toBe(404);
  });
});

describe("asking for a link", () => {
  it("answers alike for an address with an account and for one without", async () => {
    const known = await ask((await make.person({}, { password })).email ?? "");
    const unknown = await ask("personne@example.org");
    expect(known).toMatchObject({ status: 303, location: "/mot-de-passe-oublie?fait=envoye" });
    expect({ ...unknown, value: null }).toEqual({ ...known, value: null });
  });

  it("sends five an hour to one address, then one that lives until the next, whether it has an account or not", async () => {
    await database.db.delete(rateLimits);
    for (const email of ["inondee@example.org", (await make.person({}, { password })).email ?? ""]) {
      for (let count = 0; count < 6; count += 1)
        expect((await ask(email)).location).toBe("/mot-de-passe-oublie?fait=envoye");
      const sentSoFar = await database.db.$count(oneTimeLinks);
      expect(await ask(email.toUpperCase())).toMatchObject({
        status: 303,
        location: "/mot-de-passe-oublie?fait=deja-envoye",
      });
      expect(await database.db.$count(oneTimeLinks)).toBe(sentSoFar);
    }
  });

  it("says what an address looks like", async () => {
    expect(await ask("claire.petit")).toMatchObject({ status: 422 });
  });
});
