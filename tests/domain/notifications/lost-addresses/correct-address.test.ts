import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { correctAddress } from "#app/domain/notifications/lost-addresses/correct-address.server.ts";
import { listLostAddresses } from "#app/domain/notifications/lost-addresses/lost-addresses.queries.server.ts";
import { newId } from "#app/kernel/ids.ts";
import {
  auditEntries,
  classMembers,
  guardians,
  messages,
  outboxEvents,
  persons,
  suppressedAddresses,
} from "#db/schema/index.ts";
import { agreementStory } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { writeMessage } from "#tests/support/messages.ts";

const database = testDatabase();
let db: TestDatabase["db"];
let story: Awaited<ReturnType<typeof agreementStory>>;
let guardianId: string;
let lostAddress: string;
let agreementId: string;
beforeAll(() => {
  db = database.db;
});
beforeEach(async () => {
  story = await agreementStory(db);
  agreementId = await story.place(story.pupil.id, story.offer.id);
  lostAddress = `Helene.${newId()}@example.org`;
  guardianId = newId();
  await db
    .insert(guardians)
    .values({ id: guardianId, pupilId: story.pupil.id, name: "Hélène Martin", email: lostAddress });
  await suppress(lostAddress);
});

const suppress = (address: string, reason = "bounced") =>
  db.insert(suppressedAddresses).values({ address, reason, suppressedAt: story.clock.now() });

/** A message that the address did not receive. */
async function lost(
  payload: Record<string, unknown>,
  values: Partial<typeof messages.$inferInsert> = {},
  type = "agreement.cancelled",
) {
  const event = { id: newId(), type, payload, occurredAt: story.clock.now() };
  await db.insert(outboxEvents).values({ ...event, urgency: "immediate", dispatchedAt: story.clock.now() });
  const row = { eventId: event.id, template: "agreement-cancelled", recipient: lostAddress.toLowerCase() };
  return (await writeMessage(db, story.clock, { status: "suppressed", ...row, ...values })).id;
}

async function stateOf(id: string) {
  const [row] = await db.select().from(messages).where(eq(messages.id, id));
  return [row?.status, row?.recipient];
}

async function correct(personId: string, email = "helene.martin@example.org", pupilId = story.pupil.id) {
  return correctAddress(await story.make.as(personId), { pupilId, guardian: { id: guardianId, email } });
}

describe("a lost address of a representative", () => {
  it("is told with its reason, and masked where it is only to be recognised", async () => {
    const [found, ...others] = await listLostAddresses(db, [story.pupil.id]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      pupilId: story.pupil.id,
      guardian: { id: guardianId, name: "Hélène Martin" },
      reason: "bounced",
    });
    expect(found?.hint).toMatch(/^H….@example\.org$/i);
  });

  it("is corrected, and what was lost and still makes sense leaves again under a new key, once", async () => {
    const useful = await lost({ agreementId });
    const bounced = await lost(
      { agreementId },
      { status: "sent", sentAt: story.clock.now(), providerStatus: "bounced", providerId: newId() },
    );
    const received = await lost(
      { agreementId },
      { status: "sent", sentAt: story.clock.now(), providerStatus: "delivered", providerId: newId() },
    );
    const code = await lost({ guardianId }, { priority: 0 });
    const settled = await lost({ agreementId }, { template: "agreement-to-sign" });
    const [before] = await db.select().from(messages).where(eq(messages.id, useful));
    expect(await correct(story.head.id)).toEqual({ ok: true, value: { sent: 2 } });
    for (const id of [useful, bounced])
      expect(await stateOf(id)).toEqual(["pending", "helene.martin@example.org"]);
    expect((await stateOf(received))[0]).toBe("sent");
    for (const id of [code, settled]) expect((await stateOf(id))[0]).toBe("suppressed");
    const [after] = await db.select().from(messages).where(eq(messages.id, useful));
    expect(after?.idempotencyKey).toBe(`${before?.idempotencyKey ?? ""}/retry-1`);
    const [guardian] = await db.select().from(guardians).where(eq(guardians.id, guardianId));
    expect(guardian?.email).toBe("helene.martin@example.org");
    expect(await listLostAddresses(db, [story.pupil.id])).toEqual([]);
    expect(await correct(story.head.id)).toEqual({ ok: false, error: { code: "not_found" } });
    const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, guardianId));
    expect(entry).toMatchObject({ action: "address.corrected", actorId: story.head.id });
  });

  it("sends nothing of another pupil who shares it", async () => {
    const other = await story.newPupil();
    const theirs = await story.place(other.id, (await story.newOffer()).id);
    const message = await lost({ agreementId: theirs });
    expect(await correct(story.head.id)).toEqual({ ok: true, value: { sent: 0 } });
    expect((await stateOf(message))[0]).toBe("suppressed");
  });

  it("takes mail again when it was right, unless its owner declared our messages unwanted", async () => {
    expect((await correct(story.head.id, lostAddress)).ok).toBe(true);
    expect(await db.$count(suppressedAddresses, eq(suppressedAddresses.address, lostAddress))).toBe(0);
    await suppress(lostAddress, "complained");
    expect(await correct(story.head.id, lostAddress)).toEqual({ ok: false, error: { code: "unwanted" } });
    const alsoLost = `perdue-${newId()}@example.org`;
    await suppress(alsoLost);
    expect(await correct(story.head.id, alsoLost)).toEqual({ ok: false, error: { code: "also_lost" } });
  });

  it("is corrected by the head, the office and the form teacher, and by nobody else", async () => {
    const { make, school, classGroup, teacher } = story;
    const referent = await make.staff("teacher", school.uai);
    const seat = { classGroupId: classGroup.id, personId: referent.id, joinedAt: story.clock.now() };
    await db.insert(classMembers).values({ ...seat, role: "referent_teacher" });
    const elsewhere = await agreementStory(db);
    for (const personId of [referent.id, elsewhere.head.id, story.pupil.id, story.employer.id])
      expect(await correct(personId), personId).toEqual({ ok: false, error: { code: "not_found" } });
    const ofTeacher = sql`${classMembers.personId} = ${teacher.id} and ${classMembers.role} = 'form_teacher'`;
    await db.delete(classMembers).where(ofTeacher);
    expect((await correct(teacher.id)).ok).toBe(false);
    await db.insert(classMembers).values({ ...seat, personId: teacher.id, role: "form_teacher" });
    expect((await correct(teacher.id)).ok).toBe(true);
  });

  it("is that of a representative of the pupil named, and of no other", async () => {
    const other = await story.newPupil();
    const refused = { ok: false, error: { code: "not_found" } };
    expect(await correct(story.head.id, "a@example.org", other.id)).toEqual(refused);
  });
});

it("lets mail go again to a pupil's own address, and does not change it", async () => {
  const own = `ines.${newId()}@example.org`;
  await db.update(persons).set({ email: own }).where(eq(persons.id, story.pupil.id));
  await suppress(own);
  const message = await lost({ agreementId }, { recipient: own, personId: story.pupil.id });
  const head = await story.make.as(story.head.id);
  const done = await correctAddress(head, { pupilId: story.pupil.id, guardian: null });
  expect(done).toEqual({ ok: true, value: { sent: 1 } });
  expect(await stateOf(message)).toEqual(["pending", own]);
});
