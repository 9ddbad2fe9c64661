import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#app/kernel/ids.ts";
import * as tables from "#db/schema/index.ts";
import { createWorld, NOW, type World } from "#tests/domain/notifications/messaging-world.ts";
import { testDatabase } from "#tests/support/database.ts";
import { dispatchRecorded, expectNothingPrivate, pairs, TEACHER } from "./dispatched.ts";

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(database.db);
});
afterAll(() => expectNothingPrivate(database));

async function entrust(values: Partial<typeof tables.pupilReferents.$inferInsert> = {}) {
  const id = newId();
  await database.db.insert(tables.pupilReferents).values({
    id,
    pupilId: world.pupil,
    teacherId: world.school.teacher,
    reason: "Sa mère préfère vous parler.",
    entrustedAt: NOW,
    ...values,
  });
  return id;
}

describe("a pupil entrusted to a colleague", () => {
  it("is told to that colleague, by first name, without the reason; not once it is over", async () => {
    const over = await entrust({ endedAt: NOW });
    const referentId = await entrust();
    const { messages } = await dispatchRecorded(database, { type: "pupil.entrusted", referentId });
    expect(pairs(messages)).toEqual([[TEACHER, "pupil-entrusted"]]);
    expect(messages[0]).toMatchObject({ subject: "Stage à suivre : Inès", urgency: "immediate" });
    expect(messages[0]?.text).not.toContain("Sa mère");
    const { messages: none } = await dispatchRecorded(database, {
      type: "pupil.entrusted",
      referentId: over,
    });
    expect(none).toEqual([]);
  });
});

it("encourages a pupil in the adult's name, with their words, and none of these in the subject", async () => {
  const reminderId = newId();
  await database.db.insert(tables.pupilReminders).values({
    id: reminderId,
    batchId: newId(),
    pupilId: world.pupil,
    kind: "after_refusals",
    words: "Passez me voir mardi.",
    sentBy: world.school.teacher,
    sentAt: NOW,
  });
  const { messages } = await dispatchRecorded(database, { type: "pupil.encouraged", reminderId });
  expect(messages).toMatchObject([
    {
      personId: world.pupil,
      template: "pupil-encouraged",
      subject: "Stage de seconde : un mot de votre lycée",
    },
  ]);
  expect(messages[0]?.text).toContain("« Passez me voir mardi. »");
});
