import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { setMailPreferences } from "#app/domain/notifications/inbox/set-mail-preferences.server.ts";
import { TOPICS } from "#app/domain/notifications/topics.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { mailOptOuts } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let reader: ActorContext;
let email = "";

beforeAll(async () => {
  make = factories(database.db, clock);
});
beforeEach(async () => {
  const person = await make.person();
  email = person.email ?? "";
  reader = await make.as(person.id);
});

const refused = async () =>
  (await database.db.select().from(mailOptOuts).where(eq(mailOptOuts.address, email))).map(
    ({ topic }) => topic,
  );

it("refuses the topics that are left out, and takes them again", async () => {
  await setMailPreferences(reader, { topics: ["follow", "alerts"] });
  expect((await refused()).sort()).toEqual(["advice", "opinions", "reminders"]);
  await setMailPreferences(reader, { topics: ["follow", "advice"] });
  expect((await refused()).sort()).toEqual(["alerts", "opinions", "reminders"]);
  await setMailPreferences(reader, { topics: TOPICS });
  expect(await refused()).toEqual([]);
});

it("has nothing to keep for one who has no address", async () => {
  const { id } = await make.person({ email: null });
  expect(await setMailPreferences(await make.as(id), { topics: [] })).toEqual({
    ok: false,
    error: { code: "no_address" },
  });
});
