import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { declareSituation } from "#app/domain/follow-up/situations/declare-situation.server.ts";
import { applications, auditEntries, pupilSituations } from "#db/schema/index.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const motivation = "J’aimerais découvrir comment une équipe soigne et s’organise chaque jour.";
const exempt = { kind: "exempt" as const, reason: "abroad" as const, programme: null };
const bothWeeks = { startsOn: "2027-06-17", endsOn: "2027-06-28" };

describe("a pupil who has nothing to find", () => {
  it("is let off by the head, who is in the audit without a word of why", async () => {
    const { make, head, pupil } = await agreementStory(database.db);
    const outcome = await declareSituation(await make.as(head.id), {
      ...exempt,
      ...bothWeeks,
      pupilId: pupil.id,
    });
    expect(outcome.ok).toBe(true);
    const entries = await database.db.select().from(auditEntries).where(eq(auditEntries.subjectId, pupil.id));
    expect(entries).toMatchObject([{ action: "situation.declared", capacity: "schoolHead", reason: null }]);
  });

  it("is let off by nobody but the head or the office of their school", async () => {
    const { make, teacher, pupil } = await agreementStory(database.db);
    const elsewhere = await make.staff("schoolHead", (await make.school()).uai);
    for (const { id } of [teacher, elsewhere, pupil])
      expect(
        await declareSituation(await make.as(id), { ...exempt, ...bothWeeks, pupilId: pupil.id }),
      ).toEqual({
        ok: false,
        error: { code: "not_found" },
      });
  });

  it("has one situation a day, even when two are declared at the same instant", async () => {
    const { make, head, pupil } = await agreementStory(database.db);
    const ctx = await make.as(head.id);
    const input = { ...exempt, ...bothWeeks, pupilId: pupil.id };
    const outcomes = await Promise.all([declareSituation(ctx, input), declareSituation(ctx, input)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, error: { code: "overlaps" } });
  });

  it("may be at school one week and let off the other", async () => {
    const { make, head, pupil } = await agreementStory(database.db);
    const ctx = await make.as(head.id);
    const first = { ...exempt, startsOn: "2027-06-17", endsOn: "2027-06-22", pupilId: pupil.id };
    const second = { kind: "at_school" as const, reason: null, programme: "Atelier de presse au CDI" };
    valueOf(await declareSituation(ctx, first));
    valueOf(
      await declareSituation(ctx, {
        ...second,
        startsOn: "2027-06-23",
        endsOn: "2027-06-28",
        pupilId: pupil.id,
      }),
    );
    const rows = await database.db
      .select()
      .from(pupilSituations)
      .where(eq(pupilSituations.pupilId, pupil.id));
    expect(rows).toHaveLength(2);
  });

  it("must be let off on days of the internship", async () => {
    const { make, head, pupil } = await agreementStory(database.db);
    const input = { ...exempt, startsOn: "2027-06-16", endsOn: "2027-06-28", pupilId: pupil.id };
    expect(await declareSituation(await make.as(head.id), input)).toEqual({
      ok: false,
      error: { code: "outside", ...bothWeeks },
    });
  });

  it("keeps a confirmed place: its host must give it back first", async () => {
    const { make, head, place, pupil, offer, organisation } = await agreementStory(database.db);
    await place(pupil.id, offer.id, 2);
    const ctx = await make.as(head.id);
    const refused = await declareSituation(ctx, { ...exempt, ...bothWeeks, pupilId: pupil.id });
    expect(refused).toEqual({ ok: false, error: { code: "has_place", hostName: organisation.name } });
    const other = { ...exempt, startsOn: "2027-06-17", endsOn: "2027-06-22", pupilId: pupil.id };
    expect((await declareSituation(ctx, other)).ok).toBe(true);
  });

  it("keeps the applications under way", async () => {
    const { make, head, pupil, offer } = await agreementStory(database.db);
    const letter = { offerId: offer.id, motivation, choice: "both" as const };
    const sent = valueOf(await submitApplication(await make.as(pupil.id), letter));
    valueOf(await declareSituation(await make.as(head.id), { ...exempt, ...bothWeeks, pupilId: pupil.id }));
    const [row] = await database.db
      .select({ status: applications.status })
      .from(applications)
      .where(eq(applications.id, sent.applicationId));
    expect(row?.status).toBe("submitted");
  });
});
