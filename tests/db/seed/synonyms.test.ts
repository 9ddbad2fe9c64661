import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { readWords } from "#app/domain/search/words/search-words.server.ts";
import { normaliseText } from "#app/kernel/text.ts";
import { searchSynonyms } from "#db/schema/index.ts";
import { seedReference } from "#db/seed/reference.ts";
import { readSynonyms } from "#db/seed/reference/synonyms.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
beforeAll(() => seedReference(database.db), 60_000);

async function finds(typed: string, written: string): Promise<boolean> {
  const words = await readWords(database.db, typed);
  const [row] = await database.db.$client<{ found: boolean }[]>`
    select to_tsvector('french_plain', ${written}) @@ ${words?.query ?? ""}::tsquery as found`;
  return row?.found ?? false;
}

describe("the reference synonyms", () => {
  it("are at least 150 groups of different words", () => {
    const groups = readSynonyms();
    expect(groups.length).toBeGreaterThanOrEqual(150);
    for (const group of groups) {
      expect(new Set(group.map(normaliseText)).size, group.join(", ")).toBe(group.length);
      expect(group.length).toBeGreaterThanOrEqual(2);
      expect(group.length).toBeLessThanOrEqual(20);
    }
    const whole = groups.map((group) => group.map(normaliseText).toSorted().join(","));
    expect(new Set(whole).size).toBe(groups.length);
  });

  it.each([
    ["véto", "Assister une vétérinaire"],
    ["veto", "Clinique vétérinaire du Port"],
    ["infirmière", "Suivre un infirmier"],
    ["infirmière", "Une journée à l’hôpital"],
    ["hopital", "Le métier d’infirmière"],
    ["mécano", "Garage du Centre"],
    ["mécano", "Mécanicienne automobile"],
    ["dev", "Développeuse web"],
    ["dev", "Découvrir la programmation"],
    ["développeuse", "Service informatique"],
    ["kiné", "Cabinet de kinésithérapie"],
    ["prof", "Le métier d’enseignante"],
    ["flic", "Gendarmerie nationale"],
    ["flic", "Policière municipale"],
    ["police", "Brigade de gendarmerie"],
    ["pompier", "Une caserne de sapeurs-pompiers"],
    ["coiffeuse", "Salon de coiffure"],
    ["coiffeuse", "Coiffeur"],
    ["avocate", "Découvrir le droit"],
    ["archi", "Agence d’architecture"],
    ["ciné", "Cinéma Le Rex"],
    ["foot", "Club de football"],
    ["sport", "Club de foot"],
    ["jeux vidéo", "Game designer dans un studio"],
    ["gamer", "Studio de jeu vidéo"],
    ["mode", "Atelier de couture"],
    ["cuistot", "Cuisinière au restaurant"],
    ["boulanger", "Boulangerie du marché"],
    ["boulangère", "Le pain au levain"],
    ["directrice", "Directeur d’agence"],
    ["directeur", "Directrice d’école"],
    ["compta", "Cabinet d’expertise comptable"],
    ["pâtissière", "Pâtisserie"],
    ["sage femme", "Maternité"],
    ["bd", "Auteur de bande dessinée"],
  ])("make « %s » find « %s »", async (typed, written) => expect(await finds(typed, written)).toBe(true));

  it.each([
    ["mode", "Un atelier moderne"],
    ["chef de projet", "Restaurant, projet de saison"],
    ["jeux vidéo", "Monter une vidéo"],
    ["véto", "Garage"],
  ])("do not make « %s » find « %s »", async (typed, written) =>
    expect(await finds(typed, written)).toBe(false),
  );

  it("stay as administrators have left them when the reference data is written again", async () => {
    await database.db.delete(searchSynonyms).where(sql`'véto' = any(${searchSynonyms.words})`);
    const [other] = await database.db.select({ id: searchSynonyms.id }).from(searchSynonyms).limit(1);
    await database.db
      .update(searchSynonyms)
      .set({ words: ["un", "deux"] })
      .where(eq(searchSynonyms.id, other?.id ?? ""));
    await seedReference(database.db);
    const rows = await database.db.select({ words: searchSynonyms.words }).from(searchSynonyms);
    // Back to the groups as shipped, whichever test comes next.
    await database.db.delete(searchSynonyms);
    await seedReference(database.db);
    expect(rows).toHaveLength(readSynonyms().length - 1);
    expect(rows).toContainEqual({ words: ["un", "deux"] });
  });
});
