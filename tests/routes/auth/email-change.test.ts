import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { action as press, loader as read } from "#app/routes/auth/one-time-link.tsx";
import { action as secure, loader as security } from "#app/routes/auth/security.tsx";
import { emailChanges, sessions } from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, nextNumber, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const password = "un mot de passe assez long";
let app: AppContext;
let make: Factories;
beforeAll(() => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
});

async function someone() {
  const person = await make.person({}, { password });
  const cookie = await cookieOf(app, person.id);
  const newEmail = `nouvelle-${nextNumber()}@example.org`;
  const send = (form: Record<string, string>) =>
    statusOf(() => secure(routeArgs(app, { path: "/compte/securite", form, cookie })));
  const linkAt = async (end: "old" | "new", as?: string) => {
    const [change] = await database.db
      .select()
      .from(emailChanges)
      .where(eq(emailChanges.personId, person.id))
      .orderBy(desc(emailChanges.id));
    const linkId = (end === "old" ? change?.oldLinkId : change?.newLinkId) ?? "";
    const token = app.links.sign("access", linkId);
    const at = { path: `/lien/${token}`, params: { token }, ...(as && { cookie: as }) };
    return {
      path: at.path,
      open: async () => (await statusOf(() => read(routeArgs(app, at)))).value,
      press: (intent: string) =>
        statusOf(() => press(routeArgs(app, Object.assign({ form: { intent } }, at)))),
    };
  };
  const page = async () =>
    (await statusOf(() => security(routeArgs(app, { path: "/compte/securite", cookie })))).value;
  return { person, cookie, newEmail, send, linkAt, page };
}

describe("the address of an account", () => {
  it("is changed by its owner with both mailboxes, in a browser that stays signed in", async () => {
    const { person, cookie, newEmail, send, linkAt, page } = await someone();
    const asked = await send({ intent: "email", newEmail, proof: password });
    expect(asked).toMatchObject({ status: 303, location: "/compte/securite?fait=adresse-demandee" });
    expect(await page()).toMatchObject({ address: { email: person.email, change: { newEmail } } });
    const old = await linkAt("old");
    for (let reading = 0; reading < 20; reading += 1)
      expect(await old.open()).toMatchObject({ state: "open", change: { isOpen: true } });
    expect(await old.press("continue")).toMatchObject({ status: 303, location: `${old.path}?fait=accord` });
    expect(await old.press("continue")).toMatchObject({ status: 303, location: old.path });
    const done = await (await linkAt("new", cookie)).press("continue");
    expect(done).toMatchObject({ status: 303, location: "/compte/securite?fait=adresse-changee" });
    expect(done.value instanceof Response && done.value.headers.get("Set-Cookie")).toContain("session=");
    expect(await old.open()).toMatchObject({ change: { isOpen: false } });
  });

  it("is confirmed at the new mailbox after a sign-in, by nobody else", async () => {
    const { newEmail, send, linkAt } = await someone();
    await send({ intent: "email", newEmail, proof: password });
    expect((await (await linkAt("new")).press("continue")).location).toMatch(/^\/connexion\?retour=/);
    const stranger = await cookieOf(app, (await make.person()).id);
    expect((await (await linkAt("new", stranger)).press("continue")).status).toBe(409);
  });

  it("stays, and every device is signed out, when the old mailbox refuses", async () => {
    const { person, newEmail, send, linkAt } = await someone();
    await send({ intent: "email", newEmail, proof: password, oldIsLost: "oui" });
    const refused = await (await linkAt("old")).press("refuse");
    expect(refused.location).toBe("/mot-de-passe-oublie?fait=changement-arrete");
    expect(await database.db.$count(sessions, eq(sessions.personId, person.id))).toBe(0);
  });

  it("is taken back by its owner", async () => {
    const { newEmail, send, page, person } = await someone();
    await send({ intent: "email", newEmail, proof: password });
    expect((await send({ intent: "cancel_email" })).location).toBe("/compte/securite?fait=adresse-annulee");
    expect(await page()).toMatchObject({ address: { email: person.email, change: null } });
  });

  it("keeps what was typed when the password is wrong or the address is none, but not the password", async () => {
    const { person, newEmail, send } = await someone();
    const wrong = await send({ intent: "email", newEmail, proof: "un autre mot de passe" });
    expect(wrong).toMatchObject({ status: 422, value: { data: { values: { newEmail } } } });
    expect(JSON.stringify(wrong.value)).not.toContain("un autre mot de passe");
    for (const typed of ["pas une adresse", person.email ?? ""])
      expect(await send({ intent: "email", newEmail: typed, proof: password })).toMatchObject({
        status: 422,
        value: { data: { errors: { newEmail: [expect.any(String)] } } },
      });
  });

  it("is asked for ten times a day at most", async () => {
    const { send } = await someone();
    for (let count = 0; count < 10; count += 1)
      await send({ intent: "email", newEmail: `x-${nextNumber()}@example.org`, proof: password });
    expect((await send({ intent: "email", newEmail: "y@example.org", proof: password })).status).toBe(429);
  });
});
