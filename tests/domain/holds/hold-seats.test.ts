import { describe, expect, it } from "vitest";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { listToReplace } from "#app/domain/holds/to-replace.queries.server.ts";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { holdsStory } from "./holds-story.ts";

const { database, now, other, hold, held, toReplace, apply, broken } = holdsStory();
const NOT_FOUND = { ok: false, error: { code: "not_found" } };

describe("a pupil whose placement failed", () => {
  it("is shown to the adults of the class with whom to call, to nobody else, until they have a place again", async () => {
    const { story, failedId } = now();
    const elsewhere = await story.make.staff("teacher", (await story.make.school()).uai);
    const colleague = await story.make.staff("teacher", story.school.uai);
    for (const { id } of [story.teacher, story.head]) expect(await toReplace(id)).toContain(failedId);
    for (const { id } of [elsewhere, colleague, story.pupil, story.employer])
      expect(await toReplace(id)).toEqual([]);
    const [shown] = await listToReplace(
      database.db,
      (await story.make.as(story.teacher.id)).actor,
      story.campaign,
    );
    expect(shown).toMatchObject({
      pupilName: `${story.pupil.lastName} Camille`,
      weeks: [1, 2],
      reason: "not_safe",
      hostName: story.organisation.name,
      family: [{ name: `Parent ${story.pupil.lastName}` }],
      held: [],
    });
    await story.place(story.pupil.id, (await story.newOffer()).id, 1);
    const [still] = await listToReplace(
      database.db,
      (await story.make.as(story.teacher.id)).actor,
      story.campaign,
    );
    expect(still?.weeks).toEqual([2]);
    await story.place(story.pupil.id, (await story.newOffer()).id, 2);
    expect(await toReplace(story.teacher.id)).toEqual([]);
  });
});

describe("three seats kept for two days", () => {
  it("are of the same family first, then the nearest; reserved for all others, free for the pupil", async () => {
    const { story } = now();
    const near = await other(0.2);
    const wood = await other(0.1, "s07");
    const far = await other(0.3);
    const farther = await other(0.4);
    const kept = valueOf(await hold(story.teacher.id));
    expect(kept.held).toBe(3);
    expect((await held()).map(({ offerId }) => offerId).sort()).toEqual([near.id, far.id, farther.id].sort());
    expect((await held()).map(({ weeks, expiresAt }) => [weeks, expiresAt])).toEqual(
      Array(3).fill([[1, 2], new Date("2027-03-03T23:00:00Z")]),
    );
    const rival = await story.newPupil();
    expect(await apply(rival.id, near.id)).toMatchObject({ error: { code: "weeks_not_open" } });
    expect((await apply(rival.id, wood.id)).ok).toBe(true);
    const { applicationId } = valueOf(await apply(story.pupil.id, near.id));
    valueOf(await acceptApplication(await story.make.as(near.employer.id), { applicationId }));
    expect((await held()).map(({ offerId }) => offerId)).not.toContain(near.id);
    expect(await held()).toHaveLength(2);
    expect(await broken()).toBeNull();
  });

  it("are kept by those who follow the pupil, once at a time, while there is something to replace", async () => {
    const { story } = now();
    const elsewhere = await story.make.staff("schoolHead", (await story.make.school()).uai);
    const colleague = await story.make.staff("teacher", story.school.uai);
    for (const { id } of [elsewhere, colleague, story.pupil, story.employer])
      expect(await hold(id)).toEqual(NOT_FOUND);
    await other(0.2);
    valueOf(await hold(story.teacher.id));
    expect(await hold(story.head.id)).toEqual({ ok: false, error: { code: "already_held" } });
    await story.place(story.pupil.id, (await story.newOffer()).id);
    expect(await hold(story.teacher.id)).toEqual(NOT_FOUND);
  });

  it("never go beyond the seats, whoever acts at the same instant", async () => {
    const { story } = now();
    const last = await other(0.2);
    const rival = await story.newPupil();
    const { applicationId } = valueOf(await apply(rival.id, last.id));
    const pool = database.openPool(3);
    const outcomes = await Promise.all([
      hold(story.teacher.id, pool),
      hold(story.head.id, pool),
      acceptApplication(await story.make.as(last.employer.id, pool), { applicationId }),
    ]);
    const [byTeacher, byHead, accepted] = outcomes;
    expect([byTeacher, byHead].filter((outcome) => outcome?.ok).length).toBeLessThanOrEqual(1);
    expect((await held()).length + (accepted?.ok ? 1 : 0)).toBe(1);
    expect(await broken()).toBeNull();
  });
});
