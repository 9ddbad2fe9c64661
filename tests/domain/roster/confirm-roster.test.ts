import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { confirmRoster } from "#app/domain/roster/confirm-roster.server.ts";
import { forgetRosters } from "#app/domain/roster/forget-rosters.server.ts";
import { runRosterImport } from "#app/domain/roster/run-roster-import.server.ts";
import {
  affiliations,
  agreements,
  applications,
  classMembers,
  persons,
  pupilNumbers,
  rosterFiles,
} from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import {
  check,
  importFile,
  importRow,
  pupilNumbers as numbers,
  send,
  write,
  type RosterContext,
} from "./roster-story.ts";

const database = testDatabase();
const clock = fakeClock("2027-02-01T10:00:00Z");
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let ctx: RosterContext;

beforeEach(async () => {
  make = factories(database.db, clock);
  world = await make.world();
  world.pupil.lastName = "Durand";
  await database.db.update(persons).set({ lastName: "Durand" }).where(eq(persons.id, world.pupil.id));
  ctx = Object.assign(await make.as(world.head.id), { uai: world.school.uai });
});

const HEADER = "Nom;Prénom;Date de naissance;Classe;INE";
const csv = (...lines: string[]) => Buffer.from([HEADER, ...lines].join("\r\n"));
const lineOf = (
  { lastName, firstName }: { lastName: string; firstName: string },
  className: string,
  ine = "",
) => `${lastName};${firstName};02/10/2011;${className};${ine}`;
const other = "AUTRE;Élève;03/04/2011;2de B;";

async function apply(pupilId: string) {
  const sent = await submitApplication(await make.as(pupilId), {
    offerId: world.offer.id,
    motivation: "Je voudrais découvrir ce métier et comprendre vos journées.",
    choice: "both",
  });
  if (!sent.ok) throw new Error(sent.error.code);
  const [row] = await database.db
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.pupilId, pupilId));
  return row?.id ?? "";
}

async function accepted(pupilId: string) {
  const applicationId = await apply(pupilId);
  const done = await acceptApplication(await make.as(world.employer.id), { applicationId });
  if (!done.ok) throw new Error(done.error.code);
  return applicationId;
}

const statusOf = async (id: string) =>
  (
    await database.db
      .select({ status: applications.status })
      .from(applications)
      .where(eq(applications.id, id))
  )[0]?.status;
const isThere = async (personId: string) =>
  (
    await database.db
      .select()
      .from(affiliations)
      .where(and(eq(affiliations.personId, personId), sql`${affiliations.validTo} is null`))
  ).length > 0;

describe("a pupil whom the file does not name", () => {
  it("stays as they are unless the school ticks them and confirms it", async () => {
    const applicationId = await apply(world.pupil.id);
    const { id, review } = await check(ctx, csv(other));
    expect(review?.gone).toMatchObject([{ personId: world.pupil.id, live: 1, agreements: 0 }]);
    const ticked = { importId: id, newClasses: [], gone: [world.pupil.id], everyoneGone: false };
    expect(
      await confirmRoster(ctx, {
        importId: id,
        newClasses: [],
        gone: [],
        everyoneGone: true,
        goneConfirmed: false,
      }),
    ).toMatchObject({ error: { code: "unconfirmed" } });
    expect(await confirmRoster(ctx, Object.assign(ticked, { goneConfirmed: false }))).toMatchObject({
      error: { code: "unconfirmed" },
    });
    await write(ctx, id);
    expect(await isThere(world.pupil.id)).toBe(true);
    expect(await statusOf(applicationId)).toBe("submitted");
  });

  it("leaves once confirmed: their applications are taken back, and a later file brings them back", async () => {
    const applicationId = await accepted(world.pupil.id);
    const done = await importFile(ctx, csv(other), { gone: [world.pupil.id] });
    expect(done.report).toMatchObject({ withdrawn: 1, counts: { gone: 1 } });
    expect(await isThere(world.pupil.id)).toBe(false);
    expect(await statusOf(applicationId)).toBe("withdrawn");
    const back = await importFile(ctx, csv(lineOf(world.pupil, "2de B"), other));
    expect(back.report?.counts).toMatchObject({ added: 1, gone: 0 });
    expect(await isThere(world.pupil.id)).toBe(true);
  });

  it("never leaves who was not shown", async () => {
    const elsewhere = await make.school();
    const group = await make.classGroup(elsewhere.uai);
    const theirs = await make.pupil({ schoolUai: elsewhere.uai, classGroupId: group.id });
    await importFile(ctx, csv(lineOf(world.pupil, "2de B"), other), { gone: [theirs.id, world.teacher.id] });
    expect(await isThere(theirs.id)).toBe(true);
    expect(await isThere(world.teacher.id)).toBe(true);
  });
});

describe("a pupil who changes class", () => {
  it.each([1, 2, 3])(
    "keeps the placement that they confirm at the same instant, in the new class (%i)",
    async () => {
      const applicationId = await accepted(world.pupil.id);
      const { id } = await check(ctx, csv(lineOf(world.pupil, "2de Z"), other));
      const pupil = await make.as(world.pupil.id, database.openPool(2));
      const [, confirmed] = await Promise.all([
        write(Object.assign({}, ctx, { db: database.openPool(3) }), id),
        confirmPlacement(pupil, { applicationId }),
      ]);
      expect(confirmed.ok).toBe(true);
      const [agreement] = await database.db
        .select()
        .from(agreements)
        .where(eq(agreements.pupilId, world.pupil.id));
      const [seat] = await database.db
        .select()
        .from(classMembers)
        .where(eq(classMembers.personId, world.pupil.id));
      expect(seat?.classGroupId).not.toBe(world.classGroup.id);
      expect(agreement?.classGroupId).toBe(seat?.classGroupId);
    },
  );
});

describe("two lists at once", () => {
  it("are one: the second to be sent takes the place of the first, and each is written once", async () => {
    const bytes = csv(lineOf(world.pupil, "2de B"), other);
    const first = await check(ctx, bytes);
    const second = await check(ctx, bytes);
    expect((await importRow(ctx, first.id)).status).toBe("abandoned");
    const choices = {
      importId: first.id,
      newClasses: [],
      gone: [],
      everyoneGone: false,
      goneConfirmed: false,
    };
    expect(await confirmRoster(ctx, choices)).toMatchObject({ error: { code: "over" } });
    expect((await confirmRoster(ctx, Object.assign(choices, { importId: second.id }))).ok).toBe(true);
    expect(await send(ctx, bytes)).toMatchObject({ error: { code: "under_way" } });
    const run = () =>
      runRosterImport({ db: database.openPool(3), clock, pupilNumbers: numbers }, { importId: second.id });
    await Promise.all([run(), run()]);
    expect((await importRow(ctx, second.id)).report?.counts).toMatchObject({ added: 1, unchanged: 1 });
    const entered = await database.db
      .select({ id: persons.id })
      .from(persons)
      .innerJoin(affiliations, eq(affiliations.personId, persons.id))
      .where(and(eq(persons.lastName, "Autre"), eq(affiliations.schoolUai, ctx.uai)));
    expect(entered).toHaveLength(1);
  });

  it("are refused one at the same instant as the other", async () => {
    const slow = Object.assign({}, ctx, { db: database.openPool(3) });
    const both = await Promise.all([send(slow, csv(other)), send(slow, csv(other))]);
    expect(both.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
    for (const sent of both) if (!sent.ok) expect(sent.error.code).toBe("under_way");
  });
});

describe("a national number", () => {
  it("is kept as its hash alone, finds the pupil who came by EduConnect first, and makes nobody twice", async () => {
    const arrived = await make.person({
      firstName: "Inès",
      lastName: "Arrivée",
      email: null,
      birthDate: "2011-05-06",
    });
    await make.affiliate(arrived.id, "pupil", { schoolUai: ctx.uai });
    await database.db
      .insert(pupilNumbers)
      .values({ personId: arrived.id, numberHash: numbers.hash("111111111AB") });
    const done = await importFile(
      ctx,
      csv(lineOf(world.pupil, "2de B"), "ARRIVEE;Ines;06/05/2011;2de B;111111111AB"),
    );
    expect(done.report?.counts).toMatchObject({ added: 0, moved: 1 });
    const rows = await database.db.execute(
      sql`select 1 from persons p where p::text like '%111111111AB%' union all select 1 from roster_imports r where r::text like '%111111111AB%'`,
    );
    expect([...rows]).toEqual([]);
  });

  it("of a pupil of another school sets the line aside, without a word on that school", async () => {
    const elsewhere = await make.school();
    const group = await make.classGroup(elsewhere.uai);
    const theirs = await make.pupil({ schoolUai: elsewhere.uai, classGroupId: group.id });
    await database.db
      .insert(pupilNumbers)
      .values({ personId: theirs.id, numberHash: numbers.hash("222222222AB") });
    const { review } = await check(
      ctx,
      csv(lineOf(world.pupil, "2de B"), "AILLEURS;Noé;06/05/2011;2de B;222222222AB"),
    );
    expect(review?.problems).toEqual([{ line: 3, column: 4, field: "ine", code: "elsewhere" }]);
    expect(JSON.stringify(review)).not.toContain(elsewhere.uai);
  });
});

it("is forgotten after a day when nobody imports it", async () => {
  const { id } = await check(ctx, csv(other));
  clock.advanceDays(1);
  await forgetRosters({ db: database.db, clock });
  expect(await importRow(ctx, id)).toMatchObject({ status: "abandoned", review: null, columns: null });
  expect(await database.db.$count(rosterFiles, eq(rosterFiles.importId, id))).toBe(0);
});

it("is sent, read and decided by nobody but the head and the office of that school", async () => {
  const { id } = await check(ctx, csv(other));
  const stranger = await make.staff("schoolOffice", (await make.school()).uai);
  for (const personId of [world.teacher.id, stranger.id, world.pupil.id]) {
    const theirs = Object.assign(await make.as(personId), { uai: ctx.uai });
    expect(await send(theirs, csv(other))).toMatchObject({ error: { code: "not_found" } });
    const choices = { importId: id, newClasses: [], gone: [], everyoneGone: false, goneConfirmed: false };
    expect(await confirmRoster(theirs, choices)).toMatchObject({ error: { code: "not_found" } });
  }
});
