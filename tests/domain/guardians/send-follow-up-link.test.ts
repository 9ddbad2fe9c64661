import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { listClassGuardians } from "#app/domain/guardians/class-guardians.queries.server.ts";
import { findGuardianByLink } from "#app/domain/guardians/guardians.queries.server.ts";
import { sendFollowUpLink } from "#app/domain/guardians/send-follow-up-link.server.ts";
import { guardians, outboxEvents, persons } from "#db/schema/index.ts";
import { guardianStory } from "./guardian-story.ts";

const { database, clock, now, open, accessOf } = guardianStory();

const send = async (personId: string, replace = false) => {
  const { make, guardianId } = now();
  return sendFollowUpLink(await make.as(personId), { guardianId, replace });
};
const opens = async (version: number) => {
  const { app, guardianId } = now();
  return (await findGuardianByLink(app, app.links.sign("guardian", guardianId, version))) !== null;
};

async function sent(): Promise<number> {
  const rows = await database.db
    .select({ payload: outboxEvents.payload })
    .from(outboxEvents)
    .where(eq(outboxEvents.type, "guardian.link_requested"));
  return rows.filter(({ payload }) => JSON.stringify(payload).includes(now().guardianId)).length;
}

describe("a link sent by the school", () => {
  it("is the same again, whoever of the class's teachers, the office or the head sends it", async () => {
    const { make, world } = now();
    const office = await make.staff("schoolOffice", world.school.uai);
    for (const personId of [world.teacher.id, world.head.id, office.id])
      expect(await send(personId)).toEqual({ ok: true });
    expect(await sent()).toBe(3);
    expect(await opens(1)).toBe(true);
  });

  it("closes those sent before when it replaces them, with their codes and open letters", async () => {
    const { world } = now();
    const { secret } = await open();
    expect(await send(world.teacher.id, true)).toEqual({ ok: true });
    expect([await opens(1), await opens(2)]).toEqual([false, true]);
    expect(await accessOf(secret)).toBeNull();
  });

  it("is replaced once more by each of two who press at the same time", async () => {
    const { world } = now();
    await Promise.all([send(world.teacher.id, true), send(world.head.id, true)]);
    expect([await opens(1), await opens(2), await opens(3)]).toEqual([false, false, true]);
  });

  it("never begins again at the first version", async () => {
    const { world, guardianId } = now();
    await database.db.update(guardians).set({ linkVersion: 255 }).where(eq(guardians.id, guardianId));
    expect(await send(world.head.id, true)).toEqual({ ok: false, error: { code: "no_more_links" } });
    expect(await opens(255)).toBe(true);
  });

  it("needs an address or a number", async () => {
    const { world, guardianId } = now();
    await database.db.update(guardians).set({ email: null }).where(eq(guardians.id, guardianId));
    expect(await send(world.head.id)).toEqual({ ok: false, error: { code: "no_contact" } });
  });

  it("is not for those who do not follow the class", async () => {
    const { make, world, pupilId } = now();
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
  const listed = async (personId: string) => {
    const { make, world } = now();
    const { actor } = await make.as(personId);
    return listClassGuardians(database.db, actor, { classGroupId: world.classGroup.id, at: clock.now() });
  };

  it("are listed with half-hidden addresses, those of adult pupils left out", async () => {
    const { world, pupilId, guardianId } = now();
    const before = await listed(world.teacher.id);
    expect(before?.guardians.find(({ id }) => id === guardianId)).toMatchObject({
      destination: { by: "email", hint: "p•••@example.org" },
    });
    await database.db.update(persons).set({ birthDate: "2009-03-01" }).where(eq(persons.id, pupilId));
    const after = await listed(world.teacher.id);
    expect(after?.guardians.map(({ id }) => id)).not.toContain(guardianId);
  });

  it("are told to nobody else", async () => {
    const { make, world } = now();
    for (const { id } of [world.employer, world.pupil, await make.staff("teacher", world.school.uai)])
      expect(await listed(id)).toBeNull();
  });
});
