import { describe, expect, it } from "vitest";
import { beginSignIn } from "#app/domain/federation/begin-sign-in.server.ts";
import { federationFlows } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { federationStory, newBrowser } from "./federation-story.ts";

const database = testDatabase();

describe("leaving for a federation", () => {
  it("keeps what the answer is checked against where a copy of the table tells nothing of it", async () => {
    const { ctx, providers } = federationStory(database.db);
    const departure = { provider: "academie", browser: newBrowser(), returnTo: "/etablissement" } as const;
    await beginSignIn(ctx, { ...departure, guardianToken: null, hints: { login: "a@example.org" } });
    const [asked] = providers.academie.asked;
    const kept = JSON.stringify(await database.db.select().from(federationFlows));
    const { state = "", nonce = "", verifier = "" } = asked?.challenge ?? {};
    for (const secret of [state, nonce, verifier, departure.browser, "/etablissement"]) {
      expect(secret).not.toBe("");
      expect(kept).not.toContain(secret);
    }
    expect(asked?.hints).toEqual({ login: "a@example.org" });
  });

  it("draws everything anew each time", async () => {
    const { ctx, providers } = federationStory(database.db);
    const departure = {
      provider: "academie",
      browser: newBrowser(),
      returnTo: null,
      guardianToken: null,
    } as const;
    await beginSignIn(ctx, departure);
    await beginSignIn(ctx, departure);
    const drawn = providers.academie.asked.flatMap(({ challenge }) => Object.values(challenge) as string[]);
    expect(new Set(drawn).size).toBe(6);
  });

  it("is not possible for a federation that this installation is not declared to", async () => {
    const { ctx } = federationStory(database.db);
    const departure = {
      provider: "proconnect",
      browser: newBrowser(),
      returnTo: null,
      guardianToken: null,
    } as const;
    const outcome = await beginSignIn({ ...ctx, providers: {} }, departure);
    expect(outcome).toEqual({ ok: false, error: { code: "unavailable" } });
  });
});
