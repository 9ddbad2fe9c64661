import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { getApplicationOfPupil } from "#app/domain/applications/views/applications.pupil-queries.server.ts";
import { canBeRestored } from "#app/domain/applications/views/pupil-application.ts";
import { markApplicationSeen } from "#app/domain/applications/mark-application-seen.server.ts";
import { restoreApplication } from "#app/domain/applications/restore-application.server.ts";
import { saveDraftApplication } from "#app/domain/applications/save-draft-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import { applications, applicationWeeks, reminderMarks } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, valueOf } from "./life-cycle-story.ts";

const database = testDatabase();
const story = (seats?: [number, number]) => lifeCycleStory(database.db, seats);
const refused = (code: string) => ({ ok: false, error: { code } });

describe("a pupil who takes a withdrawal back", () => {
  it("waits for the host like a new application: new deadline, unread, reminders to come again", async () => {
    const { clock, world, pupil, host, apply, statusOf, eventsAbout, expectTruth } = await story();
    const applicationId = await apply(world.offer.id, 1);
    valueOf(await markApplicationSeen(host, { applicationId }));
    await database.db
      .insert(reminderMarks)
      .values({ subjectId: applicationId, kind: "answer_reminder_4", markedAt: clock.now() });
    clock.advanceDays(5);
    valueOf(await withdrawApplication(pupil, { applicationId }));
    const shown = await getApplicationOfPupil(database.db, pupil.actor, applicationId);
    expect(shown && canBeRestored(shown)).toBe(true);
    clock.advanceDays(1);
    valueOf(await restoreApplication(pupil, { applicationId }));
    expect(await statusOf(applicationId)).toBe("submitted");
    const [row] = await database.db.select().from(applications).where(eq(applications.id, applicationId));
    expect(row).toMatchObject({ restoredAt: clock.now(), submittedAt: clock.now() });
    expect(row?.deadlineAt).toEqual(new Date("2027-03-17T23:00:00Z"));
    const weeks = await database.db
      .select()
      .from(applicationWeeks)
      .where(eq(applicationWeeks.applicationId, applicationId));
    expect(weeks).toMatchObject([{ week: 1, state: "asked" }]);
    expect(await database.db.$count(reminderMarks, eq(reminderMarks.subjectId, applicationId))).toBe(0);
    expect((await eventsAbout(applicationId)).at(-1)).toBe("application.restored");
    await expectTruth();
  });

  it("does so once", async () => {
    const { clock, world, pupil, apply } = await story();
    const applicationId = await apply(world.offer.id);
    valueOf(await withdrawApplication(pupil, { applicationId }));
    clock.advanceDays(1);
    valueOf(await restoreApplication(pupil, { applicationId }));
    clock.advanceDays(1);
    valueOf(await withdrawApplication(pupil, { applicationId }));
    expect(await restoreApplication(pupil, { applicationId })).toMatchObject(refused("not_restorable"));
    const shown = await getApplicationOfPupil(database.db, pupil.actor, applicationId);
    expect(shown && canBeRestored(shown)).toBe(false);
  });

  it("wins once when pressed several times at the same instant", async () => {
    const { clock, world, pupil, apply, expectTruth } = await story();
    const applicationId = await apply(world.offer.id);
    valueOf(await withdrawApplication(pupil, { applicationId }));
    const db = database.openPool(6);
    clock.advanceDays(1);
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () => restoreApplication({ ...pupil, db }, { applicationId })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    await expectTruth();
  });

  it("is refused where a new application would be", async () => {
    const { clock, make, world, pupil, host, apply, accepted } = await story();
    const withdrawn = async (offerId: string) => {
      const applicationId = await apply(offerId);
      valueOf(await withdrawApplication(pupil, { applicationId }));
      clock.advanceDays(0.01);
      return { applicationId };
    };
    const [paused, full, begun, again] = await Promise.all(Array.from({ length: 4 }, () => world.newOffer()));
    const toPaused = await withdrawn(paused!.id);
    valueOf(await pauseOffer(host, { offerId: paused!.id }));
    expect(await restoreApplication(pupil, toPaused)).toMatchObject(refused("offer_closed"));

    const toFull = await withdrawn(full!.id);
    await accepted(full!.id, "both", await make.as((await world.newPupil()).id));
    expect(await restoreApplication(pupil, toFull)).toMatchObject(refused("weeks_not_open"));

    const toBegun = await withdrawn(begun!.id);
    valueOf(await saveDraftApplication(pupil, { offerId: begun!.id, motivation: "Une autre lettre" }));
    expect(await restoreApplication(pupil, toBegun)).toMatchObject(refused("letter_begun"));

    const toAgain = await withdrawn(again!.id);
    await apply(again!.id);
    expect(await restoreApplication(pupil, toAgain)).toMatchObject(refused("already_applied"));

    const elsewhere = await withdrawn((await world.newOffer()).id);
    valueOf(await confirmPlacement(pupil, { applicationId: await accepted(world.offer.id) }));
    expect(await restoreApplication(pupil, elsewhere)).toMatchObject(refused("week_already_taken"));
  });
});
