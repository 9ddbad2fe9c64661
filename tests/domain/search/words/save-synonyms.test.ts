import { beforeAll, beforeEach, expect, it } from "vitest";
import { readWords } from "#app/domain/search/words/search-words.server.ts";
import { saveSynonyms } from "#app/domain/search/words/save-synonyms.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { newId } from "#app/kernel/ids.ts";
import { searchSynonyms } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let admin: ActorContext;

beforeAll(async () => {
  make = factories(database.db, clock);
  const person = await make.person();
  await make.affiliate(person.id, "admin");
  admin = await make.as(person.id);
});
beforeEach(async () => {
  await database.db.delete(searchSynonyms);
});

const add = async (...words: string[]): Promise<string> => {
  const outcome = await saveSynonyms(admin, { id: null, words });
  return outcome.ok ? outcome.value.id : "";
};
const groups = async () => (await database.db.select().from(searchSynonyms)).map(({ words }) => words);
const finds = async (typed: string) => (await readWords(database.db, typed))?.query ?? "";

it("adds a group, writes it again, and searches follow at once", async () => {
  const id = await add("toubib", "médecin");
  expect(await finds("toubib jardin")).toContain("medecin");
  expect(await saveSynonyms(admin, { id, words: ["toubib", "infirmier"] })).toMatchObject({ ok: true });
  expect(await groups()).toEqual([["toubib", "infirmier"]]);
  expect(await finds("toubib jardin")).toContain("infirmi");
});

it("refuses words that a search leaves out, and what another group says already", async () => {
  const id = await add("toubib", "Médecin");
  const refusal = async (words: string[]) => (await saveSynonyms(admin, { id: null, words })) as unknown;
  expect(await refusal(["véto", "de la"])).toMatchObject({ error: { code: "meaningless", word: "de la" } });
  expect(await refusal(["médecin", "TOUBIB"])).toMatchObject({ error: { code: "same_group" } });
  expect((await saveSynonyms(admin, { id, words: ["toubib", "médecin"] })).ok).toBe(true);
});

it("lets one of two write what both have read, and gives the other the words", async () => {
  const id = await add("toubib", "médecin");
  const readAt = clock.now();
  clock.advanceDays(1);
  const ctx = { ...admin, db: database.openPool(2) };
  const both = await Promise.all(
    ["infirmier", "docteur"].map((word) => saveSynonyms(ctx, { id, words: ["toubib", word], readAt })),
  );
  const [kept] = await groups();
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, error: { code: "changed_since", words: kept } });
});

it("is the administrators' alone, and of a group that is there", async () => {
  const notFound = { ok: false, error: { code: "not_found" } };
  const words = ["toubib", "médecin"];
  expect(await saveSynonyms(admin, { id: newId(), words })).toEqual(notFound);
  const { pupil } = await make.world();
  expect(await saveSynonyms(await make.as(pupil.id), { id: null, words })).toEqual(notFound);
  expect(await groups()).toEqual([]);
});
