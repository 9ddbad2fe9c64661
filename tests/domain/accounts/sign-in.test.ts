import { generate } from "otplib";
import { describe, expect, it } from "vitest";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { DEMONSTRATION_TOTP_SECRET } from "#app/domain/accounts/demonstration-accounts.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { signOut, signOutEverywhere } from "#app/domain/accounts/sign-out.server.ts";
import { totpGuardrails, verifySecondFactor } from "#app/domain/accounts/verify-second-factor.server.ts";
import { sessions } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const password = "un mot de passe assez long";

async function account(options: { totpSecret?: string } = {}) {
  const clock = fakeClock();
  const make = factories(database.db, clock);
  const person = await make.person({}, { password, ...options });
  const email = person.email ?? "";
  const ctx = { db: database.db, clock };
  const open = async () => {
    const outcome = await signIn(ctx, { email, password });
    if (!outcome.ok) throw new Error("Sign-in refused");
    return outcome.value;
  };
  return { clock, make, person, email, ctx, open };
}

describe("signing in", () => {
  it("opens a new session each time and keeps only its hash", async () => {
    const { ctx, person, open } = await account();
    const [first, second] = [await open(), await open()];
    expect(first.token).not.toBe(second.token);
    expect((await getSession(ctx, first.token))?.actor?.personId).toBe(person.id);
    const stored = await database.db.select({ tokenHash: sessions.tokenHash }).from(sessions);
    expect(stored.map(({ tokenHash }) => tokenHash)).not.toContain(first.token);
  });

  it("takes the address in any case", async () => {
    const { ctx, email } = await account();
    expect((await signIn(ctx, { email: email.toUpperCase(), password })).ok).toBe(true);
  });

  it("answers a wrong password and an unknown address alike", async () => {
    const { ctx, email } = await account();
    const refusal = { ok: false, error: { code: "invalid_credentials" } };
    expect(await signIn(ctx, { email, password: "autre chose" })).toEqual(refusal);
    expect(await signIn(ctx, { email: "inconnu@example.org", password })).toEqual(refusal);
  });

  it("ends a session after twelve hours", async () => {
    const { ctx, clock, open } = await account();
    const { token } = await open();
    clock.advanceDays(0.49);
    expect(await getSession(ctx, token)).not.toBeNull();
    clock.advanceDays(0.02);
    expect(await getSession(ctx, token)).toBeNull();
  });

  it("forgets an affiliation on the day it ends", async () => {
    const { ctx, make, person, open } = await account();
    await make.affiliate(person.id, "admin");
    await database.db.execute(
      `update affiliations set valid_to = '2027-03-01' where person_id = '${person.id}'`,
    );
    const { token } = await open();
    expect((await getSession(ctx, token))?.actor?.affiliations).toEqual([]);
  });
});

describe("the second factor", () => {
  const code = (at: Date) =>
    generate({
      secret: DEMONSTRATION_TOTP_SECRET,
      epoch: Math.floor(at.getTime() / 1000),
      guardrails: totpGuardrails,
    });

  it("opens nothing before the code, and a fresh session after it", async () => {
    const { ctx, clock, person, open } = await account({ totpSecret: DEMONSTRATION_TOTP_SECRET });
    const { token, secondFactorNeeded } = await open();
    expect(secondFactorNeeded).toBe(true);
    expect((await getSession(ctx, token))?.actor).toBeNull();
    const outcome = await verifySecondFactor(ctx, { token, code: await code(clock.now()), singleUse: true });
    if (!outcome.ok) throw new Error("Code refused");
    expect((await getSession(ctx, outcome.value.token))?.actor?.personId).toBe(person.id);
    expect(await getSession(ctx, token)).toBeNull();
  });

  it("refuses a wrong code, an old code, and a code that already served", async () => {
    const { ctx, clock, open } = await account({ totpSecret: DEMONSTRATION_TOTP_SECRET });
    const now = await code(clock.now());
    const old = await code(new Date(clock.now().getTime() - 120_000));
    const wrong = { ok: false, error: { code: "wrong_code" } };
    const { token } = await open();
    expect(await verifySecondFactor(ctx, { token, code: "000000", singleUse: true })).toEqual(wrong);
    expect(await verifySecondFactor(ctx, { token, code: old, singleUse: true })).toEqual(wrong);
    expect((await verifySecondFactor(ctx, { token, code: now, singleUse: true })).ok).toBe(true);
    const { token: next } = await open();
    expect(await verifySecondFactor(ctx, { token: next, code: now, singleUse: true })).toEqual(wrong);
  });
});

describe("one code used by many at the same instant", () => {
  it("opens one session", async () => {
    const { clock, open } = await account({ totpSecret: DEMONSTRATION_TOTP_SECRET });
    const pool = database.openPool(8);
    const secret = DEMONSTRATION_TOTP_SECRET;
    const epoch = Math.floor(clock.now().getTime() / 1000);
    const code = await generate({ secret, epoch, guardrails: totpGuardrails });
    const tokens = await Promise.all(Array.from({ length: 8 }, async () => (await open()).token));
    const outcomes = await Promise.all(
      tokens.map((token) => verifySecondFactor({ db: pool, clock }, { token, code, singleUse: true })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("signing out", () => {
  it("closes one session, or all of them", async () => {
    const { ctx, make, person, open } = await account();
    const [first, second, third] = [await open(), await open(), await open()];
    await signOut(ctx, first);
    expect(await getSession(ctx, first.token)).toBeNull();
    expect(await getSession(ctx, second.token)).not.toBeNull();
    await signOutEverywhere(await make.as(person.id));
    expect(await getSession(ctx, second.token)).toBeNull();
    expect(await getSession(ctx, third.token)).toBeNull();
  });
});
