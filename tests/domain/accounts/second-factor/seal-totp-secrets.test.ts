import type { JobHelpers } from "graphile-worker";
import { generate } from "otplib";
import { beforeEach, expect, it } from "vitest";
import { insertSession } from "#app/domain/accounts/accounts.store.server.ts";
import { DEMONSTRATION_TOTP_SECRET } from "#app/domain/accounts/demonstration-accounts.ts";
import { sealTotpSecrets } from "#app/domain/accounts/second-factor/seal-totp-secrets.server.ts";
import { totpGuardrails } from "#app/domain/accounts/second-factor/check-totp.ts";
import { verifySecondFactor } from "#app/domain/accounts/second-factor/verify-second-factor.server.ts";
import { createSecretBox } from "#app/infra/secret-box.server.ts";
import { createTasks } from "#app/jobs/tasks.server.ts";
import type { SecretBox } from "#app/kernel/secret-box.ts";
import { identities } from "#db/schema/index.ts";
import { jobContext } from "#tests/domain/notifications/messaging-world.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const OLD = "dGhlIG9sZCBrZXkgb2YgdGhlc2UgdGVzdHMsIDMyIGI=";
const NEW = "dGhlIG5ldyBrZXkgb2YgdGhlc2UgdGVzdHMsIDMyIGI=";

beforeEach(() => database.db.delete(identities));

const kept = async () => (await database.db.select().from(identities)).map(({ totpSecret }) => totpSecret);

async function opensWith(secrets: SecretBox, personId: string, step: number): Promise<boolean> {
  const clock = fakeClock();
  clock.advanceDays(step / 1440);
  const epoch = Math.floor(clock.now().getTime() / 1000);
  const code = await generate({ secret: DEMONSTRATION_TOTP_SECRET, epoch, guardrails: totpGuardrails });
  const token = await insertSession(database.db, personId, clock.now(), false);
  const ctx = { db: database.db, clock, secrets };
  return (await verifySecondFactor(ctx, { token, code, singleUse: true })).ok;
}

it("secrets kept in clear, then under an old key, are sealed with today's, and their codes stay right", async () => {
  const { db } = database;
  const make = factories(db, fakeClock());
  const person = await make.person({}, { password: "un mot", totpSecret: DEMONSTRATION_TOTP_SECRET });
  await make.person({}, { password: "un mot" });
  const [old, changing, current] = [createSecretBox(OLD), createSecretBox(NEW, OLD), createSecretBox(NEW)];
  expect(await opensWith(old, person.id, 1)).toBe(true);

  await sealTotpSecrets({ db, secrets: old });
  expect((await kept()).join()).not.toContain(DEMONSTRATION_TOTP_SECRET);
  expect(await opensWith(old, person.id, 2)).toBe(true);
  await expect(opensWith(current, person.id, 3)).rejects.toThrow("a key that this process was not given");

  await sealTotpSecrets({ db, secrets: changing });
  const sealed = await kept();
  expect(await opensWith(current, person.id, 3)).toBe(true);
  await sealTotpSecrets({ db, secrets: changing });
  expect(await kept()).toEqual(sealed);
  expect(sealed).toContain(null);
});

it("the worker does it by itself", async () => {
  const { db, url } = database;
  await factories(db, fakeClock()).person({}, { password: "un mot", totpSecret: DEMONSTRATION_TOTP_SECRET });
  const context = jobContext(db, url, "http://127.0.0.1:9", { clock: fakeClock() });
  await createTasks(context).seal_secrets?.({}, { abortSignal: undefined } as unknown as JobHelpers);
  expect((await kept()).map((secret) => context.secrets.isCurrent(secret ?? ""))).toEqual([true]);
});

it("a secret copied to another row opens nothing there, and is told once all others are sealed", async () => {
  const { db } = database;
  const make = factories(db, fakeClock());
  const [old, changing] = [createSecretBox(OLD), createSecretBox(NEW, OLD)];
  await make.person({}, { password: "un mot", totpSecret: DEMONSTRATION_TOTP_SECRET });
  await sealTotpSecrets({ db, secrets: old });
  const [stolen = ""] = await kept();
  await db.delete(identities);
  const thief = await make.person({}, { password: "un mot", totpSecret: stolen ?? "" });
  await expect(opensWith(old, thief.id, 9)).rejects.toThrow();
  await make.person({}, { password: "un mot", totpSecret: DEMONSTRATION_TOTP_SECRET });
  await expect(sealTotpSecrets({ db, secrets: changing })).rejects.toThrow("a key that this process");
  expect((await kept()).filter((secret) => !changing.isCurrent(secret ?? ""))).toEqual([stolen]);
});
