import { expect, it } from "vitest";
import { insertSession } from "#app/domain/accounts/accounts.store.server.ts";
import { requestLetterCode } from "#app/domain/guardians/request-letter-code.server.ts";
import { forgetExpiredAccess } from "#app/domain/accounts/forget-expired-access.server.ts";
import { guardianCodes, rateLimits, sessions } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();

it("forgets sessions and counters that are over, and keeps those in force", async () => {
  const clock = fakeClock();
  const { db } = database;
  const person = await factories(db, clock).person();
  await insertSession(db, person.id, clock.now(), true);
  const in15Minutes = new Date(clock.now().getTime() + 900_000);
  await db.insert(rateLimits).values({ key: "sign-in-address:192.0.2.1", points: 1, expire: in15Minutes });

  await forgetExpiredAccess({ db, clock });
  expect([await db.$count(sessions), await db.$count(rateLimits)]).toEqual([1, 1]);
  clock.advanceDays(0.02);
  await forgetExpiredAccess({ db, clock });
  expect([await db.$count(sessions), await db.$count(rateLimits)]).toEqual([1, 0]);
  clock.advanceDays(0.01);
  await forgetExpiredAccess({ db, clock });
  expect(await db.$count(sessions)).toBe(0);
});

it("forgets codes of representatives a day after their end", async () => {
  const clock = fakeClock();
  const { db } = database;
  const make = factories(db, clock);
  const guardianId = await make.guardianOf((await make.world()).pupil.id);
  await requestLetterCode({ db, clock }, { guardianId });
  clock.advanceDays(1);
  await forgetExpiredAccess({ db, clock });
  expect(await db.$count(guardianCodes)).toBe(1);
  clock.advanceDays(0.01);
  await forgetExpiredAccess({ db, clock });
  expect(await db.$count(guardianCodes)).toBe(0);
});
