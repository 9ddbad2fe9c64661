import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { CANCEL_REASONS } from "#app/domain/applications/application.ts";
import { getApplicationOfPupil } from "#app/domain/applications/views/applications.pupil-queries.server.ts";
import { canBeRestored } from "#app/domain/applications/views/pupil-application.ts";
import { markApplicationSeen } from "#app/domain/applications/mark-application-seen.server.ts";
import { objectToApplication } from "#app/domain/applications/object-to-application.server.ts";
import { restoreApplication } from "#app/domain/applications/restore-application.server.ts";
import { saveDraftApplication } from "#app/domain/applications/save-draft-application.server.ts";
import { transferApplication } from "#app/domain/applications/transfer-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import {
  agreements,
  applications,
  applicationWeeks,
  guardians,
  reminderMarks,
  stateChanges,
} from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, valueOf } from "./life-cycle-story.ts";

const database = testDatabase();
const story = (seats?: [number, number]) => lifeCycleStory(database.db, seats);
const refused = (code: string) => ({ ok: false, error: { code } });

describe("a host that takes back what it gave", () => {
  it("frees the seats of an acceptance at once, with its reason in the history", async () => {
    const { world, host, accepted, statusOf, seatsOf, isFound, expectTruth } = await story();
    const applicationId = await accepted(world.offer.id);
    expect(await isFound(world.offer.id)).toBe(false);
    valueOf(await cancelPlacement(host, { applicationId, reason: "site_closed" }));
    expect(await statusOf(applicationId)).toBe("cancelled");
    expect(await seatsOf(world.offer.id)).toEqual(["0+0/1", "0+0/1"]);
    expect(await isFound(world.offer.id)).toBe(true);
    const [last] = await database.db
      .select()
      .from(stateChanges)
      .where(and(eq(stateChanges.applicationId, applicationId), eq(stateChanges.toStatus, "cancelled")));
    expect(last).toMatchObject({ fromStatus: "accepted", actorRole: "host", reason: "site_closed" });
    await expectTruth();
  });

  it("cancels a confirmed place and its agreement together, and the pupil may find another for these weeks", async () => {
    const { world, pupil, host, apply, accepted, statusOf, seatsOf, eventsAbout, expectTruth } =
      await story();
    const applicationId = await accepted(world.offer.id);
    const { agreementId } = valueOf(await confirmPlacement(pupil, { applicationId }));
    valueOf(await cancelPlacement(host, { applicationId, reason: "no_supervisor" }));
    expect(await statusOf(applicationId)).toBe("cancelled");
    expect(await seatsOf(world.offer.id)).toEqual(["0+0/1", "0+0/1"]);
    const [agreement] = await database.db.select().from(agreements).where(eq(agreements.id, agreementId));
    expect(agreement?.status).toBe("cancelled");
    const [change] = await database.db
      .select()
      .from(stateChanges)
      .where(and(eq(stateChanges.agreementId, agreementId), eq(stateChanges.toStatus, "cancelled")));
    expect(change).toMatchObject({ fromStatus: "completed", actorRole: "host", reason: "no_supervisor" });
    expect(await eventsAbout(agreementId)).toEqual(["agreement.completed", "agreement.cancelled"]);
    expect(await statusOf(await apply(world.offer.id))).toBe("submitted");
    await expectTruth();
  });

  it("cannot do so once everyone has signed: nothing changes", async () => {
    const { world, pupil, host, accepted, statusOf, seatsOf, expectTruth } = await story();
    const applicationId = await accepted(world.offer.id);
    const { agreementId } = valueOf(await confirmPlacement(pupil, { applicationId }));
    await database.db.transaction(async (tx) => {
      const signed = { status: "signed" as const, validatedAt: new Date("2027-03-01T09:00:00Z") };
      await tx.update(agreements).set(signed).where(eq(agreements.id, agreementId));
      const change = { agreementId, toStatus: "signed", actorRole: "system" as const };
      await tx.insert(stateChanges).values({ ...change, changedAt: new Date("2027-03-02T09:00:00Z") });
    });
    const outcome = await cancelPlacement(host, { applicationId, reason: "dates" });
    expect(outcome).toMatchObject(refused("agreement_signed"));
    expect(await statusOf(applicationId)).toBe("confirmed");
    expect(await seatsOf(world.offer.id)).toEqual(["0+1/1", "0+1/1"]);
    await expectTruth();
  });

  it("does not act on what it has not accepted, nor for another organisation, nor as the pupil", async () => {
    const { make, world, pupil, host, apply, accepted } = await story([5, 5]);
    const waiting = await apply(world.offer.id);
    const reason = CANCEL_REASONS[0];
    expect(await cancelPlacement(host, { applicationId: waiting, reason })).toMatchObject({
      error: { code: "not_possible", status: "submitted" },
    });
    const given = await accepted((await world.newOffer()).id);
    const stranger = await make.as((await make.employer((await make.organisation()).id)).id);
    for (const other of [stranger, pupil])
      expect(await cancelPlacement(other, { applicationId: given, reason })).toMatchObject(
        refused("not_found"),
      );
  });
});

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
    expect(row?.deadlineAt).toEqual(new Date("2027-03-17T09:00:00Z"));
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

describe("a host that passes an application on", () => {
  it("ends it here and makes it wait there, with its letter, under one event that tells of both", async () => {
    const { world, host, apply, statusOf, eventsAbout, expectTruth } = await story();
    const target = await world.newOffer();
    const applicationId = await apply(world.offer.id, 2);
    const moved = valueOf(await transferApplication(host, { applicationId, offerId: target.id }));
    expect(await statusOf(applicationId)).toBe("transferred");
    const [row] = await database.db
      .select()
      .from(applications)
      .where(eq(applications.id, moved.applicationId));
    expect(row).toMatchObject({ offerId: target.id, status: "submitted", transferredFrom: applicationId });
    expect(row?.motivation).toContain("J’aimerais");
    expect((await eventsAbout(applicationId)).at(-1)).toBe("application.transferred");
    expect(await eventsAbout(moved.applicationId)).toEqual([]);
    await expectTruth();
  });

  it("does not, towards an offer that could not take it", async () => {
    const { make, world, pupil, host, apply, accepted } = await story();
    const applicationId = await apply(world.offer.id);
    const to = (offerId: string) => transferApplication(host, { applicationId, offerId });
    expect(await to(world.offer.id)).toMatchObject(refused("same_offer"));

    const foreign = await make.offer({
      campaignId: world.campaign.id,
      organisationId: (await make.organisation()).id,
    });
    expect(await to(foreign.id)).toMatchObject(refused("offer_closed"));

    const reserved = await world.newOffer({ values: { reservedTo: "rep" } });
    expect(await to(reserved.id)).toMatchObject(refused("offer_closed"));

    const paused = await world.newOffer();
    valueOf(await pauseOffer(host, { offerId: paused.id }));
    expect(await to(paused.id)).toMatchObject(refused("offer_closed"));

    const taken = await world.newOffer();
    await accepted(taken.id, "both", await make.as((await world.newPupil()).id));
    expect(await to(taken.id)).toMatchObject(refused("weeks_not_open"));

    const busy = await world.newOffer({ seats: [5, 5], values: { maxOpenApplications: 1 } });
    await apply(busy.id, 1, await make.as((await world.newPupil()).id));
    expect(await to(busy.id)).toMatchObject(refused("full_for_now"));

    const known = await world.newOffer();
    await apply(known.id, 1, pupil);
    expect(await to(known.id)).toMatchObject(refused("already_applied"));
  });
});

describe("a legal representative who objects", () => {
  it("withdraws the application before the confirmation, which the pupil cannot take back", async () => {
    const { clock, world, pupil, accepted, statusOf, seatsOf, eventsAbout, expectTruth } = await story();
    const applicationId = await accepted(world.offer.id);
    const [guardian] = await database.db
      .select()
      .from(guardians)
      .where(eq(guardians.pupilId, pupil.actor.personId));
    const objection = { guardianId: guardian!.id, applicationId };
    valueOf(await objectToApplication(pupil, objection));
    expect(await statusOf(applicationId)).toBe("withdrawn");
    expect(await seatsOf(world.offer.id)).toEqual(["0+0/1", "0+0/1"]);
    expect((await eventsAbout(applicationId)).at(-1)).toBe("application.objected");
    clock.advanceDays(1);
    expect(await restoreApplication(pupil, { applicationId })).toMatchObject(refused("not_restorable"));
    expect(await objectToApplication(pupil, objection)).toMatchObject({
      error: { code: "not_possible", status: "withdrawn" },
    });
    await expectTruth();
  });

  it("does not act on another pupil's application, nor once the place is confirmed", async () => {
    const { make, world, pupil, apply, accepted } = await story([5, 5]);
    const confirmed = await accepted(world.offer.id);
    valueOf(await confirmPlacement(pupil, { applicationId: confirmed }));
    const [own] = await database.db
      .select()
      .from(guardians)
      .where(eq(guardians.pupilId, pupil.actor.personId));
    expect(await objectToApplication(pupil, { guardianId: own!.id, applicationId: confirmed })).toMatchObject(
      { error: { code: "not_possible", status: "confirmed" } },
    );
    const other = await make.as((await world.newPupil()).id);
    const theirs = await apply((await world.newOffer()).id, 1, other);
    expect(await objectToApplication(pupil, { guardianId: own!.id, applicationId: theirs })).toMatchObject(
      refused("not_found"),
    );
  });
});
