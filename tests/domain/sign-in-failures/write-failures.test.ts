import { beforeEach, describe, expect, it, vi } from "vitest";
import { openFailureTally } from "#app/domain/sign-in-failures/failure-tally.server.ts";
import type { CountedFailure } from "#app/domain/sign-in-failures/failure-tally.ts";
import { addFailures, type FailureCount } from "#app/domain/sign-in-failures/write-failures.server.ts";
import { signInFailures } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
beforeEach(async () => {
  await database.db.delete(signInFailures);
});

const rows = () =>
  database.db.select().from(signInFailures).orderBy(signInFailures.day, signInFailures.schoolUai);
const counted = (values: Partial<FailureCount> = {}): FailureCount => ({
  day: "2027-03-01",
  door: "password",
  reason: "wrong_password",
  schoolUai: null,
  count: 1,
  ...values,
});
const failure = (values: Partial<CountedFailure> = {}): CountedFailure => ({
  at: new Date("2027-03-01T22:59:00Z"),
  door: "password",
  reason: "wrong_password",
  schoolUai: null,
  ...values,
});

describe("counts of refused sign-ins", () => {
  it("add up by day, way, reason and school, with or without a school", async () => {
    const card = counted({ door: "activation", reason: "card_expired", schoolUai: "0350001A" });
    await addFailures(database.db, [counted({ count: 3 }), card]);
    await addFailures(database.db, [counted({ count: 4 }), counted({ day: "2027-03-02" }), card]);
    await addFailures(database.db, []);
    expect(await rows()).toEqual([
      { ...card, count: 2 },
      counted({ count: 7 }),
      counted({ day: "2027-03-02" }),
    ]);
  });

  it("are added by several processes at once, in any order, without a deadlock or a loss", async () => {
    const schools = Array.from(
      { length: 1_500 },
      (_, index) => `${3_500_000 + index}`.padStart(7, "0") + "A",
    );
    const batch = schools.map((schoolUai) =>
      counted({ door: "educonnect", reason: "wrong_level", schoolUai }),
    );
    const pools = [database.openPool(2), database.openPool(2), database.openPool(2)];
    await Promise.all(
      pools.flatMap((db) => [batch, batch.toReversed()].map((counts) => addFailures(db, counts))),
    );
    expect(new Set((await rows()).map(({ count }) => count))).toEqual(new Set([6]));
  });

  it("have no room for a name, an address or a number", async () => {
    for (const schoolUai of ["ines.martin@example.org", "Martin", "192.0.2.1", "0123456789A"])
      await expect(addFailures(database.db, [counted({ schoolUai })])).rejects.toThrow();
  });
});

describe("the tally", () => {
  function fail(error: unknown): never {
    throw error;
  }
  const open = (options: { flushMs?: number; mostKinds?: number; onError?: (error: unknown) => void } = {}) =>
    openFailureTally({ db: database.db, onError: fail, flushMs: 60_000, ...options });

  it("writes ten thousand guesses as one row, by the day of Paris, without being waited for", async () => {
    const tally = open({ flushMs: 20 });
    for (let index = 0; index < 10_000; index += 1) tally.count(failure());
    tally.count(failure({ at: new Date("2027-03-01T23:01:00Z") }));
    await vi.waitFor(async () =>
      expect((await rows()).map(({ day, count }) => [day, count])).toEqual([
        ["2027-03-01", 10_000],
        ["2027-03-02", 1],
      ]),
    );
    await tally.close();
  });

  it("writes what is left as the process stops, and keeps what the database could not take", async () => {
    const errors: unknown[] = [];
    let broken = true;
    const tally = openFailureTally({
      db: new Proxy(database.db, {
        get: (db, name) => {
          if (broken && name === "insert") throw new Error("The database is away");
          return Reflect.get(db, name) as unknown;
        },
      }),
      onError: (error) => {
        errors.push(error);
        broken = false;
      },
      flushMs: 20,
    });
    tally.count(failure());
    await vi.waitFor(() => expect(errors).toHaveLength(1));
    tally.count(failure());
    await tally.close();
    expect((await rows()).map(({ count }) => count)).toEqual([2]);
  });

  it("holds a bounded number of kinds at once", async () => {
    const tally = open({ mostKinds: 2 });
    for (const schoolUai of ["0350001A", "0350002B", "0350003C"]) tally.count(failure({ schoolUai }));
    tally.count(failure({ schoolUai: "0350001A" }));
    await tally.close();
    expect((await rows()).map(({ schoolUai, count }) => [schoolUai, count])).toEqual([
      ["0350001A", 2],
      ["0350002B", 1],
    ]);
  });
});
