import { describe, expect, it } from "vitest";
import { ofName } from "#app/ui/messages/names.ts";
import { typeset } from "#app/ui/typeset.ts";

describe("French typesetting", () => {
  it("keeps two-part signs and quotation marks with their words", () => {
    expect(typeset("Quoi ? Rien ; si : « un mot » !")).toBe(
      "Quoi\u00a0? Rien\u00a0; si\u00a0: «\u00a0un mot\u00a0»\u00a0!",
    );
    expect(typeset("À 9:00, 3,2 km")).toBe("À 9:00, 3,2 km");
  });

  it("elides the word before a name that begins with a vowel or a silent h", () => {
    expect(["Inès", "Élodie", "Yves", "Hélène", "Hugo"].map(ofName)).toEqual([
      "d’Inès",
      "d’Élodie",
      "d’Yves",
      "d’Hélène",
      "d’Hugo",
    ]);
    expect(["Léa", "Hakim", "Yasmine", "Karim"].map(ofName)).toEqual([
      "de Léa",
      "de Hakim",
      "de Yasmine",
      "de Karim",
    ]);
  });
});
