import { generate } from "otplib";
import { describe, expect, it } from "vitest";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { DEMONSTRATION_TOTP_SECRET } from "#app/domain/accounts/demonstration-accounts.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { totpGuardrails } from "#app/domain/accounts/second-factor/check-totp.ts";
import { verifySecondFactor } from "#app/domain/accounts/second-factor/verify-second-factor.server.ts";
import { createSecretBox } from "#app/infra/secret-box.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const secrets = createSecretBox("dGhlIGtleSBvZiB0aGVzZSB0ZXN0cywgMzIgYnl0ZXM=");
const password = "un mot de passe assez long";

async function account(options: { totpSecret?: string } = {}) {
  const clock = fakeClock();
  const make = factories(database.db, clock);
  const person = await make.person({}, { password, ...options });
  const email = person.email ?? "";
  const ctx = { db: database.db, clock, secrets };
  const open = async () => {
    const outcome = await signIn(ctx, { email, password });
    if (!outcome.ok) throw new Error("Sign-in refused");
    return outcome.value;
  };
  return { clock, make, person, email, ctx, open };
}

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
      tokens.map((token) =>
        verifySecondFactor({ db: pool, clock, secrets }, { token, code, singleUse: true }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
