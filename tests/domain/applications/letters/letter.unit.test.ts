import { describe, expect, it } from "vitest";
import { composeLetter, EMPTY_NOTES, hostsNamedIn } from "#app/domain/applications/letters/letter.ts";
import { readNotes } from "#app/domain/applications/letters/letter.schema.ts";
import { LETTER_QUESTIONS, letterExamples } from "#app/ui/messages/letter-examples.ts";
import { sectorFamilies } from "#db/seed/reference/sectors.ts";

const NOTES = {
  attraction: "j’aime les gestes précis",
  background: "  J’ai cousu un sac !  ",
  curiosity: "",
};

describe("composing a letter", () => {
  it("puts the answers together as sentences, the empty ones left out", () => {
    expect(composeLetter(NOTES, "")).toBe("Bonjour,\n\nJ’aime les gestes précis.\n\nJ’ai cousu un sac !");
    expect(composeLetter(EMPTY_NOTES, "")).toBe("");
  });

  it.each([
    ["attraction", "les gestes précis", "Ce qui m’attire : les gestes précis."],
    ["background", "Un exposé en svt.", "Ce que je connais déjà : un exposé en svt."],
    ["background", "mon oncle est menuisier", "Mon oncle est menuisier."],
    ["curiosity", "une vraie journée", "J’aimerais observer une vraie journée."],
    ["curiosity", "Voir comment on soigne", "J’aimerais voir comment on soigne."],
    ["curiosity", "Comment se passe un accueil ?", "Comment se passe un accueil ?"],
    ["attraction", "L’ambiance d’un atelier", "Ce qui m’attire : l’ambiance d’un atelier."],
    ["attraction", "La nature m’apaise", "La nature m’apaise."],
  ] as const)("makes a sentence of an answer that is none (%s: %s)", (prompt, answer, sentence) => {
    const notes = { ...EMPTY_NOTES, [prompt]: answer };
    const letter = composeLetter(notes, "");
    expect(letter).toBe(`Bonjour,\n\n${sentence}`);
    expect(composeLetter(notes, letter)).toBe(letter);
  });

  it("loses nothing of what is written and tells no answer twice", () => {
    const once = composeLetter(NOTES, "Bonjour,");
    expect(once).toBe("Bonjour,\n\nJ’aime les gestes précis.\n\nJ’ai cousu un sac !");
    expect(composeLetter(NOTES, once)).toBe(once);
  });

  it("reads answers kept in another form as none", () => {
    expect(readNotes(null)).toEqual(EMPTY_NOTES);
    expect(readNotes({ attraction: 3 })).toEqual(EMPTY_NOTES);
    expect(readNotes({ attraction: "Ici" })).toEqual({ ...EMPTY_NOTES, attraction: "Ici" });
  });
});

describe("a letter taken up again", () => {
  it("is searched for the names of other hosts, whatever their case, accents and hyphens", () => {
    const letter = "Bonjour, je rêve d’entrer à la Fonderie Saint Éloi.";
    expect(hostsNamedIn(letter, ["Fonderie Saint-Éloi", "Atelier 3"])).toEqual(["Fonderie Saint-Éloi"]);
  });

  it("does not take a part of a word, or a very short name, for a host", () => {
    expect(hostsNamedIn("Les ateliers me plaisent.", ["Atelier", "Le"])).toEqual([]);
  });
});

describe("examples", () => {
  it("are written for each family of sectors, and for any other", () => {
    const any = letterExamples(null);
    expect(letterExamples("inconnue")).toBe(any);
    for (const { slug } of sectorFamilies) {
      const examples = letterExamples(slug);
      expect(examples, slug).not.toBe(any);
      expect(Object.keys(examples)).toEqual(Object.keys(LETTER_QUESTIONS));
    }
  });
});
