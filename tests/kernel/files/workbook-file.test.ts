import { strFromU8, unzipSync } from "fflate";
import readSheets from "read-excel-file/node";
import { expect, it } from "vitest";
import { sheetRows, workbookFile, type Sheet } from "#app/kernel/files/workbook-file.ts";

const sheet: Sheet = {
  name: "Élèves",
  columns: [
    { title: "Nom", width: 20 },
    { title: "Refusées", width: 10 },
    { title: "Vu le", width: 12, day: true },
  ],
  rows: [
    ["=1+1", 3, "2026-03-29"],
    ['L’<Été> & "fils"\u0007 🙂', 0, ""],
  ],
};
const parts = unzipSync(workbookFile(sheet));
const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());

it("is read by another reader as what was written: texts, counts and days", async () => {
  const [first] = await readSheets(Buffer.from(workbookFile(sheet)));
  expect(first?.sheet).toBe("Élèves");
  expect(first?.data).toEqual([
    ["Nom", "Refusées", "Vu le"],
    ["=1+1", 3, new Date("2026-03-29T00:00:00Z")],
    ['L’<Été> & "fils" 🙂', 0, null],
  ]);
});

it("holds no formula, whatever was typed", () => {
  expect(part("xl/worksheets/sheet1.xml")).not.toContain("<f");
  expect(part("xl/worksheets/sheet1.xml")).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>');
});

it("gives columns their widths, keeps titles in sight, filters and prints on the width of a page", () => {
  const written = part("xl/worksheets/sheet1.xml");
  expect(written).toContain('<col min="1" max="1" width="20" customWidth="1"/>');
  expect(written).toContain('state="frozen"');
  expect(written).toContain('<autoFilter ref="A1:C3"/>');
  expect(written).toContain('fitToWidth="1" fitToHeight="0"');
  expect(part("xl/workbook.xml")).toContain("'Élèves'!$A$1:$C$3<");
});

it("names columns beyond the twenty-sixth", () => {
  const wide = {
    name: "Large",
    columns: Array.from({ length: 28 }, (_, n) => ({ title: `C${n}`, width: 9 })),
    rows: [],
  };
  expect(strFromU8(unzipSync(workbookFile(wide))["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).toContain(
    'r="AB1"',
  );
});

it("gives other formats its titles, then its rows", () => {
  expect(sheetRows(sheet)).toEqual([["Nom", "Refusées", "Vu le"], ...sheet.rows]);
});
