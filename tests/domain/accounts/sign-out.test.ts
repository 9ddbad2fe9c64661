import { describe, expect, it } from "vitest";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { signOut, signOutEverywhere } from "#app/domain/accounts/sign-out.server.ts";
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
