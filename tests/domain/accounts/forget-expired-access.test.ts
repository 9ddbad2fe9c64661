import { expect, it } from "vitest";
import { insertSession } from "#app/domain/accounts/accounts.store.server.ts";
import { requestLetterCode } from "#app/domain/guardians/request-letter-code.server.ts";
import { forgetExpiredAccess } from "#app/domain/accounts/forget-expired-access.server.ts";
import {
  federationArrivals,
  federationFlows,
  guardianCodes,
  rateLimits,
  sessions,
} from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { federationStory, newBrowser } from "#tests/domain/federation/federation-story.ts";

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

it("forgets those who left for a federation and never came back, or never chose", async () => {
  const { ctx, clock, leave, arrive } = federationStory(database.db);
  const { db } = database;
  const departure = {
    provider: "academie",
    browser: newBrowser(),
    returnTo: null,
    guardianToken: null,
  } as const;
  await leave(departure);
  const claims = { given_name: "Ali", usual_name: "Marchand", email: "ali.forgotten@example.org" };
  await arrive("proconnect", { claims });
  const counts = async () => [await db.$count(federationFlows), await db.$count(federationArrivals)];
  await forgetExpiredAccess(ctx);
  expect(await counts()).toEqual([1, 1]);
  clock.advanceDays(11 / 1440);
  await forgetExpiredAccess(ctx);
  expect(await counts()).toEqual([0, 1]);
  clock.advanceDays(5 / 1440);
  await forgetExpiredAccess(ctx);
  expect(await counts()).toEqual([0, 0]);
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
