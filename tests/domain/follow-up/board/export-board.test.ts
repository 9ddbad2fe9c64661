import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { readBoardFilters } from "#app/domain/follow-up/board/board-filters.ts";
import { exportBoard } from "#app/domain/follow-up/board/export-board.server.ts";
import { csvText } from "#app/kernel/files/csv-text.ts";
import { boardSheet } from "#app/ui/school/board/board-sheet.ts";
import { auditEntries, persons } from "#db/schema/index.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const all = readBoardFilters(new URLSearchParams());

it("gives the reader's own pupils, no formula among them, and is written down without a name", async () => {
  const { make, clock, teacher, school, pupil } = await agreementStory(database.db);
  const other = await make.classGroup(school.uai, "2de A");
  await make.pupil({ schoolUai: school.uai, classGroupId: other.id });
  await database.db.update(persons).set({ lastName: "=1+1" }).where(eq(persons.id, pupil.id));
  const lines = valueOf(await exportBoard(await make.as(teacher.id), all));
  expect(lines.map(({ id }) => id)).toEqual([pupil.id]);
  expect(csvText(boardSheet(lines, clock.now()))).toContain("\r\n'=1+1;");
  const entries = await database.db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.action, "board.exported"), eq(auditEntries.subjectId, school.uai)));
  expect(entries).toMatchObject([{ actorId: teacher.id, capacity: "teacher", reason: null }]);
});

it("is nothing for who follows no class", async () => {
  const { make, pupil } = await agreementStory(database.db);
  expect(await exportBoard(await make.as(pupil.id), all)).toEqual({
    ok: false,
    error: { code: "not_found" },
  });
});
