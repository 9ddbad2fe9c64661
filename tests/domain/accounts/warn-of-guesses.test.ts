import { expect, it } from "vitest";
import { warnOfGuesses } from "#app/domain/accounts/warn-of-guesses.server.ts";
import { outboxEvents } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();

it("tells the owner of the account, in any case of the address, and nobody for an address without account", async () => {
  const ctx = { db: database.db, clock: fakeClock() };
  const person = await factories(ctx.db, ctx.clock).person({}, { password: "un mot de passe assez long" });
  await warnOfGuesses(ctx, { email: "inconnu@example.org" });
  expect(await ctx.db.$count(outboxEvents)).toBe(0);
  await warnOfGuesses(ctx, { email: (person.email ?? "").toUpperCase() });
  expect(await ctx.db.select().from(outboxEvents)).toMatchObject([
    { type: "account.password_guessed", payload: { personId: person.id }, occurredAt: ctx.clock.now() },
  ]);
});
