import { expect, it } from "vitest";
import { insertSession } from "#app/domain/accounts/accounts.store.server.ts";
import { endPersonSessions } from "#app/domain/accounts/end-person-sessions.server.ts";
import { sessions } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();

it("closes every session of the person, and is for administrators only", async () => {
  const make = factories(database.db, clock);
  const [admin, person] = [await make.person(), await make.person()];
  await make.affiliate(admin.id, "admin");
  for (const id of [person.id, person.id, admin.id]) await insertSession(database.db, id, clock.now(), true);
  const personId = person.id;
  expect((await endPersonSessions(await make.as(personId), { personId })).ok).toBe(false);
  expect((await endPersonSessions(await make.as(admin.id), { personId })).ok).toBe(true);
  const left = await database.db.select({ personId: sessions.personId }).from(sessions);
  expect(left).toEqual([{ personId: admin.id }]);
});
