import { expect, it } from "vitest";
import { renewRecoveryCodes } from "#app/domain/accounts/second-factor/renew-recovery-codes.server.ts";
import { getProtection } from "#app/domain/accounts/second-factor/protection.queries.server.ts";
import { verifySecondFactor } from "#app/domain/accounts/second-factor/verify-second-factor.server.ts";
import { DEMONSTRATION_TOTP_SECRET } from "#app/domain/accounts/demonstration-accounts.ts";
import { createSecretBox } from "#app/infra/secret-box.server.ts";
import { readEnv } from "#app/infra/env.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { accountStory, PASSWORD } from "../account-story.ts";

const database = testDatabase();

it("gives ten codes in place of those before, to whoever knows the password", async () => {
  const { ctx, make, person, open } = await accountStory(database.db, {
    totpSecret: DEMONSTRATION_TOTP_SECRET,
  });
  const as = await make.as(person.id);
  expect(await renewRecoveryCodes(as, { current: "un autre" })).toMatchObject({
    error: { code: "wrong_password" },
  });
  const [first, second] = [
    await renewRecoveryCodes(as, { current: PASSWORD }),
    await renewRecoveryCodes(as, { current: PASSWORD }),
  ];
  if (!first.ok || !second.ok) throw new Error("Refused");
  expect(second.value).toHaveLength(10);
  const secrets = createSecretBox(
    readEnv({ SERVICE_MODE: "test", DATABASE_URL: database.url }).ENCRYPTION_KEY,
  );
  const enterWith = async (code = "") =>
    (await verifySecondFactor({ ...ctx, secrets }, { token: (await open()).token, code, singleUse: true }))
      .ok;
  expect([await enterWith(first.value[0]), await enterWith(second.value[0])]).toEqual([false, true]);
  expect(await getProtection(as)).toEqual({ hasPassword: true, hasSecondFactor: true, recoveryCodesLeft: 9 });
});

it("has nothing to give to someone without a second factor", async () => {
  const { make, person } = await accountStory(database.db);
  const as = await make.as(person.id);
  expect((await renewRecoveryCodes(as, { current: PASSWORD })).ok).toBe(false);
  expect(await getProtection(as)).toMatchObject({ hasSecondFactor: false, recoveryCodesLeft: 0 });
});
