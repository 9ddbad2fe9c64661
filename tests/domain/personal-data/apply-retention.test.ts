import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { insertSession } from "#app/domain/accounts/accounts.store.server.ts";
import { applyRetention } from "#app/domain/personal-data/apply-retention.server.ts";
import { ERASED_NAME } from "#app/domain/personal-data/erased-person.ts";
import { RETENTION_RULES } from "#app/domain/personal-data/retention-rules.ts";
import { TABLES_OF_NOBODY } from "#app/domain/personal-data/tables-of-nobody.ts";
import { hostOrganisations, offers, outboxEvents, persons } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { tableNames } from "./scan-columns.ts";

const database = testDatabase();

/** A database whose nights a test can let pass. */
function nights(start: string) {
  const { db } = database;
  const clock = fakeClock(start);
  const make = factories(db, clock);
  return {
    clock,
    make,
    db,
    /** What a whole night does, by batches of `limit`. */
    async apply(limit = 100, on = db) {
      for (let more = true; more;) ({ more } = await applyRetention({ db: on, clock }, { limit }));
    },
    async find(personId: string) {
      const [person] = await db.select().from(persons).where(eq(persons.id, personId));
      return person;
    },
    async announced(personId: string): Promise<string[]> {
      const rows = await db
        .select({ type: outboxEvents.type })
        .from(outboxEvents)
        .where(sql`${outboxEvents.payload} ->> 'personId' = ${personId}`);
      return rows.map(({ type }) => type);
    },
  };
}

it("has a rule for every table, or says that it holds nothing of anybody", async () => {
  const ruled = RETENTION_RULES.flatMap((rule) => rule.tables);
  const known = [...new Set([...ruled, ...TABLES_OF_NOBODY])].toSorted();
  expect(known).toEqual(await tableNames(database.db));
  expect(ruled.filter((table) => TABLES_OF_NOBODY.includes(table))).toEqual([]);
});

it("knows what becomes of every column that refers to a person", async () => {
  const staying = await database.db.execute<{ place: string }>(sql`
    select k.conrelid::regclass || '.' || a.attname as place
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
    where k.contype = 'f' and k.confrelid = 'persons'::regclass and k.confdeltype not in ('c', 'n') order by 1`);
  // The others go with the person, or are emptied: an application and an agreement stay, without a name, and a seat kept for
  // two days goes with its application: it is the offer's until it ends.
  expect(staying.map(({ place }) => place)).toEqual([
    "agreements.pupil_id",
    "applications.pupil_id",
    "seat_holds.pupil_id",
  ]);
});

it("warns a host two weeks before two idle years are over, and erases the account unless they come back", async () => {
  const { clock, make, db, apply, find, announced } = nights("2027-03-01T09:00:00Z");
  const { organisation, offer, employer } = await make.world();
  const colleague = await make.person({}, {});
  await insertSession(db, employer.id, clock.now(), true);
  await insertSession(db, colleague.id, clock.now(), true);
  await db
    .update(offers)
    .set({ supervisorName: "Yann Kervella", supervisorContact: "06" })
    .where(eq(offers.id, offer.id));

  clock.set("2029-02-14T09:00:00Z");
  await apply();
  expect(await announced(employer.id)).toEqual([]);
  clock.set("2029-02-15T09:00:00Z");
  await apply();
  await apply();
  expect(await announced(employer.id)).toEqual(["retention.account_expiring"]);
  await insertSession(db, colleague.id, clock.now(), true);

  clock.set("2029-03-01T08:00:00Z");
  await apply();
  expect(await find(employer.id)).toMatchObject({ email: employer.email, erasedAt: null });
  clock.set("2029-03-01T10:00:00Z");
  await apply();
  expect(await find(employer.id)).toMatchObject({ ...ERASED_NAME, email: null, erasedAt: clock.now() });
  expect(await find(colleague.id)).toMatchObject({ lastName: colleague.lastName, erasedAt: null });
  const [host] = await db.select().from(hostOrganisations).where(eq(hostOrganisations.id, organisation.id));
  expect(host).toMatchObject({ name: organisation.name, signatoryName: null, preventionContact: null });
  const [left] = await db.select().from(offers).where(eq(offers.id, offer.id));
  expect(left).toMatchObject({ title: offer.title, supervisorName: null, supervisorContact: null });
});

it("keeps what an organisation says of its people as long as someone answers for it", async () => {
  const { clock, make, db, apply, find } = nights("2030-03-01T09:00:00Z");
  const organisation = await make.organisation();
  const [leaving, staying] = [await make.employer(organisation.id), await make.employer(organisation.id)];
  clock.set("2032-02-20T09:00:00Z");
  await insertSession(db, staying.id, clock.now(), true);
  await apply();
  clock.set("2032-03-10T09:00:00Z");
  await apply();
  expect([(await find(leaving.id))?.lastName, (await find(staying.id))?.lastName]).toEqual([
    ERASED_NAME.lastName,
    staying.lastName,
  ]);
  const [host] = await db.select().from(hostOrganisations).where(eq(hostOrganisations.id, organisation.id));
  expect(host).toMatchObject({
    signatoryName: organisation.signatoryName,
    preventionContact: organisation.preventionContact,
  });
});

it("announces the yearly erasure to pupils once, from 16 September, and erases them on the 30th in the year of their last class", async () => {
  const { clock, make, apply, find, announced } = nights("2033-10-01T09:00:00Z");
  const school = await make.school();
  const [now, again] = [
    await make.classGroup(school.uai, "2de A", "2033-2034"),
    await make.classGroup(school.uai, "2de A", "2034-2035"),
  ];
  const pupil = await make.pupil({ schoolUai: school.uai, classGroupId: now.id });
  const repeating = await make.pupil({ schoolUai: school.uai, classGroupId: again.id });
  for (const [day, told, erased] of [
    ["2034-09-15", 0, false],
    ["2034-09-16", 1, false],
    ["2034-09-29", 1, false],
    ["2034-09-30", 1, true],
  ] as const) {
    clock.set(`${day}T09:00:00Z`);
    await apply();
    expect((await announced(pupil.id)).length, day).toBe(told);
    expect((await find(pupil.id))?.erasedAt !== null, day).toBe(erased);
  }
  expect(await find(repeating.id)).toMatchObject({ birthDate: "2011-10-02", erasedAt: null });
});

it("goes on from where another night was cut, and two workers at once erase each pupil once", async () => {
  const { clock, make, db, apply, find } = nights("2040-10-01T09:00:00Z");
  const school = await make.school();
  const classGroup = await make.classGroup(school.uai, "2de A", "2040-2041");
  const pupils = [];
  for (let seat = 0; seat < 9; seat += 1)
    pupils.push(await make.pupil({ schoolUai: school.uai, classGroupId: classGroup.id }));
  clock.set("2041-09-30T09:00:00Z");
  const lost = new Error("the process dies");
  await expect(
    db.transaction(async (tx) => {
      await applyRetention({ db: tx as unknown as typeof db, clock }, { limit: 4 });
      throw lost;
    }),
  ).rejects.toBe(lost);
  expect((await find(pupils[0]?.id ?? ""))?.erasedAt).toBeNull();
  await applyRetention({ db, clock }, { limit: 4 });
  await Promise.all([apply(2), apply(2, database.openPool(2))]);
  for (const { id } of pupils) expect(await find(id)).toMatchObject({ ...ERASED_NAME, calendarVersion: 2 });
});

it("forgets the jobs that were given up a month ago", async () => {
  const { clock, db, apply } = nights("2050-01-01T00:00:00Z");
  const left = async () =>
    (await db.execute(sql`select id from graphile_worker.jobs where task_identifier = 'given_up'`)).length;
  await db.execute(sql`select graphile_worker.add_job('given_up', max_attempts := 1)`);
  await apply();
  expect(await left()).toBe(1);
  await db.execute(
    sql`update graphile_worker._private_jobs set attempts = max_attempts, updated_at = '2049-12-15T00:00:00Z'`,
  );
  await apply();
  expect(await left()).toBe(1);
  clock.advanceDays(15);
  await apply();
  expect(await left()).toBe(0);
});
