import { beforeEach, expect, it } from "vitest";
import { getJournal } from "#app/domain/follow-up/journal/journal.queries.server.ts";
import { writeJournalEntry } from "#app/domain/follow-up/journal/write-journal-entry.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { stayStory, type StayStory } from "../stay-story.ts";

const database = testDatabase();
let stay: StayStory;
beforeEach(async () => {
  stay = await stayStory(database.db);
});

async function write(day: string, body: string, personId = stay.pupil.id) {
  const ctx = await stay.make.as(personId);
  return writeJournalEntry(ctx, { agreementId: stay.agreementId, day, body });
}
async function days(personId = stay.pupil.id) {
  const { actor } = await stay.make.as(personId);
  const at = stay.clock.now();
  return (await getJournal(database.db, actor, { agreementId: stay.agreementId, at }))?.days ?? null;
}

it("keeps a few lines of each day that has come, the latest first", async () => {
  stay.clock.set("2027-06-18T16:00:00Z");
  await write("2027-06-17", "J’ai vu l’accueil.");
  await write("2027-06-17", "J’ai vu l’accueil et les soins.");
  expect(await days()).toEqual([
    { onDay: "2027-06-18", body: "" },
    { onDay: "2027-06-17", body: "J’ai vu l’accueil et les soins." },
  ]);
  await write("2027-06-17", "");
  expect(await days()).toContainEqual({ onDay: "2027-06-17", body: "" });
});

it("is of the days of the stay alone, once they have come", async () => {
  for (const day of ["2027-06-18", "2027-06-20", "2027-07-01"])
    expect(await write(day, "Demain.")).toEqual({ ok: false, error: { code: "not_a_day", day } });
});

it("is read and written by its pupil alone", async () => {
  const other = await stay.newPupil();
  await write("2027-06-17", "Pour moi.");
  for (const personId of [other.id, stay.teacher.id, stay.head.id]) {
    const outcome = await write("2027-06-17", "Pas à moi.", personId);
    expect(outcome).toEqual({ ok: false, error: { code: "not_found" } });
    expect(await days(personId)).toBeNull();
  }
});
