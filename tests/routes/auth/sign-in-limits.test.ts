import { eq } from "drizzle-orm";
import { generate } from "otplib";
import { beforeAll, describe, expect, it } from "vitest";
import { DEMONSTRATION_TOTP_SECRET } from "#app/domain/accounts/demonstration-accounts.ts";
import { totpGuardrails } from "#app/domain/accounts/second-factor/check-totp.ts";
import { action as secondFactor } from "#app/routes/auth/second-factor.tsx";
import { action as pressLink } from "#app/routes/auth/one-time-link.tsx";
import { action as signInLink } from "#app/routes/auth/sign-in-link.tsx";
import { action as signIn } from "#app/routes/auth/sign-in.tsx";
import { oneTimeLinks, outboxEvents, persons, rateLimits } from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const GUESSES = process.env.TEST_LONG ? 10_000 : 600;
const NETWORKS = process.env.TEST_LONG ? 500 : 30;

const database = testDatabase();
const clock = fakeClock();
const password = "un mot de passe assez long";
let app: ReturnType<typeof testApp>;
let make: ReturnType<typeof factories>;

beforeAll(() => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
});

const tryPassword = (email: string, typed = password, visit: { from?: string; cookie?: string } = {}) =>
  statusOf(() => signIn(routeArgs(app, { path: "/connexion", form: { email, password: typed }, ...visit })));
/** The mark that a browser keeps of the account it has signed in to. */
const markOf = ({ value }: { value: unknown }) =>
  value instanceof Response
    ? (value.headers
        .getSetCookie()
        .map((cookie) => cookie.split(";")[0] ?? "")
        .find((cookie) => cookie.startsWith("device=")) ?? "")
    : "";
const emailOf = async () => (await make.person({}, { password })).email ?? "";
const askForLink = (email: string, from: string) =>
  statusOf(() => signInLink(routeArgs(app, { path: "/connexion/lien", form: { email }, from })));
const times = <T>(count: number, work: () => Promise<T>) => Promise.all(Array.from({ length: count }, work));

describe("the limits of signing in", () => {
  it("let a whole class in at once, behind one address, even with one account", async () => {
    const email = await emailOf();
    const answers = await times(60, () => tryPassword(email));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  });

  it("close an account to guesses after ten wrong passwords, in any case of its address", async () => {
    const [email, other] = [await emailOf(), await emailOf()];
    for (let guess = 0; guess < 10; guess += 1)
      expect((await tryPassword(guess % 2 ? email : email.toUpperCase(), `faux ${guess}`)).status).toBe(422);
    expect((await tryPassword(email)).status).toBe(429);
    expect((await tryPassword(other)).status).toBe(303);
  });

  it("forget wrong passwords once the right one is given", async () => {
    const email = await emailOf();
    for (let round = 0; round < 3; round += 1) {
      for (let guess = 0; guess < 9; guess += 1) await tryPassword(email, "faux");
      expect((await tryPassword(email)).status).toBe(303);
    }
  });

  it("are counted before a password is judged: of sixty guesses at once ten are judged", async () => {
    const email = await emailOf();
    const answers = await times(60, () => tryPassword(email, "faux"));
    const judged = answers.filter(({ status }) => status === 422);
    expect(judged).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(50);
  });

  it("let a browser pass that has signed in before, whatever was guessed elsewhere, until it guesses itself", async () => {
    const [email, other] = [await emailOf(), await emailOf()];
    const cookie = markOf(await tryPassword(email));
    for (let guess = 0; guess < 10; guess += 1) await tryPassword(email, "faux");
    expect((await tryPassword(email)).status).toBe(429);
    expect((await tryPassword(email, password, { cookie: markOf(await tryPassword(other)) })).status).toBe(
      429,
    );
    expect((await tryPassword(email, password, { cookie: `${cookie.slice(0, -4)}AAAA` })).status).toBe(429);
    expect((await tryPassword(email, password, { cookie })).status).toBe(303);
    for (let guess = 0; guess < 10; guess += 1)
      expect((await tryPassword(email, "faux", { cookie })).status).toBe(422);
    expect((await tryPassword(email, password, { cookie })).status).toBe(429);
  });

  it("shut out one network at a time, and all of them after sixty wrong passwords an hour", async () => {
    const email = await emailOf();
    const cookie = markOf(await tryPassword(email));
    const guessFrom = (from: string) => tryPassword(email, "faux", { from });
    for (let network = 1; network <= 5; network += 1)
      for (let guess = 0; guess < 10; guess += 1)
        expect((await guessFrom(`2001:db8:0:${network}::${guess}`)).status).toBe(422);
    expect((await guessFrom("2001:db8:0:5::ffff")).status).toBe(429);
    expect((await tryPassword(email, password, { from: "203.0.113.9" })).status).toBe(303);
    for (let guess = 0; guess < 10; guess += 1) await guessFrom(`203.0.113.${guess + 10}`);
    expect((await tryPassword(email, password, { from: "203.0.113.200" })).status).toBe(429);
    expect((await tryPassword(email, password, { from: "203.0.113.200", cookie })).status).toBe(303);
  });

  it("have the owner told once a day, whoever guesses and from wherever, and nobody where there is no account", async () => {
    const email = await emailOf();
    for (const from of ["192.0.2.10", "198.51.100.10"])
      for (let guess = 0; guess < 14; guess += 1) await tryPassword(email, "faux", { from });
    for (let guess = 0; guess < 14; guess += 1) await tryPassword("personne-sans-compte@example.org", "faux");
    const told = async () => {
      const events = await database.db.select().from(outboxEvents);
      return events.filter(({ type }) => type === "account.password_guessed").map(({ payload }) => payload);
    };
    const [owner] = await database.db.select().from(persons).where(eq(persons.email, email));
    expect(
      (await told()).filter((payload) => (payload as { personId: string }).personId === owner?.id),
    ).toEqual([{ personId: owner?.id }]);
    for (const payload of await told()) expect(payload).toEqual({ personId: expect.any(String) as string });
  });

  it(`let ${GUESSES} wrong passwords from ${NETWORKS} networks neither in nor keep the owner out`, async () => {
    await database.db.delete(rateLimits);
    const email = await emailOf();
    const cookie = markOf(await tryPassword(email));
    const network = (guess: number) => `198.18.${(guess % NETWORKS) >> 8}.${(guess % NETWORKS) & 255}`;
    // The right password is among the guesses, once the limits have been reached.
    const guesses = Array.from({ length: GUESSES }, (_, guess) => (guess < 200 ? `faux ${guess}` : password));
    const seen = new Map<number, number>();
    for (let start = 0; start < GUESSES; start += 100) {
      const batch = guesses.slice(start, start + 100).map((typed, index) => {
        const from = network(start + index);
        return tryPassword(email, typed, { from });
      });
      const owner = tryPassword(email, password, { cookie, from: network(start) });
      for (const { status } of await Promise.all(batch)) seen.set(status, (seen.get(status) ?? 0) + 1);
      expect((await owner).status).toBe(303);
      // Others ask for links in the owner's place.
      if (start < 3000) await askForLink(email, network(start));
    }
    expect([...seen.keys()].sort()).toEqual([422, 429]);
    expect(seen.get(422)).toBeLessThanOrEqual(60);

    const elsewhere = "203.0.113.77";
    const stopped = await tryPassword(email, password, { from: elsewhere });
    expect(stopped.status).toBe(429);
    expect(JSON.stringify(stopped.value)).toContain("Se connecter par e-mail");
    expect((await askForLink(email, elsewhere)).status).toBe(303);
    const [link] = (await database.db.select().from(oneTimeLinks).orderBy(oneTimeLinks.id)).slice(-1);
    const token = app.links.sign("access", link?.id ?? "");
    const form = { intent: "continue" };
    const entered = await statusOf(() =>
      pressLink(routeArgs(app, { path: `/lien/${token}`, params: { token }, form, from: elsewhere })),
    );
    expect(entered).toMatchObject({ status: 303, location: "/compte" });
    expect(entered.value instanceof Response && entered.value.headers.getSetCookie().join()).toMatch(
      /session=/,
    );
  });

  it("count wrong codes by person: a new session gives no new guesses", async () => {
    const person = await make.person({}, { password, totpSecret: DEMONSTRATION_TOTP_SECRET });
    const tryCode = async (code: string) => {
      const cookie = await cookieOf(app, person.id, { verified: false });
      return statusOf(() =>
        secondFactor(routeArgs(app, { path: "/connexion/code", cookie, form: { code } })),
      );
    };
    const epoch = Math.floor(clock.now().getTime() / 1000);
    const right = await generate({ secret: DEMONSTRATION_TOTP_SECRET, epoch, guardrails: totpGuardrails });
    const wrong = right === "000000" ? "000001" : "000000";
    expect((await tryCode(right)).status).toBe(303);
    for (let guess = 0; guess < 20; guess += 1) expect((await tryCode(wrong)).status).toBe(422);
    expect((await tryCode(right)).status).toBe(429);
  });
});
