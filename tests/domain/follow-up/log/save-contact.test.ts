import { describe, expect, it } from "vitest";
import { saveContact } from "#app/domain/follow-up/log/save-contact.server.ts";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { logStory, refused } from "./log-story.ts";

const database = testDatabase();

describe("an exchange about a pupil", () => {
  it("is read by all who follow the pupil, the latest day first, with who wrote it", async () => {
    const { teacher, head, contact, read } = await logStory(database.db);
    valueOf(await contact(teacher.id, { onDay: "2027-02-20" }));
    valueOf(await contact(head.id, { way: "visit", party: "host", onDay: "2027-02-26", atTime: "14:30" }));
    const { entries } = await read(teacher.id);
    expect(entries).toMatchObject([
      { contact: { way: "visit", atTime: "14:30" }, byName: `Dominique ${head.lastName}`, isMine: false },
      { contact: { way: "call", onDay: "2027-02-20" }, isMine: true },
    ]);
  });

  it("is written again by who wrote it, and by nobody else", async () => {
    const { teacher, head, contact, read, clock } = await logStory(database.db);
    valueOf(await contact(teacher.id));
    const [entry] = (await read(teacher.id)).entries;
    clock.advanceDays(1);
    expect(await contact(head.id, { party: "pupil" }, entry?.id)).toEqual(refused);
    valueOf(await contact(teacher.id, { party: "pupil" }, entry?.id));
    expect((await read(head.id)).entries).toMatchObject([
      { contact: { party: "pupil" }, changedAt: clock.now() },
    ]);
  });

  it("is not for another class, another school, the pupil or the host", async () => {
    const { make, school, pupilId, pupil, employer } = await logStory(database.db);
    const elsewhere = await make.staff("schoolHead", (await make.school()).uai);
    const colleague = await make.staff(
      "teacher",
      school.uai,
      (await make.classGroup(school.uai, "2de Z")).id,
    );
    const contact = {
      way: "call",
      party: "pupil",
      state: "held",
      onDay: "2027-03-01",
      atTime: null,
    } as const;
    for (const { id } of [elsewhere, colleague, pupil, employer])
      expect(await saveContact(await make.as(id), { pupilId, entryId: null, text: "", contact })).toEqual(
        refused,
      );
  });

  it("took place today at the latest, and is planned from today on", async () => {
    const { teacher, contact } = await logStory(database.db);
    expect(await contact(teacher.id, { onDay: "2027-03-02" })).toMatchObject({ error: { code: "not_yet" } });
    expect(await contact(teacher.id, { onDay: "2025-03-02" })).toMatchObject({ error: { code: "too_far" } });
    const planned = { state: "planned", atTime: "09:00" } as const;
    expect(await contact(teacher.id, { ...planned, onDay: "2027-02-28" })).toMatchObject({
      error: { code: "past" },
    });
    valueOf(await contact(teacher.id, { ...planned, onDay: "2027-03-01" }));
  });

  it("goes by the calendar of the school: in La Réunion it is tomorrow already", async () => {
    const { make, clock } = await logStory(database.db);
    clock.set("2027-03-01T21:30:00Z");
    const school = await make.school({ inseeCode: "97411", postcode: "97400" });
    const group = await make.classGroup(school.uai);
    const pupil = await make.pupil({ schoolUai: school.uai, classGroupId: group.id });
    const head = await make.staff("schoolHead", school.uai);
    const contact = {
      way: "call",
      party: "pupil",
      state: "held",
      onDay: "2027-03-02",
      atTime: null,
    } as const;
    valueOf(
      await saveContact(await make.as(head.id), { pupilId: pupil.id, entryId: null, text: "", contact }),
    );
  });
});
