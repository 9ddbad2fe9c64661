import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { csvText } from "#app/kernel/files/csv-text.ts";

const read = (text: string): string[][] =>
  parse(text, { delimiter: ";", bom: true, relax_column_count: true });

it("gives back what was written, whatever it holds", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1 }).filter((one) => /^[\p{L}\p{N}]/u.test(one));
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      expect(read(csvText(rows))).toEqual(rows);
    }),
  );
});

it("leaves no cell that a spreadsheet takes for a formula", () => {
  for (const hostile of ["=1+1", "+33", "-2", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0", "\r=1", "%x"])
    expect(read(csvText([["a", hostile]]))[0]?.[1]).toBe(`'${hostile}`);
  expect(csvText([["Jean-Luc", "a=b"]])).toBe("\uFEFFJean-Luc;a=b\r\n");
});
