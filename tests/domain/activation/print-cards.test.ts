import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { codeOf, inGroups, isCode, normaliseCode } from "#app/domain/activation/activation-code.ts";
import { getClassCards, getPrintedCards } from "#app/domain/activation/class-cards.queries.server.ts";
import { printCards } from "#app/domain/activation/print-cards.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { activationCodes } from "#db/schema/index.ts";
import { cardStory } from "./card-story.ts";

const story = cardStory();
const NOT_FOUND = { ok: false, error: { code: "not_found" } };

const liveCodes = (personId: string) =>
  story.database.db
    .select()
    .from(activationCodes)
    .where(
      and(
        eq(activationCodes.personId, personId),
        isNull(activationCodes.usedAt),
        isNull(activationCodes.revokedAt),
      ),
    );

describe("a card that a school prints", () => {
  it("bears a code that is kept hashed, until the internship ends", async () => {
    const pupil = await story.newPupil();
    const code = await story.printed(pupil.id);
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    const [row] = await liveCodes(pupil.id);
    expect(JSON.stringify(row)).not.toContain(normaliseCode(code));
    expect(row?.expiresAt.toISOString()).toBe("2027-06-28T22:00:00.000Z");
    const cards = await getClassCards(await story.reader(), story.world.classGroup.id);
    expect(cards?.pupils.find(({ id }) => id === pupil.id)).toMatchObject({
      activated: false,
      code: { state: "valid" },
    });
  });

  it("takes the place of the one before, which serves no more", async () => {
    const pupil = await story.newPupil();
    const before = await story.printed(pupil.id);
    const after = await story.printed(pupil.id);
    expect(after).not.toBe(before);
    expect(await story.typed(before)).toMatchObject({ ok: false, error: { code: "over" } });
    expect((await story.typed(after)).ok).toBe(true);
    expect(await liveCodes(pupil.id)).toHaveLength(1);
  });

  it("is one for each pupil, however many print at the same instant", async () => {
    const pupils = await Promise.all([story.newPupil(), story.newPupil()]);
    const db = story.database.openPool(4);
    const teacher = { ...(await story.reader()), db };
    const head = { ...(await story.reader(story.world.head.id)), db };
    const pupilIds = pupils.map(({ id }) => id);
    const input = { classGroupId: story.world.classGroup.id, pupilIds };
    const back = { ...input, pupilIds: pupilIds.toReversed() };
    const all = [printCards(teacher, input), printCards(head, back), printCards(teacher, back)];
    expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true);
    for (const id of pupilIds) expect(await liveCodes(id)).toHaveLength(1);
  });

  it("is shown to whoever printed it for a quarter of an hour, and to nobody else", async () => {
    const pupil = await story.newPupil();
    const code = await story.printed(pupil.id);
    const seen = async (personId?: string) =>
      (await getPrintedCards(await story.reader(personId), story.world.classGroup.id))?.cards.map(
        (card) => card.code,
      );
    expect(await seen()).toContain(code);
    expect(await seen(story.world.head.id)).not.toContain(code);
    const later = { now: () => new Date(story.clock.now().getTime() + 16 * 60_000) };
    const reader = { ...(await story.reader()), clock: later };
    expect((await getPrintedCards(reader, story.world.classGroup.id))?.cards).toEqual([]);
    expect((await story.typed(code)).ok).toBe(true);
  });

  it("is printed for the pupils of a class that one follows alone", async () => {
    const { school, classGroup } = story.world;
    const other = await story.make.classGroup(school.uai, "2de A");
    const stranger = await story.make.pupil({ schoolUai: school.uai, classGroupId: other.id });
    const elsewhere = await story.make.staff("schoolHead", (await story.make.school()).uai);
    const teacher = await story.reader();
    const pupilIds = [stranger.id];
    expect(await printCards(teacher, { classGroupId: other.id, pupilIds })).toEqual(NOT_FOUND);
    expect(await printCards(teacher, { classGroupId: classGroup.id, pupilIds })).toEqual({
      ok: false,
      error: { code: "nobody" },
    });
    const outsider = await story.reader(elsewhere.id);
    for (const id of [other.id, classGroup.id]) {
      expect(await printCards(outsider, { classGroupId: id, pupilIds })).toEqual(NOT_FOUND);
      expect(await getClassCards(outsider, id)).toBeNull();
      expect(await getPrintedCards(outsider, id)).toBeNull();
    }
    // The teacher of the class, who sits in it too, is no pupil of it.
    const asPupil = { classGroupId: classGroup.id, pupilIds: [story.world.teacher.id] };
    expect((await printCards(teacher, asPupil)).ok).toBe(false);
    const head = await story.reader(story.world.head.id);
    expect(await printCards(head, { classGroupId: other.id, pupilIds })).toMatchObject({ ok: true });
  });
});

describe("the code of a card", () => {
  it("is told apart from all others, and holds no two signs that look alike", () => {
    const codes = Array.from({ length: 500 }, () => codeOf(story.app.links, newId()));
    expect(new Set(codes).size).toBe(500);
    expect(codes.join("")).not.toMatch(/[01OILSBZQV]/);
    expect(codes.every(isCode)).toBe(true);
    expect(codes.every((code) => normaliseCode(code) === code)).toBe(true);
  });

  it("is read however it is typed", () => {
    const code = "K7MP5X2D8WUT";
    for (const typed of [
      inGroups(code),
      " k7mp 5x2d 8wut ",
      "K7MP–5X2D—8WUT",
      "K7MP.SXZO.BWVT",
      "Ｋ７ＭＰ５Ｘ２Ｄ８ＷＵＴ",
    ])
      expect(normaliseCode(typed)).toBe(code);
    for (const typed of ["", "K7MP-5X2D", "K7MP-5X2D-8WUT-A", "K1MP-5X2D-8WUT", "K7MÉ-5X2D-8WUT"])
      expect(isCode(normaliseCode(typed))).toBe(false);
  });
});
