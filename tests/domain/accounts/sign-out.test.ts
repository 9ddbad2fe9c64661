import { describe, expect, it } from "vitest";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { signOut, signOutEverywhere } from "#app/domain/accounts/sign-out.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { accountStory } from "./account-story.ts";

const database = testDatabase();
describe("signing out", () => {
  it("closes one session, or all of them", async () => {
    const { ctx, make, person, open } = await accountStory(database.db);
    const [first, second, third] = [await open(), await open(), await open()];
    await signOut(ctx, first);
    expect(await getSession(ctx, first.token)).toBeNull();
    expect(await getSession(ctx, second.token)).not.toBeNull();
    await signOutEverywhere(await make.as(person.id));
    expect(await getSession(ctx, second.token)).toBeNull();
    expect(await getSession(ctx, third.token)).toBeNull();
  });
});
