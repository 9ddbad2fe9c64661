import { expect, it } from "vitest";
import { readPupils } from "#app/domain/roster/pupils/read-pupils.ts";
import { readRosterTable } from "#app/domain/roster/read-roster.server.ts";
import { fc } from "#tests/support/properties.ts";

const HEADER = [
  "Nom de famille",
  "Prénom",
  "Né(e) le",
  "Classe",
  "INE",
  "Nom responsable 1",
  "Prénom responsable 1",
  "Courriel responsable 1",
  "Tél. portable responsable 1",
  "Tél. domicile responsable 1",
  "Commentaire",
];
const ROWS = [
  [
    "LE GOFF",
    "Élise",
    "02/10/2011",
    "2de B",
    "123456789AB",
    "LE GOFF",
    "Hélène",
    "h@example.org",
    "06 39 98 00 01",
    "01 99 00 00 01",
    "PAI",
  ],
  ["D'ALMEIDA", "Noé", "2011-03-04", "2de A", "", "D'ALMEIDA", "Marc", "", "", "01 99 00 00 02", ""],
  ["ÇELIK", "Aïcha", "40818", "", "987654321CD", "", "", "", "", "", "né « loin »"],
  ["MARTIN", "Léa", "31/02/2011", "2de A", "", "", "", "", "", "", ""],
];

const read = async (bytes: Buffer) => {
  const table = await readRosterTable(bytes, new Map());
  if (!table.ok) throw new Error(table.error);
  const { pupils, problems } = readPupils(table.value, { uai: "0350001A", today: "2026-12-01" });
  return { pupils, problems: problems.map(({ line, field, code }) => ({ line, field, code })).sort(byText) };
};
const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const encodings = {
  "utf-8": (text: string) => Buffer.from(text, "utf8"),
  "utf-8 with BOM": (text: string) => Buffer.from(`\uFEFF${text}`, "utf8"),
  "utf-16": (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "windows-1252": (text: string) => Buffer.from(text, "latin1"),
};

function write(order: readonly number[], delimiter: string, quoted: boolean, end: string): string {
  const cell = (text: string) =>
    quoted || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  return [HEADER, ...ROWS]
    .map((row) => order.map((index) => cell(row[index] ?? "")).join(delimiter) + end)
    .join("");
}

it("gives the same pupils and the same faults in any order of columns, encoding, separator and ends of lines", async () => {
  const expected = await read(encodings["utf-8"](write([...HEADER.keys()], ";", false, "\n")));
  expect(expected.pupils).toHaveLength(3);
  expect(expected.pupils[0]?.guardians).toEqual([
    { name: "Hélène Le Goff", email: "h@example.org", phone: "06 39 98 00 01" },
  ]);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...HEADER.keys()], { minLength: HEADER.length, maxLength: HEADER.length }),
      fc.constantFrom(...(Object.keys(encodings) as (keyof typeof encodings)[])),
      fc.constantFrom(";", ",", "\t"),
      fc.boolean(),
      fc.constantFrom("\r\n", "\n"),
      async (order, encoding, delimiter, quoted, end) => {
        expect(await read(encodings[encoding](write(order, delimiter, quoted, end)))).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  );
});
