import { generate } from "otplib";
import { beforeAll, describe, expect, it } from "vitest";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { totpGuardrails } from "#app/domain/accounts/second-factor/check-totp.ts";
import {
  enrolSecondFactor,
  proposeEnrolment,
} from "#app/domain/accounts/second-factor/enrol-second-factor.server.ts";
import { mustEnrol } from "#app/domain/accounts/second-factor/enrolment.queries.server.ts";
import { verifySecondFactor } from "#app/domain/accounts/second-factor/verify-second-factor.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { identities, recoveryCodes } from "#db/schema/index.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const password = "un mot de passe assez long";
let app: AppContext;
let make: Factories;
beforeAll(() => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
});

async function halfOpen() {
  const person = await make.person({}, { password });
  await make.affiliate(person.id, "admin");
  const open = async () => {
    const outcome = await signIn(app, { email: person.email ?? "", password });
    if (!outcome.ok) throw new Error("Sign-in refused");
    return outcome.value.token;
  };
  return { person, open, token: await open() };
}

async function propose(token: string) {
  const proposed = await proposeEnrolment(app, { token });
  if (!proposed) throw new Error("Nothing proposed");
  return proposed;
}
const codeOf = (secret: string) =>
  generate({ secret, epoch: Math.floor(clock.now().getTime() / 1000), guardrails: totpGuardrails });

async function enrolled() {
  const someone = await halfOpen();
  const { secret, sealed } = await propose(someone.token);
  const outcome = await enrolSecondFactor(app, { token: someone.token, sealed, code: await codeOf(secret) });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return { ...someone, secret, ...outcome.value };
}
const verify = (token: string, code: string) => verifySecondFactor(app, { token, code, singleUse: true });

describe("setting up a second factor", () => {
  it("opens the session that waited, and the code is asked for from then on", async () => {
    const { person, token, recoveryCodes: codes, open, secret } = await enrolled();
    expect((await getSession(app, token))?.actor?.personId).toBe(person.id);
    expect(codes).toHaveLength(10);
    const next = await open();
    expect((await getSession(app, next))?.actor).toBeNull();
    expect(await mustEnrol(app, { personId: person.id, actor: null })).toBe(false);
    expect(await verify(next, await codeOf(secret))).toMatchObject({ ok: false });
    clock.advanceDays(1 / 1440);
    expect(await verify(next, await codeOf(secret))).toMatchObject({ ok: true });
  });

  it("writes nothing before a code proves that an application holds the secret", async () => {
    const { token, person } = await halfOpen();
    const { sealed } = await propose(token);
    expect(await enrolSecondFactor(app, { token, sealed, code: "000000" })).toEqual({
      ok: false,
      error: { code: "wrong_code" },
    });
    const rows = await database.db.select().from(identities);
    expect(rows.find(({ personId }) => personId === person.id)?.totpSecret).toBeNull();
    expect(await mustEnrol(app, { personId: person.id, actor: null })).toBe(true);
  });

  it("proposes again the secret that the page holds, but never one that was sealed for somebody else", async () => {
    const { token } = await halfOpen();
    const first = await propose(token);
    expect((await proposeEnrolment(app, { token, held: first.sealed }))?.secret).toBe(first.secret);
    const other = await propose((await halfOpen()).token);
    expect((await proposeEnrolment(app, { token, held: other.sealed }))?.secret).not.toBe(other.secret);
    const code = await codeOf(other.secret);
    expect((await enrolSecondFactor(app, { token, sealed: other.sealed, code })).ok).toBe(false);
  });

  it("keeps the first of two secrets that are set up at the same instant", async () => {
    const someone = await halfOpen();
    const tokens = [someone.token, await someone.open()];
    const typed = await Promise.all(
      tokens.map(async (token) => {
        const { sealed, secret } = await propose(token);
        return { token, sealed, code: await codeOf(secret) };
      }),
    );
    const outcomes = await Promise.all(typed.map((one) => enrolSecondFactor(app, one)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is not proposed to someone who has a second factor, nor to a session that is open", async () => {
    const { token, open } = await enrolled();
    expect(await proposeEnrolment(app, { token })).toBeNull();
    expect(await proposeEnrolment(app, { token: await open() })).toBeNull();
    expect(await proposeEnrolment(app, { token: "unknown" })).toBeNull();
  });
});

describe("a recovery code", () => {
  it("stands in once for the telephone, however it is typed, for its owner alone", async () => {
    const { open, recoveryCodes: codes } = await enrolled();
    const [first = "", second = ""] = codes;
    expect((await verify((await enrolled()).token, first)).ok).toBe(false);
    expect((await verify(await open(), first.toUpperCase().replaceAll("-", " "))).ok).toBe(true);
    expect((await verify(await open(), first)).ok).toBe(false);
    const tokens = [await open(), await open()];
    const outcomes = await Promise.all(tokens.map((token) => verify(token, second)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("is nowhere in the database", async () => {
    const { recoveryCodes: codes } = await enrolled();
    const stored = JSON.stringify(await database.db.select().from(recoveryCodes));
    for (const code of codes) expect(stored).not.toContain(code);
  });
});
