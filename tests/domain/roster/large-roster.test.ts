import { expect, it } from "vitest";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { check, write } from "./roster-story.ts";

const database = testDatabase();
const clock = fakeClock();

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const word = (number: number) =>
  [Math.floor(number / 676), Math.floor(number / 26), number].map((part) => LETTERS[part % 26]).join("");

it("checks and writes 600 pupils in 20 classes, with two guardians each, in less than ten seconds", async () => {
  const make = factories(database.db, clock);
  await make.campaign();
  const { uai } = await make.school();
  const ctx = Object.assign(await make.as((await make.staff("schoolHead", uai)).id), { uai });
  const header =
    "Nom;Prénom;Date de naissance;Classe;INE;Nom responsable 1;Courriel responsable 1;Nom responsable 2;Courriel responsable 2";
  const lines = Array.from({ length: 600 }, (_, number) => {
    const name = `Nom${word(number)}`;
    const ine = `${100_000_000 + number}AB`;
    return `${name};Camille;02/10/2011;2de ${(number % 20) + 1};${ine};${name} Anne;a${number}@example.org;${name} Paul;p${number}@example.org`;
  });
  const begun = performance.now();
  const { id } = await check(ctx, Buffer.from([header, ...lines].join("\r\n")));
  const done = await write(ctx, id);
  expect(done.report?.counts).toMatchObject({ added: 600, classes: 20, problems: 0 });
  expect(performance.now() - begun).toBeLessThan(10_000);
});
