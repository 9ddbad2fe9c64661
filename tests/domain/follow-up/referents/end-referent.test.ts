import { expect, it } from "vitest";
import { saveNote } from "#app/domain/follow-up/log/save-note.server.ts";
import { endReferent } from "#app/domain/follow-up/referents/end-referent.server.ts";
import { entrustPupil } from "#app/domain/follow-up/referents/entrust-pupil.server.ts";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { referentStory, refused } from "./referent-story.ts";

const database = testDatabase();

it("hands the pupil back: the colleague sees them no more", async () => {
  const { make, colleague, pupilId, entrusted } = await referentStory(database.db);
  const referentId = await entrusted();
  const ctx = await make.as(colleague.id);
  const note = { pupilId, entryId: null, text: "Je passe le voir jeudi." };
  valueOf(await saveNote(ctx, note));
  expect(await endReferent(ctx, { pupilId, referentId })).toEqual({ ok: true, value: { wasMe: true } });
  expect(await saveNote(ctx, note)).toEqual(refused);
  expect(await endReferent(ctx, { pupilId, referentId })).toEqual(refused);
});

it("is taken back by the team, twice without harm, and may be given anew", async () => {
  const { make, teacher, colleague, pupilId, entrusted } = await referentStory(database.db);
  const referentId = await entrusted();
  const ctx = await make.as(teacher.id);
  valueOf(await endReferent(ctx, { pupilId, referentId }));
  expect(await endReferent(ctx, { pupilId, referentId })).toEqual({ ok: true, value: { wasMe: false } });
  valueOf(await entrustPupil(ctx, { pupilId, personId: colleague.id, reason: "" }));
  expect(await endReferent(await make.as(colleague.id), { pupilId, referentId })).toMatchObject({ ok: true });
});

it("is not for strangers, nor found under another pupil", async () => {
  const { make, teacher, classmate, pupilId, entrusted } = await referentStory(database.db);
  const referentId = await entrusted();
  const elsewhere = await make.staff("schoolHead", (await make.school()).uai);
  expect(await endReferent(await make.as(elsewhere.id), { pupilId, referentId })).toEqual(refused);
  expect(await endReferent(await make.as(teacher.id), { pupilId: classmate.id, referentId })).toEqual(
    refused,
  );
});
