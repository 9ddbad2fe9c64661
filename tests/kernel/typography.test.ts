import { describe, expect, it } from "vitest";
import { typeset, typesetHtml, typesetNode } from "#app/kernel/typography.ts";

/** A no-break space is drawn as "_". */
const set = (text: string) => typeset(text).replaceAll("\u00a0", "_");

describe("French typesetting", () => {
  it("keeps two-part signs, quotation marks and dashes with their words", () => {
    expect(typeset("Quoi ? Rien ; si : « un mot » !")).toBe(
      "Quoi\u00a0? Rien\u00a0; si\u00a0: «\u00a0un mot\u00a0»\u00a0!",
    );
    expect(set("9:00 – 12:00")).toBe("9:00_– 12:00");
  });

  it.each([
    ["À 9:00, 3,2 km", "À 9:00, 3,2_km"],
    ["du 17 au 28 juin 2027", "du 17 au 28_juin 2027"],
    ["le 1er mars, le 3 févr. et le 4 août", "le 1er_mars, le 3_févr. et le 4_août"],
    ["de 9 h à 13 h 30, soit 45 min", "de 9_h à 13_h_30, soit 45_min"],
    ["95 % des élèves, 10 €", "95_% des élèves, 10_€"],
  ])("keeps a number with its unit or its month: %s", (text, expected) => {
    expect(set(text)).toBe(expected);
  });

  it("lets a number leave a word that only begins like a unit", () => {
    for (const text of ["3 hélices", "2 habitants", "5 maisons", "4 minutes", "6 marsouins"])
      expect(set(text)).toBe(text);
  });

  it("keeps a postcode with its town, and the articles of a law with their numbers", () => {
    expect(set("4 rue des Ateliers, 35000 Rennes")).toBe("4 rue des Ateliers, 35000_Rennes");
    expect(set("L. 4153-1, R. 715-1 et D. 331-1")).toBe("L._4153-1, R._715-1 et D._331-1");
  });

  it("changes nothing in what is set already", () => {
    const text = typeset("« Un mot » : 13 h 30, 35000 Rennes – fin !");
    expect(typeset(text)).toBe(text);
  });

  it("leaves elements as they are", () => {
    const element = { props: "Quoi ?" };
    expect(typesetNode(element)).toBe(element);
    expect(typesetNode("Quoi ?")).toBe("Quoi\u00a0?");
  });

  it("changes the words of a page, neither its tags nor its style sheet", () => {
    const head = "<html><head><style>a { color: red !important; }</style></head>";
    expect(
      typesetHtml(`${head}<body><a title="Quoi ?" href="/?a=1 :">Oui : non</a> ! 3 km</body></html>`),
    ).toBe(`${head}<body><a title="Quoi ?" href="/?a=1 :">Oui\u00a0: non</a>\u00a0! 3\u00a0km</body></html>`);
  });
});
