import { beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { findPupilClass } from "#app/domain/notifications/compose/pupil-class.queries.server.ts";
import { saveSchoolProfile } from "#app/domain/schools/profile/save-school-profile.server.ts";
import { getSchoolProfile } from "#app/domain/schools/profile/school-profile.queries.server.ts";
import type { ProfileLines } from "#app/domain/schools/profile/school-profile.ts";
import { schoolProfileSchema } from "#app/domain/schools/profile/school-profile.schema.ts";
import { auditEntries, schoolProfileChanges } from "#db/schema/index.ts";
import { agreementStory } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import type { Factories } from "#tests/support/factories.ts";

const database = testDatabase();
let world: Awaited<ReturnType<typeof agreementStory>>;
let make: Factories;
beforeEach(async () => {
  world = await agreementStory(database.db);
  make = world.make;
});

const SILENT: ProfileLines = {
  phone: null,
  email: null,
  weekContact: null,
  weekPhone: null,
  meetingPlace: null,
  announcement: null,
  instructions: null,
};
const save = async (personId: string, lines: Partial<ProfileLines>, deliberatedOn: string | null = null) =>
  saveSchoolProfile(await make.as(personId), {
    uai: world.school.uai,
    lines: { ...SILENT, ...lines },
    deliberatedOn,
  });
const profileFor = async (personId: string) => getSchoolProfile(await make.as(personId), world.school.uai);

describe("what a school says of itself", () => {
  it("is written by its office or its head, with who changed which line, and an audit entry that quotes nothing", async () => {
    const office = await make.staff("schoolOffice", world.school.uai);
    expect(await save(world.head.id, { phone: "02 99 00 12 34", weekContact: "vie scolaire" })).toEqual({
      ok: true,
      value: { changed: ["phone", "weekContact"] },
    });
    expect(await save(office.id, { phone: "02 99 00 12 34" }, "2026-10-12")).toMatchObject({
      value: { changed: ["weekContact", "deliberation"] },
    });
    expect(await profileFor(office.id)).toMatchObject({
      lines: { phone: "02 99 00 12 34", weekContact: null },
      deliberatedOn: "2026-10-12",
      changes: [
        { fields: ["weekContact", "deliberation"], by: `Dominique ${office.lastName}` },
        { fields: ["phone", "weekContact"], by: `Dominique ${world.head.lastName}` },
      ],
    });
    const kept = await database.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, world.school.uai));
    expect(kept.map(({ action, capacity }) => [action, capacity]).sort()).toEqual([
      ["school_profile.saved", "schoolHead"],
      ["school_profile.saved", "schoolOffice"],
    ]);
    expect(JSON.stringify(kept)).not.toContain("02 99");
  });

  it("leaves no trace when nothing changes, and keeps one story when two write at once", async () => {
    await save(world.head.id, { phone: "02 99 00 12 34" });
    expect(await save(world.head.id, { phone: "02 99 00 12 34" })).toMatchObject({ value: { changed: [] } });
    const context = await make.as(world.head.id, database.openPool(2));
    const write = (meetingPlace: string) =>
      saveSchoolProfile(context, {
        uai: world.school.uai,
        lines: { ...SILENT, meetingPlace },
        deliberatedOn: null,
      });
    await Promise.all([write("Accueil"), write("Accueil")]);
    expect((await profileFor(world.head.id))?.changes.map(({ fields }) => fields)).toEqual([
      ["phone", "meetingPlace"],
      ["phone"],
    ]);
  });

  it("is neither read nor written by teachers, pupils, hosts, nor the head of another school", async () => {
    const elsewhere = await make.staff("schoolHead", (await make.school()).uai);
    for (const { id } of [world.teacher, world.pupil, world.employer, elsewhere]) {
      expect(await save(id, { phone: "02 99 00 12 34" })).toEqual({
        ok: false,
        error: { code: "not_found" },
      });
      expect(await profileFor(id)).toBeNull();
    }
    const kept = await database.db
      .select()
      .from(schoolProfileChanges)
      .where(eq(schoolProfileChanges.schoolUai, world.school.uai));
    expect(kept).toEqual([]);
  });

  it("dates no vote in the future, and takes a date back", async () => {
    expect(await save(world.head.id, {}, "2027-03-02")).toEqual({ ok: false, error: { code: "not_yet" } });
    await save(world.head.id, {}, "2026-10-12");
    await save(world.head.id, {}, null);
    expect((await profileFor(world.head.id))?.deliberatedOn).toBeNull();
  });

  it("is borne by the agreements made from then on; those made before keep what they say", async () => {
    const before = await place(world.pupil.id);
    await save(
      world.head.id,
      {
        weekPhone: "02 99 00 55 55",
        weekContact: "vie scolaire",
        instructions: "Appelez avant 9 h.",
        email: "lycee@example.org",
      },
      "2026-10-12",
    );
    const after = await place((await world.newPupil()).id);
    expect(before).toMatchObject({ boardDeliberationOn: null });
    expect(before.school.instructions).toBeUndefined();
    expect(after).toMatchObject({
      boardDeliberationOn: "2026-10-12",
      school: {
        phone: "02 99 00 55 55",
        weekContact: "vie scolaire",
        instructions: "Appelez avant 9 h.",
        email: "lycee@example.org",
      },
    });
  });

  it("gives messages the number of the weeks, else the school's, else the directory's", async () => {
    const called = async () => (await findPupilClass(database.db, world.pupil.id))?.phone;
    expect(await called()).toBeNull();
    await save(world.head.id, { phone: "02 99 00 12 34" });
    expect(await called()).toBe("02 99 00 12 34");
    await save(world.head.id, { phone: "02 99 00 12 34", weekPhone: "02 99 00 55 55" });
    expect(await called()).toBe("02 99 00 55 55");
  });
});

async function place(pupilId: string) {
  const { content } = await world.read(await world.place(pupilId, world.offer.id));
  return content;
}

describe("the form of the profile", () => {
  it.each([
    ["02 99 00 12 34", true],
    ["+33 (0)2 99 00 12 34", true],
    ["0299001234", true],
    ["12 34", false],
    ["appelez-moi", false],
    ["javascript:alert(1)", false],
  ])("takes %j as a number: %s", (phone, taken) => {
    expect(schoolProfileSchema.safeParse({ phone }).success).toBe(taken);
  });

  it("refuses an address that is none, a text that is too long, a day that does not exist", () => {
    const refused = schoolProfileSchema.safeParse({
      email: "lycee@",
      instructions: "é".repeat(1501),
      deliberatedOn: "31/02/2027",
    });
    expect(refused.error?.issues.map(({ path }) => path[0])).toEqual([
      "email",
      "instructions",
      "deliberatedOn",
    ]);
    expect(schoolProfileSchema.safeParse({}).success).toBe(true);
  });
});
