import { asc } from "drizzle-orm";
import { expect, it } from "vitest";
import { printCards } from "#app/domain/activation/print-cards.server.ts";
import { revokeCodes } from "#app/domain/activation/revoke-codes.server.ts";
import { exportOwnData } from "#app/domain/personal-data/export-own-data.server.ts";
import { changeHeadCount } from "#app/domain/schools/classes/change-head-count.server.ts";
import { createClass } from "#app/domain/schools/classes/create-class.server.ts";
import { informGuardians } from "#app/domain/schools/inform-guardians.server.ts";
import { deleteSynonyms } from "#app/domain/search/words/delete-synonyms.server.ts";
import { saveSynonyms } from "#app/domain/search/words/save-synonyms.server.ts";
import { auditEntries } from "#db/schema/index.ts";
import { cardStory } from "#tests/domain/activation/card-story.ts";

const story = cardStory();

async function entriesSince(act: () => Promise<unknown>) {
  const read = () =>
    story.database.db
      .select({
        action: auditEntries.action,
        actorId: auditEntries.actorId,
        as: auditEntries.capacity,
        on: auditEntries.subjectId,
      })
      .from(auditEntries)
      .orderBy(asc(auditEntries.id));
  const before = (await read()).length;
  await act();
  return (await read()).slice(before);
}

it("keeps what a school does with its classes and cards, by whom and in what capacity", async () => {
  const { head, teacher, school, classGroup } = story.world;
  const [asHead, asTeacher] = [await story.reader(head.id), await story.reader()];
  const pupil = await story.newPupil();
  const cards = { classGroupId: classGroup.id, pupilIds: [pupil.id] };
  const { uai } = school;
  const entries = await entriesSince(async () => {
    await printCards(asTeacher, cards);
    await revokeCodes(asHead, cards);
    await createClass(asHead, { uai, name: "2de Z", headCount: 30 });
    await changeHeadCount(asHead, { classGroupId: classGroup.id, headCount: 31 });
    await informGuardians(asHead, { uai, informed: true });
  });
  expect(entries.map(({ action, actorId, as }) => [action, actorId, as])).toEqual([
    ["activation_cards.printed", teacher.id, "teacher"],
    ["activation_cards.revoked", head.id, "schoolHead"],
    ["class.created", head.id, "schoolHead"],
    ["class.head_count_changed", head.id, "schoolHead"],
    ["families.informing_changed", head.id, "schoolHead"],
  ]);
  expect(entries.at(-1)?.on).toBe(uai);
});

it("keeps nothing of what was refused", async () => {
  const { teacher, school, classGroup } = story.world;
  const asTeacher = await story.reader(teacher.id);
  const entries = await entriesSince(async () => {
    await createClass(asTeacher, { uai: school.uai, name: "2de Y", headCount: 30 });
    await changeHeadCount(asTeacher, { classGroupId: classGroup.id, headCount: 1 });
    await printCards(asTeacher, { classGroupId: classGroup.id, pupilIds: [] });
  });
  expect(entries).toEqual([]);
});

it("keeps that administrators changed synonyms, and that somebody took their data away", async () => {
  const admin = await story.make.person();
  await story.make.affiliate(admin.id, "admin");
  const ctx = await story.make.as(admin.id);
  const pupil = await story.newPupil();
  const entries = await entriesSince(async () => {
    const saved = await saveSynonyms(ctx, { id: null, words: ["soins", "santé"] });
    if (!saved.ok) throw new Error(saved.error.code);
    await deleteSynonyms(ctx, { id: saved.value.id });
    await exportOwnData(await story.make.as(pupil.id));
  });
  expect(entries.map(({ action, as }) => [action, as])).toEqual([
    ["synonyms.saved", "admin"],
    ["synonyms.deleted", "admin"],
    ["own_data.exported", "pupil"],
  ]);
});
