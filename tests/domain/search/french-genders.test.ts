import { describe, expect, it } from "vitest";
import { otherGenders } from "#app/domain/search/words/french-genders.ts";
import { readWords } from "#app/domain/search/words/search-words.server.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();

const TITLES: [masculine: string, feminine: string][] = [
  ["infirmier", "infirmière"],
  ["directeur", "directrice"],
  ["boulanger", "boulangère"],
  ["coiffeur", "coiffeuse"],
  ["vendeur", "vendeuse"],
  ["mécanicien", "mécanicienne"],
  ["pharmacien", "pharmacienne"],
  ["avocat", "avocate"],
  ["ingénieur", "ingénieure"],
  ["professeur", "professeure"],
  ["auteur", "autrice"],
  ["danseur", "danseuse"],
  ["chanteur", "chanteuse"],
  ["assistant", "assistante"],
  ["sportif", "sportive"],
  ["patron", "patronne"],
  ["maçon", "maçonne"],
  ["pompier", "pompière"],
  ["employé", "employée"],
  ["maître", "maîtresse"],
  ["conseiller", "conseillère"],
  ["agriculteur", "agricultrice"],
  ["policier", "policière"],
  ["chercheur", "chercheuse"],
  ["professionnel", "professionnelle"],
  ["religieux", "religieuse"],
];

async function meets(typed: string, written: string): Promise<boolean> {
  const words = await readWords(database.db, typed);
  const [row] = await database.db.$client<{ found: boolean }[]>`
    select to_tsvector('french_plain', ${written}) @@ ${words?.query ?? ""}::tsquery as found`;
  return row?.found ?? false;
}

describe("both genders of a title", () => {
  it.each(TITLES)("« %s » and « %s » find each other, plurals too", async (masculine, feminine) => {
    for (const [typed, written] of [
      [masculine, feminine],
      [feminine, masculine],
      [`${feminine}s`, masculine],
      [masculine, `${feminine}s`],
      // Not the last word: no prefix helps.
      [`${feminine} jardin`, `${masculine} au jardin`],
      [`${masculine} jardin`, `${feminine} au jardin`],
    ] as const)
      expect(await meets(typed, written), `${typed} finds ${written}`).toBe(true);
  });

  it("leaves short words and words of no gender as they are", () => {
    for (const word of ["mer", "bon", "sport", "avocat", "bois"]) expect(otherGenders(word)).toEqual([]);
  });

  it("reads the plural of « jeu »", async () => {
    expect(await meets("jeux video", "Créer un jeu vidéo")).toBe(true);
    expect(await meets("jeu video", "Studio de jeux vidéo")).toBe(true);
  });

  it("takes the last word for the beginning of one as it was typed, not as its stem", async () => {
    expect(await meets("vétéri", "Clinique vétérinaire")).toBe(true);
    expect(await meets("mode", "Atelier de mode")).toBe(true);
    expect(await meets("maison", "Un atelier maiserie")).toBe(false);
  });

  it("asks for nothing when only small words were typed, whatever they look like", async () => {
    expect(await readWords(database.db, "le la")).toBeNull();
    expect(await readWords(database.db, " - ' ")).toBeNull();
    expect((await readWords(database.db, "null"))?.groups).toHaveLength(1);
  });
});

it.each(["véto", "archi", "mécano", "vidéo", "menu", "caméra"])(
  "« %s » and its plural find each other",
  async (singular) => {
    expect(await meets(`${singular}s jardin`, `Un ${singular} au jardin`)).toBe(true);
    // Not the last word: no prefix helps.
    expect(await meets(`${singular} jardin`, `Des ${singular}s au jardin`)).toBe(true);
  },
);
