import { and, eq } from "drizzle-orm";
import readSheets from "read-excel-file/node";
import { expect, it } from "vitest";
import { readBoardFilters } from "#app/domain/follow-up/board/board-filters.ts";
import { exportBoard } from "#app/domain/follow-up/board/export-board.server.ts";
import { csvText } from "#app/kernel/files/csv-text.ts";
import { sheetRows, workbookFile } from "#app/kernel/files/workbook-file.ts";
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
  const sheet = boardSheet(lines, clock.now());
  expect(csvText(sheetRows(sheet))).toContain("\r\n'=1+1;");
  const [workbook] = await readSheets(Buffer.from(workbookFile(sheet)));
  expect(workbook?.data[1]?.slice(0, 3)).toEqual(["=1+1", pupil.firstName, "2de B"]);
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
