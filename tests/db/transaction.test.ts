import { readdirSync, readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { describe, expect, expectTypeOf, it } from "vitest";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { newId } from "#app/kernel/ids.ts";
import { persons } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();

const someone = (email: string) => ({
  id: newId(),
  firstName: "Camille",
  lastName: "Durand",
  email,
  createdAt: new Date("2027-02-01T08:00:00Z"),
});
const countOf = (email: string) => database.db.$count(persons, eq(persons.email, email));

describe("a use case in a transaction", () => {
  it("keeps what was written when it succeeds", async () => {
    const email = "kept@example.org";
    const outcome = await inTransaction(database.db, async (tx) => {
      await tx.insert(persons).values(someone(email));
      return ok({ email });
    });
    expect(outcome).toEqual({ ok: true, value: { email } });
    expect(await countOf(email)).toBe(1);
  });

  it("keeps nothing when it fails or throws", async () => {
    const email = "lost@example.org";
    const outcome = await inTransaction(database.db, async (tx) => {
      await tx.insert(persons).values(someone(email));
      return err({ code: "too_late" });
    });
    expect(outcome).toEqual({ ok: false, error: { code: "too_late" } });
    await expect(
      inTransaction(database.db, async (tx) => {
        await tx.insert(persons).values(someone(email));
        throw new Error("broken");
      }),
    ).rejects.toThrow("broken");
    expect(await countOf(email)).toBe(0);
  });

  it("ends as the failure that stands for the constraint which refused a write", async () => {
    const email = "twice@example.org";
    const twice = () =>
      inTransaction(
        database.db,
        async (tx) => {
          await tx.insert(persons).values([someone(email), someone(email)]);
          return ok();
        },
        { on: { persons_email_unique: { code: "address_taken" } } },
      );
    expect(await twice()).toEqual({ ok: false, error: { code: "address_taken" } });
    expect(await countOf(email)).toBe(0);
    expectTypeOf(twice).returns.resolves.toExtend<Result<void, { readonly code: "address_taken" }>>();
  });

  it("throws when another constraint refuses", async () => {
    const email = "once@example.org";
    const twice = inTransaction(
      database.db,
      async (tx) => {
        await tx.insert(persons).values([someone(email), someone(email)]);
        return ok();
      },
      { on: { persons_pkey: { code: "address_taken" } } },
    );
    await expect(twice).rejects.toThrow();
  });

  it("names only constraints that the database has", async () => {
    const rows = await database.db.execute<{ name: string }>(sql`
      select conname as name from pg_constraint union select relname from pg_class where relkind = 'i'`);
    const known = new Set(rows.map(({ name }) => name));
    const named = readdirSync("app/domain", { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".server.ts"))
      .flatMap((path) => [
        ...readFileSync(`app/domain/${path}`, "utf8").matchAll(/\bon: \{ (\w+): \{ code:/g),
      ])
      .map(([, name = ""]) => name);
    expect(named.length).toBeGreaterThanOrEqual(7);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
