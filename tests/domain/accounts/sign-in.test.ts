import { describe, expect, it } from "vitest";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { renewSession } from "#app/domain/accounts/renew-session.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { sessions } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { accountStory, PASSWORD } from "./account-story.ts";

const database = testDatabase();
const account = (options: { totpSecret?: string } = {}) => accountStory(database.db, options);

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
    expect((await signIn(ctx, { email: email.toUpperCase(), password: PASSWORD })).ok).toBe(true);
  });

  it("answers a wrong password and an unknown address alike", async () => {
    const { ctx, email } = await account();
    const refusal = { ok: false, error: { code: "invalid_credentials" } };
    expect(await signIn(ctx, { email, password: "autre chose" })).toEqual(refusal);
    expect(await signIn(ctx, { email: "inconnu@example.org", password: PASSWORD })).toEqual(refusal);
  });

  it("ends a session after twelve hours, however much it is used", async () => {
    const { ctx, clock, open } = await account();
    const { token } = await open();
    const use = async () => {
      const session = await getSession(ctx, token);
      return session && renewSession(ctx, session);
    };
    for (let used = 0; used < 49; used += 1) {
      clock.advanceDays(0.01);
      expect(await use()).not.toBeNull();
    }
    clock.advanceDays(0.01);
    expect(await use()).toBeNull();
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
