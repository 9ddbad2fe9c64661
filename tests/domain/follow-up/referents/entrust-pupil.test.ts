import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { countFollowedAgreements } from "#app/domain/agreements/agreements.queries.server.ts";
import { getBoard } from "#app/domain/follow-up/board/board.queries.server.ts";
import { classTotals, wholeTotals } from "#app/domain/follow-up/board/board-totals.ts";
import { getFollowedClass } from "#app/domain/follow-up/follow-up.queries.server.ts";
import { getFollowedPupil } from "#app/domain/follow-up/pupil/followed-pupil.queries.server.ts";
import { listReferents } from "#app/domain/follow-up/referents/referents.queries.server.ts";
import { affiliations, auditEntries, outboxEvents } from "#db/schema/index.ts";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { referentStory, refused } from "./referent-story.ts";

const database = testDatabase();

async function seenBy(story: Awaited<ReturnType<typeof referentStory>>, personId: string) {
  const { make, clock } = story;
  const { actor } = await make.as(personId);
  const now = clock.now();
  const campaign = await getCurrentCampaign(database.db, now);
  if (!campaign) throw new Error("No campaign");
  const board = await getBoard(database.db, actor, { campaign, now });
  const file = (pupilId: string) => getFollowedPupil(database.db, actor, { pupilId, campaign, at: now });
  const classGroupId = story.classGroup.id;
  const wholeClass = await getFollowedClass(database.db, actor, { classGroupId, campaign, now });
  return { board, file, wholeClass };
}

describe("a pupil entrusted to a colleague", () => {
  it("is seen by that colleague, with the agreement, and nobody else of the class is", async () => {
    const story = await referentStory(database.db);
    const { colleague, pupilId, classmate, offer, place } = story;
    await place(pupilId, offer.id);
    expect((await seenBy(story, colleague.id)).board.lines).toEqual([]);
    await story.entrusted();
    const { board, file, wholeClass } = await seenBy(story, colleague.id);
    expect(board.lines).toMatchObject([{ id: pupilId, isReferent: true, agreements: [{}] }]);
    expect(await file(pupilId)).toMatchObject({ id: pupilId, agreements: [{}] });
    expect(await file(classmate.id)).toBeNull();
    expect(wholeClass).toBeNull();
    const { db, actor } = await story.make.as(colleague.id);
    expect(await countFollowedAgreements(db, actor)).toEqual({ completed: 1 });
  });

  it("counts in that colleague's board once, and stays in the team's", async () => {
    const story = await referentStory(database.db);
    await story.entrusted();
    const { board } = await seenBy(story, story.colleague.id);
    const classes = classTotals(board.classes, board.lines);
    expect(wholeTotals(classes, board.lines)).toMatchObject({ pupils: 1, outOf: 1 });
    const team = (await seenBy(story, story.teacher.id)).board;
    expect(team.lines.map(({ isReferent }) => isReferent)).toEqual([false, false]);
  });

  it("is a matter for one event and one entry, however often it is asked, and tells the reason to nobody else", async () => {
    const story = await referentStory(database.db);
    const { entrust, teacher, colleague, pupilId, make } = story;
    const reason = "Tu connais bien sa structure.";
    valueOf(await entrust(teacher.id, colleague.id, reason));
    valueOf(await entrust(teacher.id, colleague.id, reason));
    const { actor } = await make.as(colleague.id);
    const [referent, ...others] = await listReferents(database.db, actor, pupilId);
    expect(referent).toMatchObject({ isMe: true, reason, byName: `Dominique ${teacher.lastName}` });
    expect(others).toEqual([]);
    const events = await database.db
      .select({ payload: outboxEvents.payload })
      .from(outboxEvents)
      .where(eq(outboxEvents.type, "pupil.entrusted"));
    expect(events.filter(({ payload }) => JSON.stringify(payload).includes(referent?.id ?? ""))).toEqual([
      { payload: { referentId: referent?.id } },
    ]);
    const entries = await database.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.subjectId, pupilId), eq(auditEntries.action, "pupil.entrusted")));
    expect(entries).toMatchObject([{ actorId: teacher.id, capacity: "teacher", reason: null }]);
  });

  it("is entrusted by who follows them, to a teacher of their school alone", async () => {
    const { make, entrust, pupil, colleague, teacher, head, employer } = await referentStory(database.db);
    const otherSchool = await make.school();
    const stranger = await make.staff("teacher", otherSchool.uai);
    for (const by of [colleague.id, pupil.id, employer.id, stranger.id])
      expect(await entrust(by, teacher.id)).toEqual(refused);
    for (const to of [stranger.id, head.id, pupil.id])
      expect(await entrust(teacher.id, to)).toMatchObject({ error: { code: "not_a_colleague" } });
  });

  it("is lost from sight by a colleague who leaves the school", async () => {
    const story = await referentStory(database.db);
    await story.entrusted();
    await database.db
      .update(affiliations)
      .set({ validTo: "2027-02-01" })
      .where(eq(affiliations.personId, story.colleague.id));
    const { board, file } = await seenBy(story, story.colleague.id);
    expect(board.lines).toEqual([]);
    expect(await file(story.pupilId)).toBeNull();
  });
});
