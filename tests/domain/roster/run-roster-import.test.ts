import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { rosterFiles } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { check, fixture, importFile, importRow, write, type RosterContext } from "./roster-story.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let ctx: RosterContext;

/** A school of its own for each test, with its head and a teacher. */
beforeEach(async () => {
  make = factories(database.db, clock);
  await make.reference();
  await make.campaign();
  const school = await make.school();
  const head = await make.staff("schoolHead", school.uai);
  ctx = Object.assign(await make.as(head.id), { uai: school.uai });
});

const FILES = [
  ["siecle.csv", { pupils: 24, classes: 2, guardians: 40, otherLevels: 0 }],
  ["pronote.txt", { pupils: 20, classes: 2, guardians: 20, otherLevels: 0 }],
  ["onde.csv", { pupils: 18, classes: 1, guardians: 27, otherLevels: 6 }],
  ["tableur.xlsx", { pupils: 22, classes: 2, guardians: 33, otherLevels: 0 }],
  ["base-eleves.xlsx", { pupils: 16, classes: 1, guardians: 16, otherLevels: 0 }],
] as const;

async function counted() {
  const [row] = await database.db.execute<{ pupils: number; classes: number; guardians: number }>(sql`
    select (select count(*)::int from affiliations where school_uai = ${ctx.uai} and role = 'pupil') as pupils,
      (select count(*)::int from class_groups where school_uai = ${ctx.uai}) as classes,
      (select count(*)::int from guardians g join affiliations a on a.person_id = g.pupil_id
        where a.school_uai = ${ctx.uai} and (g.email is not null and g.phone is not null or g.email is not null)) as guardians`);
  return row;
}

describe("the files that schools have", () => {
  it.each(FILES)("%s comes in without help, and changes nothing the second time", async (name, expected) => {
    const { otherLevels, ...counts } = expected;
    const first = await importFile(ctx, await fixture(name));
    expect(first).toMatchObject({
      status: "done",
      report: { counts: { added: counts.pupils, otherLevels } },
    });
    expect(await counted()).toEqual(counts);
    const again = await check(ctx, await fixture(name));
    expect(again.review?.counts).toMatchObject({
      added: 0,
      moved: 0,
      changed: 0,
      gone: 0,
      classes: 0,
      unchanged: counts.pupils,
    });
    const second = await write(ctx, again.id);
    expect(second.report?.counts).toMatchObject({ added: 0, moved: 0, changed: 0, unchanged: counts.pupils });
    expect(await counted()).toEqual(counts);
  });

  it("with forty defects tells forty, by line and column", async () => {
    const { review } = await check(ctx, await fixture("quarante-defauts.csv"));
    const told = review?.problems.map(({ line, column, code }) => `${line} ${column} ${code}`);
    expect(told).toHaveLength(40);
    expect(new Set(told).size).toBe(40);
    expect(told).toMatchInlineSnapshot(`
      [
        "2 0 missing_last_name",
        "3 0 missing_last_name",
        "4 0 missing_last_name",
        "5 0 missing_last_name",
        "6 1 missing_first_name",
        "7 1 missing_first_name",
        "8 1 missing_first_name",
        "9 0 bad_name",
        "10 0 bad_name",
        "11 0 bad_name",
        "12 0 bad_name",
        "13 2 missing_birth_date",
        "14 2 missing_birth_date",
        "15 2 missing_birth_date",
        "16 2 bad_date",
        "17 2 bad_date",
        "18 2 bad_date",
        "19 2 bad_date",
        "20 2 bad_date",
        "21 2 impossible_date",
        "22 2 impossible_date",
        "23 2 impossible_date",
        "24 4 other_school",
        "25 4 other_school",
        "26 5 bad_number",
        "27 5 bad_number",
        "28 8 bad_email",
        "28 8 no_guardian_address",
        "29 8 bad_email",
        "29 8 no_guardian_address",
        "30 8 bad_email",
        "30 8 no_guardian_address",
        "31 9 bad_phone",
        "32 9 bad_phone",
        "33 6 missing_guardian_name",
        "33 8 no_guardian_address",
        "34 6 bad_guardian_name",
        "34 8 no_guardian_address",
        "35 3 bad_class",
        "37 0 duplicate",
      ]
    `);
  });

  it("are not kept once they are imported", async () => {
    const { id } = await importFile(ctx, await fixture("siecle.csv"));
    const kept = await database.db.select().from(rosterFiles).where(eq(rosterFiles.importId, id));
    expect(kept).toEqual([]);
    expect(await importRow(ctx, id)).toMatchObject({ review: null, columns: null, choices: null });
  });
});
