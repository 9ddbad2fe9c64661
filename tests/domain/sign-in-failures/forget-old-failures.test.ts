import { expect, it } from "vitest";
import { forgetOldFailures } from "#app/domain/sign-in-failures/forget-old-failures.server.ts";
import { addFailures } from "#app/domain/sign-in-failures/write-failures.server.ts";
import { signInFailures } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();

it("forgets what was counted more than twelve months ago, and only that", async () => {
  const { db } = database;
  const clock = fakeClock("2028-03-01T09:00:00Z");
  const counted = { door: "password", reason: "wrong_password", schoolUai: null, count: 2 } as const;
  await addFailures(db, [
    { day: "2027-03-01", ...counted },
    { day: "2027-03-02", ...counted },
  ]);
  await forgetOldFailures({ db, clock });
  const left = await db.select({ day: signInFailures.day }).from(signInFailures);
  expect(left).toEqual([{ day: "2027-03-02" }]);
});
