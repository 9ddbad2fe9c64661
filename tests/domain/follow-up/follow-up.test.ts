import { describe, expect, it } from "vitest";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { getFollowedClass, listClassBoards } from "#app/domain/follow-up/follow-up.queries.server.ts";
import { standingOf } from "#app/domain/follow-up/pupil-standing.ts";
import { agreements } from "#db/schema/index.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const motivation = "J’aimerais découvrir comment une équipe soigne et s’organise chaque jour.";

describe("the board of a school", () => {
  it("counts each pupil of a class once, by where they stand", async () => {
    const { place, pupil, newPupil, newOffer, offer, make, teacher, campaign, classGroup } =
      await agreementStory(database.db);
    const half = await newPupil();
    const applying = await newPupil();
    await newPupil();
    await place(pupil.id, offer.id);
    await place(half.id, (await newOffer()).id, 2);
    const letter = { offerId: offer.id, motivation, choice: "both" as const };
    valueOf(await submitApplication(await make.as(applying.id), letter));
    const [board, ...others] = await listClassBoards(
      database.db,
      (await make.as(teacher.id)).actor,
      campaign,
    );
    expect(others).toEqual([]);
    expect(board).toEqual({
      id: classGroup.id,
      name: "2de B",
      expected: null,
      pupils: 4,
      activated: 0,
      standings: { nothing: 1, applying: 1, to_confirm: 0, placed_week_1: 0, placed_week_2: 1, placed: 1 },
      agreements: { completed: 2 },
    });
  });

  it("shows a teacher the classes they teach, and the office and the head the whole school", async () => {
    const { make, teacher, head, school, campaign, classGroup } = await agreementStory(database.db);
    const other = await make.classGroup(school.uai, "2de A");
    const office = await make.staff("schoolOffice", school.uai);
    const elsewhere = await make.staff("schoolHead", (await make.school()).uai);
    const boardsOf = async (personId: string) =>
      (await listClassBoards(database.db, (await make.as(personId)).actor, campaign)).map(({ id }) => id);
    expect(await boardsOf(teacher.id)).toEqual([classGroup.id]);
    expect(await boardsOf(head.id)).toEqual([other.id, classGroup.id]);
    expect(await boardsOf(office.id)).toEqual([other.id, classGroup.id]);
    expect(await boardsOf(elsewhere.id)).toEqual([]);
    expect(
      await getFollowedClass(database.db, (await make.as(teacher.id)).actor, other.id, campaign),
    ).toBeNull();
    expect(
      await getFollowedClass(database.db, (await make.as(elsewhere.id)).actor, classGroup.id, campaign),
    ).toBeNull();
  });

  it("counts a place whose agreement was called off as no place", async () => {
    const { place, pupil, offer, make, teacher, campaign, classGroup } = await agreementStory(database.db);
    await place(pupil.id, offer.id);
    await database.db.update(agreements).set({ status: "cancelled" });
    const found = await getFollowedClass(
      database.db,
      (await make.as(teacher.id)).actor,
      classGroup.id,
      campaign,
    );
    const [followed] = found?.pupils ?? [];
    expect(followed?.agreements).toHaveLength(1);
    expect(followed && standingOf(followed)).toBe("nothing");
  });
});
