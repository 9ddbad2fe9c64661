import { strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { rosterFiles } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { check, fixture, send, type RosterContext } from "./roster-story.ts";

const database = testDatabase();
const clock = fakeClock();
let ctx: RosterContext;

beforeAll(async () => {
  const make = factories(database.db, clock);
  await make.campaign();
  const { uai } = await make.school();
  ctx = Object.assign(await make.as((await make.staff("schoolHead", uai)).id), { uai });
});

const ole = (inside: string) =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from(inside, "utf16le")]);
const workbook = (sheet: string | Uint8Array, level: 0 | 9 = 9) =>
  Buffer.from(
    zipSync(
      {
        "xl/workbook.xml": strToU8("<workbook/>"),
        "xl/worksheets/sheet1.xml": typeof sheet === "string" ? strToU8(sheet) : sheet,
      },
      { level },
    ),
  );

/** Says that each entry holds next to nothing. */
function understated(zip: Buffer): Buffer {
  const lying = Buffer.from(zip);
  for (const [signature, at] of [
    ["504b0304", 22],
    ["504b0102", 24],
  ] as const)
    for (let found = lying.indexOf(Buffer.from(signature, "hex")); found >= 0;)
      found = (lying.writeUInt32LE(10, found + at), lying.indexOf(Buffer.from(signature, "hex"), found + 4));
  return lying;
}

const BOMB = new Uint8Array(80_000_000);

describe("a file that is no list of pupils", () => {
  it.each([
    ["a script renamed .xlsx", Buffer.from("#!/bin/sh\nrm -rf / ; echo done\n"), "not_a_table"],
    [
      "a page of the web",
      Buffer.from("<html><table><tr><td>Nom;Prénom</td></tr></table></html>"),
      "not_a_table",
    ],
    ["a program", Buffer.from("4d5a900003000000040000", "hex"), "not_a_table"],
    ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj"), "not_a_table"],
    ["one column of text", Buffer.from("import os\nprint(1)\n"), "not_a_table"],
    ["a workbook of before 2007", ole("Workbook"), "old_excel"],
    ["a workbook under a password", ole("EncryptedPackage"), "encrypted"],
    [
      "an OpenDocument workbook",
      Buffer.from(zipSync({ mimetype: strToU8("application/vnd.oasis") })),
      "open_document",
    ],
    ["another archive", Buffer.from(zipSync({ "photo.jpg": new Uint8Array(10) })), "not_a_table"],
    ["a cut workbook", workbook("<worksheet/>").subarray(0, 60), "damaged"],
    ["a bomb that tells its size", workbook(BOMB), "inflates"],
    ["a bomb that hides its size", understated(workbook(BOMB)), "inflates"],
    [
      "a cell in the last row",
      workbook('<worksheet><c r="A1048576"><v>1</v></c></worksheet>'),
      "too_many_rows",
    ],
    [
      "a cell in the last column",
      workbook('<worksheet><c r="XFD1"><v>1</v></c></worksheet>'),
      "too_many_rows",
    ],
    ["blank lines", Buffer.from("\r\n\r\n;;\r\n"), "not_a_table"],
    ["pupils without names of columns", Buffer.from("Martin;Inès;02/10/2011\r\n"), "no_header"],
  ])("%s is refused with the reason", async (_, bytes, problem) => {
    expect(await check(ctx, bytes)).toMatchObject({ status: "refused", problem });
    expect(await database.db.$count(rosterFiles)).toBe(0);
  });

  it("beyond 5 MB is read to its end and not kept; an empty one is asked for again", async () => {
    expect(await send(ctx, Buffer.alloc(5_000_001, "a"))).toEqual({
      ok: false,
      error: { code: "too_large", maxBytes: 5_000_000 },
    });
    expect(await send(ctx, Buffer.alloc(0))).toEqual({ ok: false, error: { code: "no_file" } });
    expect(await database.db.$count(rosterFiles)).toBe(0);
  });

  it("whose formulas hold values gives these values", async () => {
    const { review } = await check(ctx, await fixture("base-eleves.xlsx"));
    expect(review?.newClasses).toEqual([{ name: "2-C", pupils: 16 }]);
  });
});
