import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  listClassTeachers,
  listEmployers,
  listGuardians,
  listPeople,
  listPerson,
  listSchoolStaff,
} from "#app/domain/notifications/compose/recipients.queries.server.ts";
import { affiliations, guardians } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const TODAY = "2027-03-01";
let story: Awaited<ReturnType<typeof overseas>>;

/** A school of La Réunion with a firm's postcode, a host of Guadeloupe. */
async function overseas() {
  const make = factories(database.db, clock);
  await make.reference();
  const school = await make.school({ inseeCode: "97411", postcode: "97743", town: "Saint-Denis" });
  const group = await make.classGroup(school.uai);
  const organisation = await make.organisation({ postcode: "97110", town: "Pointe-à-Pitre" });
  const pupil = await make.pupil({ schoolUai: school.uai, classGroupId: group.id, email: null });
  await database.db
    .insert(guardians)
    .values({ pupilId: pupil.id, name: "Second parent", phone: "06 39 98 45 46", linkVersion: 2 });
  return {
    school,
    group,
    organisation,
    pupil,
    teacher: await make.staff("teacher", school.uai, group.id),
    head: await make.staff("schoolHead", school.uai),
    employer: await make.employer(organisation.id),
    stranger: await make.person(),
  };
}

beforeAll(async () => {
  story = await overseas();
});

describe("recipients", () => {
  it("live at the hour of their school or their host, and of Paris when they have none", async () => {
    const { pupil, employer, teacher, stranger } = story;
    const people = await listPeople(database.db, [pupil.id, employer.id, teacher.id, stranger.id]);
    expect(Object.fromEntries(people.map(({ personId, timeZone }) => [personId, timeZone]))).toEqual({
      [pupil.id]: "Indian/Reunion",
      [employer.id]: "America/Guadeloupe",
      [teacher.id]: "Indian/Reunion",
      [stranger.id]: "Europe/Paris",
    });
  });

  it("are found by their role in a host, a school or a class", async () => {
    const { db } = database;
    const { organisation, school, group, employer, head, teacher } = story;
    expect(await listEmployers(db, organisation.id, TODAY)).toMatchObject([
      { personId: employer.id, timeZone: "America/Guadeloupe", phone: null },
    ]);
    expect(await listSchoolStaff(db, school.uai, ["schoolHead"], TODAY)).toMatchObject([
      { personId: head.id, timeZone: "Indian/Reunion" },
    ]);
    expect(await listClassTeachers(db, group.id, TODAY)).toMatchObject([
      { personId: teacher.id, timeZone: "Indian/Reunion" },
    ]);
    expect(await listClassTeachers(db, group.id, TODAY, ["referent_teacher"])).toEqual([]);
  });

  it("are those who are there today: nobody who left, from the day they left, nor who is to come", async () => {
    const { db } = database;
    const make = factories(db, clock);
    const school = await make.school();
    const group = await make.classGroup(school.uai);
    const organisation = await make.organisation();
    const periods = {
      left: ["2026-09-01", TODAY],
      staying: ["2026-09-01", "2027-03-02"],
      coming: ["2027-03-02", null],
    } as const;
    const there: Record<string, string> = {};
    for (const [standing, [validFrom, validTo]] of Object.entries(periods)) {
      const people = {
        teacher: await make.staff("teacher", school.uai, group.id),
        office: await make.staff("schoolOffice", school.uai),
        head: await make.staff("schoolHead", school.uai),
        employer: await make.employer(organisation.id),
      };
      for (const [role, { id }] of Object.entries(people)) {
        await db.update(affiliations).set({ validFrom, validTo }).where(eq(affiliations.personId, id));
        if (standing === "staying") there[role] = id;
      }
    }
    const ids = (found: { personId: string | null }[]) => found.map(({ personId }) => personId);
    expect(ids(await listClassTeachers(db, group.id, TODAY))).toEqual([there["teacher"]]);
    expect(ids(await listSchoolStaff(db, school.uai, ["schoolOffice"], TODAY))).toEqual([there["office"]]);
    expect(ids(await listSchoolStaff(db, school.uai, ["schoolHead"], TODAY))).toEqual([there["head"]]);
    expect(ids(await listEmployers(db, organisation.id, TODAY))).toEqual([there["employer"]]);
  });

  it("are not left out for want of an address", async () => {
    expect(await listPerson(database.db, story.pupil.id)).toMatchObject([{ email: null }]);
    expect(await listPerson(database.db, null)).toEqual([]);
  });

  it("count both representatives, at the hour of the pupil’s school, each with the version of their link", async () => {
    expect(await listGuardians(database.db, story.pupil.id)).toMatchObject([
      { personId: null, firstName: null, phone: null, timeZone: "Indian/Reunion", linkVersion: 1 },
      { email: null, phone: "06 39 98 45 46", timeZone: "Indian/Reunion", linkVersion: 2 },
    ]);
  });
});
