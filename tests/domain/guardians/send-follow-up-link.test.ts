import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listClassGuardians } from "#app/domain/guardians/class-guardians.queries.server.ts";
import { findGuardianByLink, findLetterAccess } from "#app/domain/guardians/guardians.queries.server.ts";
import { requestLetterCode } from "#app/domain/guardians/request-letter-code.server.ts";
import { sendFollowUpLink } from "#app/domain/guardians/send-follow-up-link.server.ts";
import { verifyLetterCode } from "#app/domain/guardians/verify-letter-code.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { guardians, outboxEvents, persons } from "#db/schema/index.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let app: AppContext;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let pupilId = "";
let guardianId = "";

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  world = await make.world();
});
beforeEach(async () => {
  pupilId = (await world.newPupil()).id;
  guardianId = await make.guardianOf(pupilId);
});

const send = async (personId: string, replace = false) =>
  sendFollowUpLink(await make.as(personId), { guardianId, replace });
const opens = async (version: number) =>
  (await findGuardianByLink(app, app.links.sign("guardian", guardianId, version))) !== null;

async function sent(): Promise<number> {
  const rows = await database.db
    .select({ payload: outboxEvents.payload })
    .from(outboxEvents)
    .where(eq(outboxEvents.type, "guardian.link_requested"));
  return rows.filter(({ payload }) => JSON.stringify(payload).includes(guardianId)).length;
}

async function openLetters(): Promise<string> {
  const asked = await requestLetterCode(app, { guardianId });
  const code = asked.ok ? app.links.codeFor(asked.value.codeId) : "";
  const opened = await verifyLetterCode(app, { guardianId, code });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.secret;
}

describe("a link sent by the school", () => {
  it("is the same again, whoever of the class's teachers, the office or the head sends it", async () => {
    const office = await make.staff("schoolOffice", world.school.uai);
    for (const personId of [world.teacher.id, world.head.id, office.id])
      expect(await send(personId)).toEqual({ ok: true });
    expect(await sent()).toBe(3);
    expect(await opens(1)).toBe(true);
  });

  it("closes those sent before when it replaces them, with their codes and open letters", async () => {
    const secret = await openLetters();
    expect(await send(world.teacher.id, true)).toEqual({ ok: true });
    expect([await opens(1), await opens(2)]).toEqual([false, true]);
    expect(await findLetterAccess(app, { guardianId, secret })).toBeNull();
  });

  it("is replaced once more by each of two who press at the same time", async () => {
    await Promise.all([send(world.teacher.id, true), send(world.head.id, true)]);
    expect([await opens(1), await opens(2), await opens(3)]).toEqual([false, false, true]);
  });

  it("never begins again at the first version", async () => {
    await database.db.update(guardians).set({ linkVersion: 255 }).where(eq(guardians.id, guardianId));
    expect(await send(world.head.id, true)).toEqual({ ok: false, error: { code: "no_more_links" } });
    expect(await opens(255)).toBe(true);
  });

  it("needs an address or a number", async () => {
    await database.db.update(guardians).set({ email: null }).where(eq(guardians.id, guardianId));
    expect(await send(world.head.id)).toEqual({ ok: false, error: { code: "no_contact" } });
  });

  it("is not for those who do not follow the class", async () => {
    const other = await make.school();
    const strangers = [
      await make.staff("teacher", world.school.uai),
      await make.staff("schoolHead", other.uai),
      world.employer,
      { id: pupilId },
    ];
    for (const { id } of strangers)
      expect(await send(id)).toEqual({ ok: false, error: { code: "not_found" } });
    expect(await sent()).toBe(0);
  });
});

describe("the families of a class", () => {
  const listed = async (personId: string) =>
    listClassGuardians(database.db, (await make.as(personId)).actor, {
      classGroupId: world.classGroup.id,
      at: clock.now(),
    });

  it("are listed with half-hidden addresses, those of adult pupils left out", async () => {
    const before = await listed(world.teacher.id);
    expect(before?.guardians.find(({ id }) => id === guardianId)).toMatchObject({
      destination: { by: "email", hint: "p•••@example.org" },
    });
    await database.db.update(persons).set({ birthDate: "2009-03-01" }).where(eq(persons.id, pupilId));
    const after = await listed(world.teacher.id);
    expect(after?.guardians.map(({ id }) => id)).not.toContain(guardianId);
  });

  it("are told to nobody else", async () => {
    for (const { id } of [world.employer, world.pupil, await make.staff("teacher", world.school.uai)])
      expect(await listed(id)).toBeNull();
  });
});
