import { expect, it } from "vitest";
import { deleteSynonyms } from "#app/domain/search/words/delete-synonyms.server.ts";
import { saveSynonyms } from "#app/domain/search/words/save-synonyms.server.ts";
import { readWords } from "#app/domain/search/words/search-words.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();

it("takes a group away for administrators alone, once, and its words find only themselves again", async () => {
  const make = factories(database.db, fakeClock());
  const person = await make.person();
  await make.affiliate(person.id, "admin");
  const admin = await make.as(person.id);
  const pupil = await make.as((await make.world()).pupil.id);
  const group = await saveSynonyms(admin, { id: null, words: ["toubib", "médecin"] });
  const id = group.ok ? group.value.id : "";
  const notFound = { ok: false, error: { code: "not_found" } };
  const finds = async () => (await readWords(database.db, "toubib jardin"))?.query;

  expect(await deleteSynonyms(pupil, { id })).toEqual(notFound);
  expect(await finds()).toContain("medecin");
  expect(await deleteSynonyms(admin, { id })).toEqual({ ok: true });
  expect(await finds()).not.toContain("medecin");
  expect(await deleteSynonyms(admin, { id })).toEqual(notFound);
});
