import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { openHostAccount } from "#app/domain/hosts/team/open-host-account.server.ts";
import { signUpHost } from "#app/domain/hosts/team/sign-up-host.server.ts";
import { persons } from "#db/schema/index.ts";
import { freshSiret, newEmail, password, signUpStory } from "./sign-up-story.ts";

const story = signUpStory();

describe("signing up as a host", () => {
  it("makes nothing before the address is proven", async () => {
    const { email } = await story.asked();
    expect(await story.database.db.select().from(persons).where(eq(persons.email, email))).toEqual([]);
    expect((await signIn(story.app, { email, password })).ok).toBe(false);
    expect(await story.mailed()).toEqual([{ template: "host-sign-up", recipient: email }]);
  });

  it("tells the owner alone that an address has an account already", async () => {
    const { email } = await story.opened();
    const again = await story.asked({ email });
    expect(await story.mailed()).toEqual([{ template: "account-exists", recipient: email }]);
    expect(await openHostAccount(story.app, again)).toEqual({ ok: false, error: { code: "no_account" } });
  });

  it("refuses a password that holds the name", async () => {
    const typed = { firstName: "Omar", lastName: "Kaci", email: newEmail(), siret: freshSiret() };
    const outcome = await signUpHost(story.app, { ...typed, password: "omar-kaci-2027" });
    expect(outcome).toEqual({ ok: false, error: { code: "weak_password", reason: "personal" } });
  });
});
