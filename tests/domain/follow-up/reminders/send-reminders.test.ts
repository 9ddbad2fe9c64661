import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import {
  listSentReminders,
  planReminders,
} from "#app/domain/follow-up/reminders/reminders.queries.server.ts";
import { sendReminders } from "#app/domain/follow-up/reminders/send-reminders.server.ts";
import { auditEntries, outboxEvents, pupilReminders } from "#db/schema/index.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const nobody = { ok: false, error: { code: "nobody" } };

describe("encouraging the pupils one follows", () => {
  it("writes to each by where they stand, with one event a pupil and one entry", async () => {
    const { make, teacher, pupil, school, classGroup, place, offer } = await agreementStory(database.db);
    const placed = await make.pupil({ schoolUai: school.uai, classGroupId: classGroup.id });
    await place(placed.id, offer.id);
    const ctx = await make.as(teacher.id);
    const words = "Passez me voir mardi.";
    const sent = valueOf(await sendReminders(ctx, { pupilIds: [pupil.id, placed.id, pupil.id], words }));
    expect(sent.sent).toBe(1);
    const rows = await database.db
      .select()
      .from(pupilReminders)
      .where(eq(pupilReminders.batchId, sent.batchId));
    expect(rows).toMatchObject([{ pupilId: pupil.id, kind: "first_letter", words, sentBy: teacher.id }]);
    const events = await database.db
      .select({ payload: outboxEvents.payload })
      .from(outboxEvents)
      .where(eq(outboxEvents.type, "pupil.encouraged"));
    expect(events).toContainEqual({ payload: { reminderId: rows[0]?.id } });
    const entries = await database.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.actorId, teacher.id), eq(auditEntries.action, "pupils.encouraged")));
    expect(entries).toMatchObject([{ capacity: "teacher", reason: null }]);
    expect(await listSentReminders(database.db, ctx.actor, sent.batchId)).toMatchObject([{ id: pupil.id }]);
  });

  it("leaves a pupil in peace for five days, whoever wrote, and says since when", async () => {
    const { make, teacher, head, pupil, clock } = await agreementStory(database.db);
    const input = { pupilIds: [pupil.id], words: "" };
    const firstAt = clock.now();
    valueOf(await sendReminders(await make.as(teacher.id), input));
    clock.advanceDays(4);
    const ctx = await make.as(head.id);
    expect(await sendReminders(ctx, input)).toEqual(nobody);
    const now = clock.now();
    const campaign = await getCurrentCampaign(database.db, now);
    if (!campaign) throw new Error("No campaign");
    expect(
      await planReminders(database.db, ctx.actor, { campaign, now, pupilIds: [pupil.id] }),
    ).toMatchObject([{ id: pupil.id, kind: null, skipped: { reason: "recent", at: firstAt } }]);
    clock.advanceDays(1);
    valueOf(await sendReminders(ctx, input));
  });

  it("writes once when two colleagues press at the same instant", async () => {
    const { make, teacher, head, pupil } = await agreementStory(database.db);
    const input = { pupilIds: [pupil.id], words: "" };
    const [one, other] = [await make.as(teacher.id), await make.as(head.id)];
    const outcomes = await Promise.all([sendReminders(one, input), sendReminders(other, input)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("reaches no pupil of another class or school by a guessed number, and is not for pupils", async () => {
    const { make, school, pupil } = await agreementStory(database.db);
    const elsewhere = await make.staff("schoolHead", (await make.school()).uai);
    const other = await make.classGroup(school.uai, "2de Z");
    const colleague = await make.staff("teacher", school.uai, other.id);
    for (const { id } of [elsewhere, colleague, pupil])
      expect(await sendReminders(await make.as(id), { pupilIds: [pupil.id], words: "" })).toEqual(nobody);
  });
});
